"""What one pack has otherwise than another."""

from counties import AREA_1, AREA_2, FIELDS, HEAD, pack_of

from evalcli.packs.differences import differences


def test_a_pack_is_no_different_from_itself() -> None:
    assert differences(pack_of(), pack_of()) == ()


def test_points_rules_words_grades_and_fields() -> None:
    head = HEAD.replace("优秀: 90", "优秀: 92").replace("points: 100", "points: 99")
    area = (
        AREA_1.replace("title: 教育投入", "title: 投入")
        .replace("points: 30", "points: 29")
        .replace("points: 15, value", "points: 14, value")
        .replace("at_least: 85}", "at_least: 90}")
        .replace("普惠率不低于85%", "普惠率不低于90%")
        .replace("clause: 第2条", "clause: 第5条")
    )
    fields = FIELDS.replace("student_ratio:", "new_ratio:").replace("生师比", "新生师比")

    assert differences(pack_of(), pack_of(head, fields, area, AREA_2)) == (
        "满分：100 → 99",
        "等次：优秀 90、良好 80、合格 65、不合格 0 → 优秀 92、良好 80、合格 65、不合格 0",
        "1.1 名称：教育投入 → 投入",
        "1.2 分值：30 → 29",
        "1.2 依据：《评价办法》第2条 → 《评价办法》第5条",
        "1.2a 内容：普惠率不低于85% → 普惠率不低于90%",
        "1.2a 分值：15 → 14",
        "1.2a 规则：数值不低于标准，等于标准即为达标；取值：普惠率；标准下限：85 → 数值不低于标准，等于标准即为达标；取值：普惠率；标准下限：90",
        "不再填报：生师比",
        "增加填报：新生师比",
    )


def test_what_is_there_in_one_only() -> None:
    head = HEAD.replace("points: 100", "points: 70")
    area = AREA_1.replace("      - {id: b, text: 生均", "      - {id: c, text: 新生均")

    assert differences(pack_of(), pack_of(head, FIELDS, area)) == (
        "满分：100 → 70",
        "1.1b 删去：生均支出只增不减",
        "1.1c 新增：新生均支出只增不减，20 分",
        "2.3 删去：依法办学",
    )
    assert differences(pack_of(head, FIELDS, area), pack_of())[-1] == "2.3 新增：依法办学，30 分"


def test_of_many_fields_the_first_are_named() -> None:
    more = "".join(
        f"extra_{number}: {{label: 项{number}, item: '1.1', office: 教体局, meaning: 另加。}}\n" for number in range(13)
    )

    assert differences(pack_of(), pack_of(HEAD, FIELDS + more)) == (
        "增加填报：项0、项1、项2、项3、项4、项5、项6、项7、项8、项9、项10、项11等 13 项",
    )
