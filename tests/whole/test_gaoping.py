"""The Gaoping example from files to report: nothing lost on the way, nothing wrong passed over in silence."""

import csv
import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from command_line import evalcli
from golden import agrees
from outline import outline

from evalcli import flow
from evalcli.model.notice import Level
from evalcli.publish import publish

ROWS = Path(__file__).with_name("gaoping_figures.tsv")
PLANS = "plan"


@pytest.fixture(scope="module")
def scored(gaoping):
    return flow.score_county(gaoping)


@pytest.fixture(scope="module")
def drafted(scored, gaoping):
    draft, missing = flow.draft_report(scored, gaoping.parent)
    assert missing == ()
    return draft


@pytest.fixture(scope="module")
def word(drafted):
    return publish(drafted, "docx")


@pytest.fixture(scope="module")
def notices(gaoping):
    return flow.check_county(gaoping)


@pytest.fixture
def expected(gaoping):
    return gaoping.parent / "expected"


def test_the_scorecard(gaoping, expected, update):
    result = evalcli("score", "--format", "json", str(gaoping))

    agrees(expected / "scorecard.json", result.out, update=update)
    assert result.code == 0


def test_the_report_as_markdown(drafted, expected, update):
    agrees(expected / "report.md", publish(drafted, "md").decode(), update=update)


def test_the_outline_of_the_word_report(word, expected, update):
    agrees(expected / "report.outline.txt", outline(word), update=update)


def test_the_notices(gaoping, expected, update):
    result = evalcli("check", str(gaoping))

    agrees(expected / "notices.txt", result.out + result.err, update=update)
    assert result.code == 0


def test_printed_points_add_up(gaoping):
    found = json.loads(evalcli("score", "--format", "json", str(gaoping)).out)

    areas = found["areas"]
    for what in ("earned", "open", "full"):
        items = [sum(_cents(item[what]) for item in area["items"]) for area in areas]
        assert items == [_cents(area[what]) for area in areas]
        assert sum(items) == _cents(found["total"][what])
    points = [point["earned"] for area in areas for item in area["items"] for point in item["points"]]
    assert sum(_cents(point) for point in points if point) == _cents(found["total"]["earned"])


def _cents(text):
    whole, _point, part = text.partition(".")
    return int(whole) * 100 + int(part)


def sections(data):
    """Return the text of a Word report by item, and that of the plans; the annexes are left out."""
    found, at = {}, ""
    for paragraph in docx.Document(BytesIO(data)).paragraphs:
        style = paragraph.style.name
        if paragraph.text == "附件1":
            return found
        if style.startswith("Heading"):
            level = int(style[-1])
            at = paragraph.text.partition(".")[2] if level == 3 else at if at == PLANS and level > 1 else ""
            at = PLANS if level == 1 and "下一步" in paragraph.text else at
        elif at:
            found[at] = found.get(at, "") + paragraph.text + "\n"
    raise AssertionError("no annex")


def figures():
    with ROWS.open(encoding="utf-8", newline="") as file:
        return [(int(row["row"]), row["section"], row["text"]) for row in csv.DictReader(file, delimiter="\t")]


def test_every_row_of_the_source_has_a_figure_to_find():
    assert {row for row, _section, _text in figures()} == set(range(1, 130))


def test_the_report_carries_every_figure_where_it_belongs(word, scored):
    titles = {item.indicator.title: item.indicator.id for item in scored.card.items}
    told = {titles.get(title, title): text for title, text in sections(word).items()}

    assert [one for one in figures() if one[2] not in told.get(one[1], "")] == []


def test_every_figure_of_the_report_names_its_field(drafted, scored):
    claims = {run.claim.removeprefix("=").partition(".")[0] for run in _runs(drafted) if run.claim}
    formulas = {claim for claim in claims if claim not in scored.pack.fields}

    used = {key[0] for key in scored.filled.figures}
    assert used <= claims
    assert all(any(name in formula for name in scored.pack.fields) for formula in formulas)


def _runs(drafted):
    for block in drafted.blocks:
        for part in getattr(block, "blocks", (block,)):
            for row in getattr(part, "rows", ()):
                yield from (run for cell in row.cells for run in cell)
            yield from getattr(part, "text", ())


CONTRADICTIONS = [
    (
        "relation.inclusive-coverage",
        (
            "普惠性幼儿园覆盖率填报94%，按园数（独立公办11所、附属公办43所、普惠民办79所、非普惠7所）复算不是这个数"
            "（一边 94%，另一边 (11 + 43 + 79) ÷ (11 + 43 + 79 + 7) × 100 = 95%）"
        ),
    ),
    (
        "relation.large-class-from",
        "“大班额”的起点，高中布局写56人，下一步打算写55人，两处不一致（一边 56人，另一边 55人）",
    ),
    ("target.below-present", "普惠性幼儿园覆盖率目标为91%，低于现状 94%（普惠性幼儿园覆盖率，data/area-4.yaml:14:25）"),
    (
        "figure.twin",
        "学生资助人次（普高助学金）和学生资助人次（普高学费减免）都是 14726人次，像是抄了同一个数（另一处：data/area-4.yaml:31:14）",
    ),
    (
        "relation.ethics-mechanisms-named",
        "师德机制写明6个，列出名称的只有：学习教育、示范引领、评查整治、负面清单，个数不符（一边 4，另一边 6个）",
    ),
    ("text.after-period", "3.8 的做法提到“2022年秋季”，晚于评价期截止日（2022-06-30）"),
    ("text.after-period", "3.10 的做法提到“2022年秋季”，晚于评价期截止日（2022-06-30）"),
    ("text.after-period", "4.14 的做法提到“2022年7月”，晚于评价期截止日（2022-06-30）"),
    ("text.no-year", "3.11 的做法提到“8月底”，没有写年份，看不出是否在评价期内"),
    ("growth.unverifiable", "一般公共预算教育支出只填了增幅，没有上年值，增幅无法复算"),
    (
        "growth.unverifiable",
        "生均一般公共预算教育支出（幼儿园、小学、初中、普高、中职）只填了增幅，没有上年值，增幅无法复算",
    ),
    (
        "growth.unverifiable",
        "生均一般公共预算公用经费（幼儿园、小学、初中、普高、中职）只填了增幅，没有上年值，增幅无法复算",
    ),
    ("target.no-present", "高中阶段教育毛入学率目标为92%以上，但没有填报现状（高中阶段教育毛入学率），无法看出差距"),
    ("target.no-present", "2022年底教室照明整改目标为50%，但没有填报现状（教室照明整改完成率），无法看出差距"),
    ("target.no-present", "2023年底教室照明整改目标为100%，但没有填报现状（教室照明整改完成率），无法看出差距"),
    ("target.no-present", "学前三年毛入园率目标为95%，但没有填报现状（学前三年毛入园率），无法看出差距"),
    ("target.no-present", "公办园在园幼儿占比目标为60%，但没有填报现状（公办园在园幼儿占比），无法看出差距"),
]


@pytest.mark.parametrize(("code", "message"), CONTRADICTIONS)
def test_a_known_contradiction_of_the_document_is_told(notices, code, message):
    assert (code, message) in [(notice.code, notice.message) for notice in notices]


def test_nothing_but_the_known_contradictions_and_what_is_missing_is_told(notices):
    told = {(notice.code, notice.message) for notice in notices if notice.code != "data.missing"}

    assert told == set(CONTRADICTIONS)
    assert not any(notice.level in (Level.MUST, Level.STOP) for notice in notices)


def test_problems_and_plans_are_of_one_count_and_order(word, scored):
    headings = [
        paragraph.text for paragraph in docx.Document(BytesIO(word)).paragraphs if paragraph.style.name == "Heading 2"
    ]

    plans = [f"（{'一二三四'[number]}）{problem.plan_head}" for number, problem in enumerate(scored.filled.problems)]
    assert headings[-4:] == plans


def test_the_report_is_the_same_to_the_byte_every_time(scored, gaoping, word):
    draft, _missing = flow.draft_report(scored, gaoping.parent)

    assert publish(draft, "docx") == word


def test_the_three_formats_carry_the_same_figures(drafted):
    markdown, html = (publish(drafted, form).decode() for form in ("md", "html"))

    for figure in ("8.3861亿元", "0.13%", "1387万余元", "近5万条", "12.38:1"):
        assert figure in markdown
        assert figure in html
