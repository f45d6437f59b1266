"""A county that filled in everything, both years, and contradicts itself nowhere hears of no doubt.

It is the Gaoping example with what its document leaves out or gets wrong put right; the added values are made up.
"""

import shutil

import pytest

from evalcli import flow
from evalcli.model.notice import Level

MENDED = {
    "area-3.yaml": [("2022年秋季", "2022年春季"), ("8月底", "2021年8月底")],
    "area-4.yaml": [
        ("2022年7月", "2022年5月"),
        ("inclusive_coverage: 94%", "inclusive_coverage: 95%"),
        ("普高学费减免: 14726人次", "普高学费减免: 14697人次"),
    ],
    "area-5.yaml": [("负面清单]", "负面清单, 监督举报, 考核激励]")],
    "plan.yaml": [
        ("large_class_plan_from: 55人", "large_class_plan_from: 56人"),
        ("inclusive_coverage_target: 91%", "inclusive_coverage_target: 97%"),
    ],
}
ADDED = """
figures:
  - education_spending: {2020: 8.3752亿元}
    spending_per_pupil:
      幼儿园: {2020: 6626.22元}
      小学: {2020: 10795.83元}
      初中: {2020: 14567.02元}
      普高: {2020: 12914.26元}
      中职: {2020: 9103.85元}
    public_funds_per_pupil:
      幼儿园: {2020: 1283.53元}
      小学: {2020: 2150.50元}
      初中: {2020: 2980.05元}
      普高: {2020: 2143.30元}
      中职: {2020: 4445.17元}
    senior_general_intake: 2630人
    senior_vocational_intake: 2510人
    senior_enrolment_rate: 91%
    private_enrolment_plan: {2021: 300人, 2020: 320人}
    private_pupil_share: {2021: 4.2%, 2020: 4.5%}
    preschool_enrolment: 93%
    public_child_share: 52%
    junior_retention: 99.1%
    disabled_enrolment: 97%
    balanced_indicators_met: 28项
    large_classes: 3个
    aid_due: 7316.96万元
    poverty_dropouts: 0人
    teacher_pay: {2021: 98650元, 2020: 95210元}
    civil_servant_pay: {2021: 98410元, 2020: 94870元}
    inspection_items: {2021: 9项, 2020: 20项}
    primary_students: 30120人
    primary_staff: 1640名
    junior_students: 14310人
    junior_staff: 1080名
    training_funds_share: 5%
    researcher_subjects: 13个
    required_subjects: 13个
    abnormal_deaths: 0人
    textbook_violations: 0起
    lighting_done_share: 42%
    myopia_rate: {2021: 48.2%, 2020: 49.1%}
    admission_violations: 0起
    exam_accidents: 0起
    fee_complaints_upheld: 3起
    exam_admission: 否
    school_selection: 否
    major_safety_accident: 否
    fraud: 否
"""


@pytest.fixture
def clean(gaoping, tmp_path):
    folder = tmp_path / "county"
    shutil.copytree(gaoping.parent, folder, ignore=shutil.ignore_patterns("out", "expected"))
    for name, changes in MENDED.items():
        path = folder / "data" / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    (folder / "data" / "zz-added.yaml").write_text(ADDED, encoding="utf-8")
    return folder / "county.yaml"


def test_a_clean_county_raises_no_doubt(clean):
    assert [(str(notice.level), notice.code, notice.message) for notice in flow.check_county(clean)] == []


def test_a_clean_county_has_every_verdict(clean):
    card = flow.score_county(clean).card

    assert {str(item.verdict) for item in card.items} <= {"达标", "基本达标", "未达标", "待评定"}
    assert [veto.hit for veto in card.vetoes] == [False, False, False, False]


def test_a_clean_county_has_its_report(clean):
    scored = flow.score_county(clean)

    _draft, missing = flow.draft_report(scored, clean.parent)

    assert missing == ()
    assert not any(notice.level is Level.MUST for notice in scored.notices)
