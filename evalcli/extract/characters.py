"""One way of writing: full width becomes half width, traditional characters simplified ones, blanks go.

Every sign keeps where it stood, so that what is found in the clean text is shown as it was written.
"""

import re
from dataclasses import dataclass
from typing import Final

# Only what the grammar has words for: no text is ever shown in its simplified form.
_TRADITIONAL: Final = (
    "萬億個達兩於過減與幾學校會從為約數類條項場畝間倍處據實現無論該單雙對應當時點種職務業產專項優質發展鄉鎮縣區員師"
    "資費財經費補貼總計劃規範標準則設備機構圖書館電腦體驗歲餘餐廳課時節門幢棟臺檯冊隊輛戶組織辦園班級內縮壓縮"
    "確保爭取盡穩擴漲幅佔占歷權責監測評價結構層績續後後開關閉訓練參與勞動環境衛生廠庫廣闊強網絡錄製聯繫統籌紀檢"
    "農村貧困殘疾兒童獎勵獲頒團歸還償債務貸款撥補繳納稅額調優選讀寫導領導協議題問題標誌號碼屆輪稱滿較僅佈置"
)
_SIMPLE: Final = (
    "万亿个达两于过减与几学校会从为约数类条项场亩间倍处据实现无论该单双对应当时点种职务业产专项优质发展乡镇县区员师"
    "资费财经费补贴总计划规范标准则设备机构图书馆电脑体验岁余餐厅课时节门幢栋台台册队辆户组织办园班级内缩压缩"
    "确保争取尽稳扩涨幅占占历权责监测评价结构层绩续后后开关闭训练参与劳动环境卫生厂库广阔强网络录制联系统筹纪检"
    "农村贫困残疾儿童奖励获颁团归还偿债务贷款拨补缴纳税额调优选读写导领导协议题问题标志号码届轮称满较仅布置"
)
_WIDE: Final = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？"}
_SIGNS: Final = {"﹪": "%", "﹣": "-", "－": "-", "—": "-", "–": "-", "‐": "-", "−": "-", "～": "~", "〜": "~", "∶": ":"}
_SAME: Final = str.maketrans(dict(zip(_TRADITIONAL, _SIMPLE, strict=True)) | _WIDE | _SIGNS | {"：": ":", "㎡": "㎡"})
_BLANK: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
# Between two of these a blank parts words or numbers: "2 1" are two numbers, "A B" two names.
_LATIN: Final = re.compile(r"[0-9A-Za-z.]")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text in one way of writing, and where each of its signs stood."""

    text: str
    spots: tuple[int, ...]
    written: str

    def original(self, start: int, end: int) -> str:
        """Return a stretch as it was written."""
        return self.written[self.spots[start] : self.spots[end - 1] + 1] if end > start else ""


def clean(written: str) -> Clean:
    """Return a text in one way of writing."""
    same = written.translate(_SAME)
    signs: list[str] = []
    spots: list[int] = []
    end = 0
    for blank in _BLANK.finditer(same):
        signs.append(same[end : blank.start()])
        spots.extend(range(end, blank.start()))
        end = blank.end()
        if _parts(same, blank.start(), end):
            signs.append(" ")
            spots.append(blank.start())
    signs.append(same[end:])
    spots.extend(range(end, len(same)))
    return Clean("".join(signs), tuple(spots), written)


def _parts(text: str, start: int, end: int) -> bool:
    """Return whether the blank between `start` and `end` parts two words."""
    return 0 < start and end < len(text) and bool(_LATIN.match(text[start - 1]) and _LATIN.match(text[end]))
