"""The file in which an old report waits for a person: a data file, in which no figure counts yet."""

from old_reports import PACK, old

from evalcli import read
from evalcli.model.document import Mapping
from evalcli.read.yaml_file import parse
from evalcli.recall import written

REPORT = (
    "某县自评报告",
    "1.教育投入。2021年教育支出8.3861亿元，同比增长0.13%。一是足额安排。预算优先。二是及时拨付。",
    "2.普惠和师资。",
    "生师比12.38:1，食堂人员1:100。",
    "7.后勤服务。“食堂”改善{{ 7 }}。",
)


def lines(*report):
    return written(old(*report), PACK).splitlines()


def test_the_text_counts_as_written_and_figures_wait():
    document, notices = parse(written(old(*REPORT), PACK).encode(), "待确认.yaml")

    assert notices == ()
    assert read.shape(document, read.schema("data")) == ()
    assert isinstance(document.root, Mapping)
    assert [key.text for key, _node in document.root.entries] == ["text"]
    assert read.plain(document.root)["text"] == {
        "1.1": [
            {"say": "2021年教育支出8.3861亿元，同比增长0.13%。"},
            {"say": "足额安排。预算优先。"},
            {"say": "及时拨付。"},
        ],
        "1.2": [{"say": "生师比12.38:1，食堂人员1:100。"}],
    }


def test_every_figure_is_listed_beside_its_field():
    found = [line for line in lines(*REPORT) if line.startswith("#   ")]

    assert found[:2] == [
        '#   spending: {2021: "8.3861亿元"}   # 教育支出',
        '#   spending.growth: "0.13%"   # 教育支出增幅',
    ]
    assert '#   student_ratio: "12.38:1"   # 生师比' in found
    assert any("1:100" in line and "没有对得上的填报项" in line for line in found)


def test_what_found_no_place_is_kept_as_a_remark():
    assert [line for line in lines(*REPORT) if "后勤" in line] == ["# 第5段：7.后勤服务。“食堂”改善{{ 7 }}。"]


def test_a_member_that_is_not_named_is_left_open():
    assert '#   per_pupil: {…: {2021: "9元"}}   # 生均支出' in lines("1.教育投入。2021年生均支出9元。")


def test_a_report_in_which_nothing_is_alike():
    found = lines("后勤服务改善。")

    assert "# 没有找到和指标对得上的段落。" in found
    assert not any("figures" in line for line in found)


def test_a_long_heading_is_cut():
    assert any(
        "…”（第1段" in line for line in lines("1.教育投入" + "和各项经费保障机制不断健全完善" * 3 + "。投入不减。")
    )
