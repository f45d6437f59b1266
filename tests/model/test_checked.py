"""The number of a finding, and what counts."""

from evalcli.model.checked import Checked, Standing, Status, finding_id
from evalcli.model.notice import About, Level, Notice
from evalcli.model.place import Place


def notice(line=3, values=("8亿元",), at="spending"):
    return Notice(
        "figure.jump", Level.DOUBT, "变动大", "", Place("data.yaml", line), About(at, "支出", "财政局", values)
    )


def test_a_number_is_the_same_wherever_the_value_stands():
    assert finding_id(notice(3)) == finding_id(notice(9))


def test_its_second_half_is_that_of_the_values():
    one, other = finding_id(notice()), finding_id(notice(values=("9亿元",)))

    assert one.split("-")[0] == other.split("-")[0]
    assert one.split("-")[1] != other.split("-")[1]
    assert finding_id(notice(at="pupils")).split("-")[0] != one.split("-")[0]


def test_what_is_about_nothing_is_numbered_by_its_words():
    one = Notice("text.no-year", Level.HINT, "没有年份", place=Place("data.yaml", 3))

    assert finding_id(one) == finding_id(Notice("text.no-year", Level.HINT, "没有年份", place=Place("data.yaml", 8)))
    assert finding_id(one) != finding_id(Notice("text.no-year", Level.HINT, "没有年份"))


def test_only_what_is_open_counts():
    one, other = notice(), notice(at="pupils")
    checked = Checked((Standing(one), Standing(other, Status.MUTED, "已核实")))

    assert (checked.open, checked.of(Status.MUTED)) == ((one,), (other,))
