"""The words of the genre: units, operators, hedges, and names that look like counts. Data, no logic."""

from typing import Final

from evalcli.model.statement import Comparator

# Units of measures and of money: a number before them is a quantity even inside a quoted name.
MEASURES: Final = (
    *(
        "%",
        "‰",
        "个百分点",
        "百分点",
        "元",
        "美元",
        "人民币",
        "小时",
        "分钟",
        "平方米",
        "平方千米",
        "平方公里",
        "立方米",
        "公里",
    ),
    *("千米", "厘米", "毫米", "米", "亩", "公顷", "吨", "公斤", "千克", "兆", "倍", "岁", "平米", "课时", "学时"),
)
# Counting words after which any number counts.
COUNTERS: Final = (
    *("人次", "场次", "件次", "班次", "万人次", "名", "人", "位", "个", "所", "家", "项", "条", "件", "份", "起", "次"),
    *("场", "期", "批", "套", "台", "间", "座", "栋", "幢", "册", "辆", "部", "门", "节", "篇", "本", "张", "块", "片"),
    *("支", "类", "种", "处", "户", "对", "组", "轮", "学分", "分", "字", "枚", "盏", "艘", "株", "棵", "堂", "餐"),
    *("床", "个班", "班", "人天", "卷", "首", "部次", "宗", "例", "款", "辆次", "盒", "吨次", "标段", "批次", "人份"),
)
# Lengths of time: targets only where the sentence makes them so (三年内, 2小时).
TIMES: Final = ("个工作日", "工作日", "个月", "学年", "学期", "年", "周", "天", "日")
# Places that are counted without a counting word: 13乡镇, 5县.
DIRECT: Final = ("乡镇", "街道", "县区", "县市", "行政村", "学校", "教学点", "幼儿园", "县", "镇", "乡", "校", "园")
MONEY: Final = (
    *(
        "投入",
        "投资",
        "资金",
        "经费",
        "拨款",
        "拨付",
        "支出",
        "收入",
        "预算",
        "补助",
        "安排",
        "争取",
        "筹",
        "发放",
        "贷款",
    ),
    *("专款", "债券", "总额", "金额", "资助", "奖补", "落实", "节约", "募", "捐", "花费", "耗资", "斥资", "财政"),
)
# Between a verb and its number stand these and nothing else where the number is the verb's own.
FILLERS: Final = (
    "了",
    "的",
    "有",
    "为",
    "到",
    "在",
    "至",
    "将",
    "要",
    "应",
    "共",
    "仅",
    "是",
    "每年",
    "一般",
    "各",
    "总数",
)

# Operators to the left of a number. What they do to numbers in a clause is told in operators.py.
LIMITS: Final[dict[str, Comparator]] = {
    **dict.fromkeys(
        (
            "不低于",
            "不少于",
            "不小于",
            "不短于",
            "不得低于",
            "不得少于",
            "不应低于",
            "不应少于",
            "不能低于",
            "不能少于",
        ),
        Comparator.AT_LEAST,
    ),
    **dict.fromkeys(("至少", "最少", "最低", "起码", "不得小于", "≥", ">=", "不低"), Comparator.AT_LEAST),
    **dict.fromkeys(("不高于", "不超过", "不大于", "不多于", "不得高于", "不得超过", "不应超过"), Comparator.AT_MOST),
    **dict.fromkeys(("不能超过", "不超出", "至多", "最多", "最高", "≤", "<=", "上限", "不宜超过"), Comparator.AT_MOST),
    **dict.fromkeys(("控制在", "控制到", "限制在", "压减到", "压缩到", "压缩在", "限定在"), Comparator.AT_MOST),
}
SIDES: Final[dict[str, Comparator]] = {
    **dict.fromkeys(("超过", "超出", "突破", "高于", "大于", "多于", "逾", "超", "高出", ">"), Comparator.MORE),
    **dict.fromkeys(("低于", "小于", "少于", "不足", "不到", "未满", "不满", "未达到", "未达", "<"), Comparator.LESS),
}
NEARLY: Final = ("接近", "将近", "近")
ABOUT: Final = ("大约", "约为", "约", "大致", "大概")
MORE_THAN: Final = ("余", "多")
REACHES: Final = (
    *(
        "达到",
        "达成",
        "达",
        "实现",
        "提高到",
        "提高至",
        "提升到",
        "提升至",
        "增加到",
        "增加至",
        "增至",
        "上升到",
        "上升至",
    ),
    *(
        "增长到",
        "扩大到",
        "扩大至",
        "恢复到",
        "升至",
        "提升为",
        "提高为",
        "巩固在",
        "稳定在",
        "保持在",
        "维持在",
        "保持",
    ),
)
FALLS_TO: Final = (
    "降低到",
    "降低至",
    "降到",
    "降至",
    "下降到",
    "下降至",
    "减少到",
    "减少至",
    "减至",
    "缩小到",
    "压减至",
)
RISES: Final = (
    "增长",
    "增加",
    "提高",
    "提升",
    "上升",
    "增幅为",
    "增幅达",
    "增幅",
    "新增",
    "净增",
    "增设",
    "扩增",
    "增",
)
FALLS: Final = ("下降", "降低", "减少", "压减", "缩减", "削减", "回落", "降幅为", "降幅达", "降幅", "下滑", "减")
# Verbs that keep hold of their number over a noun: 新增公办学位2000个.
FAR_RISES: Final = ("新增", "增加", "净增", "增设", "扩增")
FAR_FALLS: Final = ("减少", "压减", "缩减", "削减", "拨离", "裁减")
# Right of a number.
AFTER: Final[dict[str, Comparator]] = {
    **dict.fromkeys(("及以上", "以上", "之上"), Comparator.AT_LEAST),
    **dict.fromkeys(("及以下", "以下", "以内", "之内", "之下", "内"), Comparator.AT_MOST),
    **dict.fromkeys(("左右", "上下"), Comparator.EQUAL),
}

# Names that hold a number and count nothing.
NAMES: Final = (
    *("两个确立", "两个维护", "四个意识", "四个自信", "四个全面", "五位一体", "八项规定", "三个代表", "两个一百年"),
    *("三重一大", "三会一课", "两学一做", "一岗双责", "两免一补", "两教一保", "三位一体", "四位一体", "一把手"),
    *("一票否决", "一站式", "一对一", "一条龙", "一门式", "一次性", "一体化", "两不愁三保障", "三通两平台", "三支一扶"),
    *("百年未有", "第一", "唯一", "之一", "万一", "一日活动", "一日生活", "一件事", "一网通", "一张网", "一盘棋"),
    *("学前三年", "前三年", "义务教育九年", "九年义务教育", "九年制", "九年一贯", "十二年一贯", "十五年一贯"),
    *(
        "小学六年",
        "初中三年",
        "高中三年",
        "学前一年",
        "一长四员",
        "两自一包",
        "四点半",
        "三点半",
        "三全育人",
        "一校一品",
    ),
    *(
        "三个面向",
        "六个下功夫",
        "九个坚持",
        "四有好老师",
        "四个服务",
        "三牢记",
        "两个大局",
        "六稳",
        "六保",
        "五育并举",
        "二元",
        "多元",
    ),
)
# What follows a Chinese number and 个 where a way of speaking is meant, not a count.
ABSTRACT: Final = (
    *("方面", "层面", "环节", "维度", "阶段", "步骤", "角度", "结合", "转变", "坚持", "突出", "注重", "聚焦", "确保"),
    *("到位", "优先", "关系", "问题", "原则", "抓手", "关键", "重点", "目标", "百年", "意识", "自信", "维护", "确立"),
    *(
        "不",
        "全面",
        "提升",
        "统一",
        "“",
        '"',
        "‘",
        "严格",
        "必须",
        "着力",
        "专项",
        "一",
        "多月",
        "多小时",
        "覆盖",
        "强化",
        "一律",
        "台阶",
    ),
)
# What is counted though "一个" stands before it.
CONCRETE: Final = (
    *(
        "县",
        "乡",
        "镇",
        "村",
        "街道",
        "学校",
        "中学",
        "小学",
        "幼儿园",
        "基地",
        "中心",
        "教学点",
        "考点",
        "专业",
        "项目",
    ),
    *("试点", "示范", "名师", "工作室", "实验区", "公园", "场馆", "专班", "教室", "班", "集团", "联盟", "联合体"),
)
ONE_COUNTS: Final = ("名", "所", "座", "间", "套", "人", "台", "家", "小时", "分钟", "课时")
STAGES: Final = frozenset(
    (
        *("小学", "初中", "高中", "普通高中", "普高", "中职", "中等职业学校", "幼儿园", "学前", "学前教育", "义务教育"),
        *(
            "特殊教育",
            "中等职业教育",
            "高中阶段",
            "普通初中",
            "普通小学",
            "男生",
            "女生",
            "城区",
            "农村",
            "城市",
            "小班",
        ),
        *("中班", "大班", "职业教育", "高等教育", "乡村", "县城", "义务教育阶段", "小学阶段", "初中阶段"),
    )
)
# A noun that ends so is itself an indicator.
RATES: Final = ("率", "比例", "占比", "比重", "覆盖面", "比率", "满意度")
