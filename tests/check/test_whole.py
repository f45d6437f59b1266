"""What is counted one by one and is not whole."""

import pytest
from counties import FIELDS, HEAD
from counties import filled_of as county
from counties import pack_of as small
from school_packs import filled_of, pack_of, rows

from evalcli.check import whole

MORE = """
average: {label: 每校平均人数, item: "1.2", unit: 人, office: 教体局, meaning: 平均。}
posts: {label: 岗位, item: "1.2", unit: 个, decimals: 1, office: 编办, meaning: 可以有半个。}
"""


def told(figures):
    pack = small(HEAD, FIELDS + MORE)
    return [
        (str(n.level), n.code, n.message, str(n.place))
        for n in whole.notices(pack, county(pack, f"figures: {{{figures}}}"))
    ]


def test_half_a_pupil():
    assert told("students: 7875.5人") == [
        ("疑似", "figure.whole", "学生数填的是 7875.5人，不是整数", "data/1.yaml:1:21")
    ]


@pytest.mark.parametrize(
    "figures",
    [
        "students: 7875人, teachers: 0.0636万名",
        "students: 约0.78755万人",
        "spending: 8.3861亿元, coverage: 94.5%, student_ratio: '12.5:1'",
        "average: 45.5人, posts: 2.5个",
        "mechanisms: [甲, 乙]",
    ],
)
def test_what_is_whole_or_need_not_be(figures):
    assert told(figures) == []


def test_half_a_pupil_of_a_school():
    filled, _unread = filled_of(pack_of(""), rows("1 一小 小学 118.5 - - 5 0 31 2360.5"))

    assert [(n.message, n.about.at, n.about.values) for n in whole.notices(pack_of(""), filled)] == [
        ("一小学生数（小学）填的是 118.5，不是整数", "schools.1", ("118.5",))
    ]
