"""No template, of a county's or a pack's, fills the memory or runs for ever: it ends with a message."""

import pytest
from counties import FULL
from reports import OWN, drafted, stopped, told

_ENDLESS = "模板这一行做不下去：模板不许这样做（模板没完没了，一份报告用不了这么多）"
_LONG = "模板这一行做不下去：模板不许这样做（拼出的文字超过 1000000 个字符）"
_DIGITS = "模板这一行做不下去：模板不许这样做（算出的数位数太多）"


def _again(step: str, start: str) -> str:
    """Return a macro that makes `step` of its x, forty times over."""
    return f"{{% macro m(x, n) %}}{{% if n %}}{step}{{% endif %}}{{% endmacro %}}{{{{ m({start}, 40) }}}}"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (_again("{% set y %}{{ x }}{{ x }}{% endset %}{{ m(y, n - 1) }}", "'xxxx'"), _ENDLESS),
        (_again("{{ m(x, n - 1) }}{{ m(x, n - 1) }}", "1"), _ENDLESS),
        (_again("{{ m([x, x] | join, n - 1) }}", "'x'"), _LONG),
        (_again("{{ m([x, x] | listed, n - 1) }}", "'x'"), _LONG),
        (_again("{{ m(x * x, n - 1) }}", "9"), _DIGITS),
        (_again("{{ m(x + 1 / x, n - 1) }}", "formula('7').number"), _DIGITS),
        (_again("{{ m([x, 1 / x] | sum, n - 1) }}", "formula('7').number"), _DIGITS),
    ],
)
def test_what_grows_without_end_is_refused(tmp_path, template, message):
    assert stopped(tmp_path, basis=template) == ("template.fault", message, f"{OWN}:1:1")


def test_loops_in_loops_are_refused(tmp_path):
    digits = "{% set d = '" + "0123456789" * 10 + "' %}"
    loops = "".join(f"{{% for {name} in d %}}" for name in "abcdef")

    assert stopped(tmp_path, basis=f"{digits}{loops}{'{% endfor %}' * 6}")[:2] == ("template.fault", _ENDLESS)


def test_a_template_that_takes_itself_in_twice_is_refused(tmp_path):
    twice = "{% set n = n - 1 %}{% if n %}{% include 'twice.md.j2' %}{% include 'twice.md.j2' %}{% endif %}"

    found = stopped(tmp_path, basis="{% set n = 30 %}{% include 'twice.md.j2' %}", twice=twice)

    assert found[:2] == ("template.fault", _ENDLESS)


def test_python_takes_no_more_than_twenty_loops_in_one_another(tmp_path):
    deep = "{% for x in [1] %}" * 22 + "{% endfor %}" * 22

    assert stopped(tmp_path, basis=deep) == ("template.syntax", "模板写错了：循环套得太深", OWN)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ (1).to_bytes(1000000000, 'big') }}", "access to attribute 'to_bytes' of 'int' object is unsafe."),
        ("{{ (1).from_bytes }}", "access to attribute 'from_bytes' of 'int' object is unsafe."),
        (
            "{{ formula('1').number.limit_denominator(3) }}",
            "access to attribute 'limit_denominator' of 'Fraction' object is unsafe.",
        ),
    ],
)
def test_a_number_has_no_methods(tmp_path, template, message):
    assert stopped(tmp_path, basis=template)[1] == f"模板这一行做不下去：模板不许这样做（{message}）"


@pytest.mark.parametrize("asked", ["number('', 13)", "percent(13)"])
def test_a_number_has_no_more_places_than_anybody_reads(tmp_path, asked):
    found = stopped(tmp_path, basis=f"{{{{ formula('share(1, 3)') | {asked} }}}}")

    assert found[:2] == ("template.fault", "模板这一行做不下去：最多 12 位小数")


@pytest.mark.parametrize("how", ["sum", "sum(start=[])"])
def test_lists_are_no_sum(tmp_path, how):
    assert stopped(tmp_path, basis=f"{{{{ [[1], [2]] | {how} }}}}")[0] == "template.fault"


def test_numbers_are_added_up_as_before(tmp_path):
    basis = "{{ [1, 2] | sum }}，{{ ['甲', '乙丙'] | map('length') | sum }}"

    assert told(drafted(tmp_path, FULL, basis=basis))[2] == "3，3"


def test_the_effort_of_one_report_is_not_that_of_the_next(tmp_path):
    loops = "{% for a in d %}{% for b in d %}{% for c in d %}{% endfor %}{% endfor %}{% endfor %}甲"
    basis = "{% set d = '" + "0123456789" * 9 + "' %}" + loops

    assert [told(drafted(tmp_path / str(number), FULL, basis=basis))[2] for number in (1, 2)] == ["甲", "甲"]
