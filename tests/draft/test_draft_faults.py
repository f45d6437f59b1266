"""What goes wrong in a template, told with file and line."""

import pytest
from counties import AREA_2, FIELDS, FULL, HEAD, TEMPLATES, pack_of, scored_of
from reports import OWN, PACK, areas, own, stopped

from evalcli import draft
from evalcli.model.notice import Stopped


@pytest.mark.parametrize(
    ("template", "code", "message", "line"),
    [
        ("甲\n{{ nobody }}", "template.fault", "模板这一行做不下去：没有“nobody”这个名称", 2),
        ("甲\n\n{{ figures.nobody }}", "template.fault", "模板这一行做不下去：没有“nobody”这个名称", 3),
        ("{{ figures.per_pupil['大学'] }}", "template.fault", "模板这一行做不下去：没有“大学”这个名称", 1),
        ("{{ figures.coverage.colour }}", "template.fault", "模板这一行做不下去：没有“colour”这个名称", 1),
        ("甲\n{% nonsense %}", "template.syntax", "模板写错了：Encountered unknown tag 'nonsense'.", 2),
        ("{{ 1 | nonsense }}", "template.syntax", "模板写错了：没有“nonsense”这个过滤器或判断", 1),
        (
            "{% if 1 is nonsense %}{% endif %}",
            "template.fault",
            "模板这一行做不下去：没有“nonsense”这个过滤器或判断",
            1,
        ),
        ("甲\n{% include 'nowhere.md.j2' %}", "template.missing", "找不到模板“nowhere.md.j2”", 2),
        ("甲\n{% include '../../secret' %}", "template.missing", "找不到模板“../../secret”", 2),
        ("甲\n{{ 'x' * 10**9 }}", "template.fault", "模板这一行做不下去：模板不许这样做（模板里不能用 **）", 2),
        ("{{ 'x' * 1000000000 }}", "template.fault", "模板这一行做不下去：模板不许这样做（模板里不能用 *）", 1),
        ("{{ [1] * 1000000000 }}", "template.fault", "模板这一行做不下去：模板不许这样做（模板里不能用 *）", 1),
        ("{{ [1] + [2] }}", "template.fault", "模板这一行做不下去：模板不许这样做（模板里不能用 +）", 1),
        ("{{ '%9999999999d' % 1 }}", "template.fault", "模板这一行做不下去：模板不许这样做（模板里不能用 %）", 1),
        ("{{ 9 ** 9 }}", "template.fault", "模板这一行做不下去：模板不许这样做（模板里不能用 **）", 1),
        ("{% for x in range(9) %}{% endfor %}", "template.fault", "模板这一行做不下去：没有“range”这个名称", 1),
        ("{{ lipsum() }}", "template.fault", "模板这一行做不下去：没有“lipsum”这个名称", 1),
        ("{{ 'x' | center(999999999) }}", "template.syntax", "模板写错了：没有“center”这个过滤器或判断", 1),
        ("{{ county.name | safe }}", "template.syntax", "模板写错了：没有“safe”这个过滤器或判断", 1),
        (
            "甲\n{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}",
            "template.fault",
            "模板这一行做不下去：模板或宏没完没了地调用自己",
            2,
        ),
        ("{{ figures.students | wan }}", "template.fault", "模板这一行做不下去：“学生数”的单位是“人”，不是钱数", 1),
        ("{{ county.name | grew }}", "template.fault", "模板这一行做不下去：'str' object has no attribute 'growth'", 1),
        ("{{ formula('1 / ') }}", "template.fault", None, 1),
        ("{{ figures.coverage.grown }}", "template.fault", "模板这一行做不下去：这里没有值可印", 1),
        ("甲\n::: insert nothing", "template.insert", "模板里的“::: insert nothing”不认识", 2),
    ],
)
def test_a_fault_of_a_template_is_told_with_file_and_line(tmp_path, template, code, message, line):
    found = stopped(tmp_path, basis=template)

    assert (found[0], found[2]) == (code, f"{OWN}:{line}:1")
    assert message is None or found[1] == message


def test_a_template_in_another_encoding_is_told(tmp_path):
    home, ours = own(tmp_path)
    (home / "basis.md.j2").write_bytes("依据".encode("gb18030"))

    with pytest.raises(Stopped) as fault:
        draft.report(scored_of(PACK, FULL), (home, ours))

    (notice,) = fault.value.notices
    assert (notice.code, notice.message, str(notice.place)) == (
        "template.syntax",
        "模板写错了：不是 UTF-8 编码的文本",
        f"{OWN}:1:1",
    )


def test_a_fault_in_a_sentence_of_the_pack_names_the_item_and_the_verdict():
    pack = pack_of(
        HEAD, FIELDS, *areas(AREA_2.replace("    key_points:", "    say:\n      达标: '{{ nobody }}'\n    key_points:"))
    )

    with pytest.raises(Stopped) as fault:
        draft.report(scored_of(pack, FULL), (TEMPLATES,))

    assert str(fault.value.notices[0].place) == "small/area-2.yaml › 2.3 › say.达标:1:1"


def test_an_insert_that_only_comes_about_is_told_without_a_line(tmp_path):
    assert stopped(tmp_path, basis="::: insert {{ county.kind }}") == (
        "template.insert",
        "模板里的“::: insert 县”不认识",
        "None",
    )
