"""What a coefficient of variation is made of: every school with its value, its weight and its row."""

from fractions import Fraction

from evalcli.model.facts import Across, OfSchool, Spread
from evalcli.model.place import Place
from evalcli.model.trace import Step
from evalcli.rules.spread import step_of


def test_every_school_stands_in_the_trace_so_that_mean_and_deviation_can_be_redone() -> None:
    one, other = Place("学校.xlsx", 2, 1, sheet="小学"), Place("学校.xlsx", 3, 1, sheet="小学")
    # Values 1 and 3, weights alike: mean 2, deviation 1, coefficient 0.5.
    spread = Spread(Fraction(2), Fraction(1), Fraction(1, 2), Fraction(1, 2))
    schools = (OfSchool("一小", Fraction(1), Fraction(45), one), OfSchool("二小", Fraction(3), Fraction(45), other))
    table = Across("生均册数", "册", 2, None, schools, (), (), spread)

    assert step_of("生均册数", spread, table) == Step(
        "生均册数差异系数", "0.5", "S 1 ÷ X̄ 2",
        parts=(
            Step("方法", "按学生数加权的总体差异系数，2所学校"),
            Step("不加权（仅供对照）", "0.5"),
            Step("一小", "1册", "权重45", one),
            Step("二小", "3册", "权重45", other),
        ),
    )  # fmt: skip
