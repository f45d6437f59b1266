"""Templates are found, kept in a sandbox and never make markup of data."""

import pytest
from counties import COUNTY, FULL, scored_of
from reports import OWN, PACK, drafted, own, stopped, told

from evalcli import draft
from evalcli.model.notice import Stopped
from evalcli.model.report import Body


def test_a_countys_own_template_stands_before_ours(tmp_path):
    found = told(drafted(tmp_path, FULL, basis="我们自己写的依据，{{ county.name }}。"))

    assert found[2] == "我们自己写的依据，青川县。"
    assert found[3] == "一、基本情况"


def test_a_template_from_a_windows_editor_is_read(tmp_path):
    home, ours = own(tmp_path)
    (home / "basis.md.j2").write_bytes("\ufeff依据。\r\n再依据。\r\n".encode())

    assert told(draft.report(scored_of(PACK, FULL), (home, ours))[0])[2] == "依据。再依据。"


def test_a_template_that_is_a_link_stays_in_the_countys_folder(tmp_path):
    home, ours = own(tmp_path / "county")
    (tmp_path / "secret").write_text("机密", encoding="utf-8")
    (tmp_path / "county" / "shared.md.j2").write_text("合用的依据。", encoding="utf-8")
    basis = home / "basis.md.j2"
    basis.symlink_to(tmp_path / "county" / "shared.md.j2")
    inside = told(draft.report(scored_of(PACK, FULL), (home, ours))[0])[2]
    basis.unlink()
    basis.symlink_to(tmp_path / "secret")

    with pytest.raises(Stopped) as fault:
        draft.report(scored_of(PACK, FULL), (home, ours))

    assert inside == "合用的依据。"
    assert fault.value.notices[0].message == f"模板这一行做不下去：模板不许这样做（“{OWN}”是链接，指到县文件夹之外）"


@pytest.mark.parametrize(
    "joined",
    [
        "{{ county.city ~ figures.coverage }}",
        "{{ figures.coverage ~ county.city }}",
        "{{ county.city + (figures.coverage | members) }}",
        "{{ (figures.spending | yi) + county.city }}",
        "{{ [figures.coverage, county.city] | join('、') }}",
        "{% set both %}{{ county.city }}{% endset %}{{ both }}{{ figures.coverage }}",
        "{% macro both(x) %}{{ x }}{% endmacro %}{{ both(county.city) }}",
        "{% autoescape false %}{{ county.city }}{% endautoescape %}",
        "{{ county.city | default('x') | trim | list | join }}",
    ],
)
def test_no_way_of_joining_makes_markup_of_data(tmp_path, joined):
    head = COUNTY.replace("city: 广元市", 'city: "**市**"')

    found = drafted(tmp_path, scored=scored_of(PACK, FULL, head=head), basis=joined)

    paragraph = next(block for block in found.blocks if isinstance(block, Body))
    assert "**市**" in "".join(run.text for run in paragraph.text)
    assert not any(run.bold for run in paragraph.text)


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'x'.ljust(999999999) }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ ().__class__ }}",
        "{{ county.name.__class__.__mro__ }}",
        "{{ figures._facts }}",
        "{{ said.args[1].compile_templates('out', zip=none) }}",
        "{{ said.args }}",
        "{{ said['args'] }}",
        "{{ said.func }}",
        "{{ [said] | map(attribute='args.1') | list }}",
        "{{ told.missing }}",
        "{{ phrase.growth.arguments }}",
        "{{ phrase._body_stream }}",
        "{{ loop.cycle }}{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
        "{{ self.context }}",
    ],
)
def test_what_leads_out_of_the_sandbox_is_refused(tmp_path, template):
    code, message, place = stopped(tmp_path, basis=f"甲\n{template}")

    assert (code, place) == ("template.fault", f"{OWN}:2:1")
    assert message.startswith("模板这一行做不下去：")


@pytest.mark.parametrize(
    ("value", "attribute", "kind"),
    [
        ("said.args | length", "args", "partial"),
        ("said['args'] | length", "args", "partial"),
        ("[said] | map(attribute='args') | first | length", "args", "partial"),
        ("phrase.growth.arguments | length", "arguments", "Macro"),
        ("figures._views | length", "_views", "Figures"),
        ("county.name.replace('县', '市')", "replace", "str"),
    ],
)
def test_what_a_template_may_not_look_into_is_not_shown_even_where_it_could_be_printed(
    tmp_path, value, attribute, kind
):
    _code, message, _place = stopped(tmp_path, basis=f"{{{{ {value} }}}}")

    why = f"access to attribute '{attribute}' of '{kind}' object is unsafe."
    assert message == f"模板这一行做不下去：模板不许这样做（{why}）"


@pytest.mark.parametrize(
    "value",
    [
        "said",
        "told",
        "figures",
        "pack",
        "county",
        "areas",
        "filled.figures",
        "self",
        "figures.coverage.filled",
        "county.name.encode()",
        "filled.end - filled.start",
    ],
)
def test_what_is_no_value_does_not_get_into_a_report(tmp_path, value):
    code, message, place = stopped(tmp_path, basis=f"甲\n{{{{ {value} }}}}")

    assert (code, place) == ("template.fault", f"{OWN}:2:1")
    assert message == "模板这一行做不下去：这里不是一个能印的值，要写明是它的哪一项"


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ filled.end.year }}", "2022"),
        ("{{ figures.coverage.number.numerator }}", "94"),
        ("{{ filled.overview.count(1) }}", "0"),
        ("{{ ['甲', '乙'].index('乙') }}", "1"),
        ("{% for key, value in {'甲': year}.items() %}{{ loop['index'] }}{{ key }}{{ value }}{% endfor %}", "1甲2021"),
        ("{{ county.name.strip('县') }}", "青川"),
        ("{{ phrase.growth(figures.spending) }}", "教育支出由上年的8.3752亿元增加到8.3861亿元，增长0.13%"),
    ],
)
def test_what_a_template_may_look_into(tmp_path, template, shown):
    assert told(drafted(tmp_path, FULL, basis=template))[2] == shown


def test_days_may_be_counted_and_whole_numbers_divided(tmp_path):
    basis = "{{ (filled.end - filled.start).days }}天，{{ (areas | length) / 4 }}，{{ (areas | length) / 1 }}"

    assert told(drafted(tmp_path, FULL, basis=basis))[2] == "545天，0.5，2"


def test_what_has_no_end_is_no_number(tmp_path):
    code, message, _place = stopped(tmp_path, basis="{{ 1e308 * year }}")

    assert (code, message) == ("template.fault", "模板这一行做不下去：cannot convert Infinity to integer ratio")


def test_endless_doubling_is_refused(tmp_path):
    doubling = "{% macro m(x, n) %}{% if n %}{{ m(x ~ x, n - 1) }}{% endif %}{% endmacro %}{{ m('x', 40) }}"

    assert stopped(tmp_path, basis=doubling)[1] == "模板这一行做不下去：模板不许这样做（拼出的文字超过 1000000 个字符）"


def test_numbers_may_be_multiplied_and_added(tmp_path):
    assert told(drafted(tmp_path, FULL, basis="{{ year * 2 }}，{{ card.earned + 1 }}"))[2] == "4042，101"


def test_a_text_is_rendered_once(tmp_path):
    text = "text: {'1.1': ['{{ figures.coverage }}[[coverage]]']}\nfigures: {coverage: 94%, mechanisms: ['{{ 7*7 }}']}"

    lines = told(drafted(tmp_path, text, basis="{{ figures.mechanisms }}{{ county.name ~ figures.mechanisms }}"))

    assert lines[2] == "{{ 7*7 }}青川县{{ 7*7 }}"
    assert "{{ figures.coverage }}94%" in lines
