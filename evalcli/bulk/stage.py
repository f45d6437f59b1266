"""The schools of one stage, county by county: how many count, the coefficient of variation of each measure, who complies.

A coefficient of variation is a binary fraction here and stands between two bounds: S²/X̄² = Σp · Σpx² ÷ (Σpx)² − 1 loses at
most so many units in the last binary place for every school. A verdict or a printed figure that is not the same at both
bounds is not given: the county is unsure, and is reckoned in fractions (`exact.py`).
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from operator import add, and_, or_
from string import Formatter
from typing import Any, Final

import polars as pl

from evalcli.bulk.asked import Asked, named
from evalcli.bulk.columns import Ratio, StageColumns, compared, constant, reckon
from evalcli.bulk.schools import Schools
from evalcli.formula.parse import parse
from evalcli.language import _
from evalcli.model.facts import Verdict
from evalcli.model.numbers import Number, telling
from evalcli.model.pack import KeyPoint
from evalcli.rules import spread

# A rounding error is 2**-53; every school adds three of them, the rest of the way 64 at most. Taken four times over.
_ERROR: Final = 2.0**-51
_STEPS: Final = 64
_TENS: Final = 10**spread.PLACES


def standings(schools: Schools, asks: tuple[Asked, ...]) -> list[pl.DataFrame]:
    """Return for every stage one row for every county: what its schools come to, and whether that is sure."""
    plans = [plan for ask in asks for plan in _plans(schools, ask)]
    found = iter(pl.collect_all(plans))
    every = schools.frame.select(pl.col("county").unique())
    made = []
    for ask, summed, left_out in zip(asks, found, found, strict=True):
        whole = every.join(summed, on="county", how="left").join(left_out, on="county", how="left")
        made.append(_judged(whole.with_columns(pl.col("^(schools|lacking|out\\..*|.*\\.reached)$").fill_null(0)), ask))
    return made


def _plans(schools: Schools, ask: Asked) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Return how the schools of a stage that count are added up by county, and those that were left out."""
    row = StageColumns(schools.spec, ask.stage, schools.columns)
    found = {name: reckon(parse(formula).root, row) for name, formula in ask.formulas.items()}
    out, doubts = row.out(schools.spec.leave_out)
    rows = schools.frame.lazy().filter(row.belongs).with_columns(*row.parts).with_columns(out.alias("out"))
    counted = rows.filter(pl.col("out").is_null()).select("county", *_of_school(ask, row.weight, found, doubts))
    left = rows.filter(pl.col("out").is_not_null()).select("county", "out").group_by("county").agg(*_left_out(schools))
    return counted.group_by("county").agg(*_of_county(ask)), left


def _left_out(schools: Schools) -> list[pl.Expr]:
    return [(pl.col("out") == number).sum().alias(f"out.{number}") for number in range(len(schools.spec.leave_out))]


def _of_school(ask: Asked, weight: Ratio, found: Mapping[str, Ratio], doubts: tuple[pl.Expr, ...]) -> list[pl.Expr]:
    """Return what is asked of every school: measures, whether they reach their standards, conditions, and doubts."""
    values = {name: found[name] for name in ask.measures}
    lacking = reduce(or_, (ratio.top.is_null() | ratio.under.is_null() for ratio in (weight, *found.values())))
    made = [weight.top.alias("weight"), lacking.alias("lacking")]
    for name in ask.spreads:
        made.append(values[name].value.alias(f"{name}.x"))
        doubts += values[name].unsure
    for name, measure in ask.measures.items():
        if ask.stage in measure.at_least:
            reached = compared(values[name], ">=", constant(measure.at_least[ask.stage]))
            made.append((reached.top > 0).alias(f"{name}.reached"))
            doubts += reached.doubts
    for point in ask.points:
        if point.rule == "each_school":
            passes, more = _passes(point, ask, values)
            made.append(passes.alias(f"{point.id}.passing"))
            doubts += more
        elif point.rule == "no_school":
            hit = compared(found[named(point)[0]], "!=", constant(0))
            made.append((hit.top > 0).alias(f"{point.id}.hit"))
            doubts += hit.doubts
    return [*made, reduce(or_, (doubt.fill_null(value=False) for doubt in doubts), pl.lit(value=False)).alias("unsure")]


def _passes(point: KeyPoint, ask: Asked, values: Mapping[str, Ratio]) -> tuple[pl.Expr, tuple[pl.Expr, ...]]:
    """Return whether a school reaches enough measures, and the floor in the others."""
    standards = {name: ask.measures[name].at_least.get(ask.stage, 0) for name in named(point)}
    reached = [compared(values[name], ">=", constant(limit)) for name, limit in standards.items()]
    total = reduce(add, (one.top for one in reached))
    passes = total >= point.parameters["reach"]
    doubts = tuple(doubt for one in reached for doubt in one.doubts)
    if "floor" in point.parameters:
        floor = _share(point.parameters["floor"])
        near = [compared(values[name], ">=", constant(Fraction(limit) * floor)) for name, limit in standards.items()]
        passes &= reduce(and_, (one.top > 0 for one in (near if floor <= 1 else reached)))
        doubts += tuple(doubt for one in near for doubt in one.doubts)
    return pl.when(total.is_not_null()).then(passes), doubts


def _share(percent: str) -> Fraction:
    return Fraction(percent.rstrip("%")) / 100


def _of_county(ask: Asked) -> list[pl.Expr]:
    weight = pl.col("weight")
    made = [pl.len().alias("schools"), pl.col("lacking").sum(), pl.col("unsure").any(), weight.sum().alias("weights")]
    for name in ask.spreads:
        weighed = weight * pl.col(f"{name}.x")
        made += [weighed.sum().alias(f"{name}.sum"), (weighed * pl.col(f"{name}.x")).sum().alias(f"{name}.squares")]
        made.append(pl.col(f"{name}.x").null_count().alias(f"{name}.none"))
    made += [pl.col(f"{name}.reached").sum() for name in ask.measures if ask.stage in ask.measures[name].at_least]
    counts = {"each_school": "passing", "no_school": "hit"}
    for point in ask.points:
        if point.rule in counts:
            column = pl.col(f"{point.id}.{counts[point.rule]}")
            made += [column.sum(), column.null_count().alias(f"{point.id}.none")]
    return [*made, weight.null_count().alias("weightless")]


def _judged(sums: pl.DataFrame, ask: Asked) -> pl.DataFrame:
    """Return what the sums of every county come to."""
    bounds = sums.with_columns(*(bound for name in ask.spreads for bound in _bounds(name)))
    texts: dict[str, pl.Series] = {}
    unsure = bounds["unsure"].fill_null(value=False)
    for name in ask.spreads:
        low, high = (bounds[f"{name}.{end}"] for end in ("low", "high"))
        texts[f"{name}.cv"], open_ = _texts(low, high, ask.limit(name))
        unsure |= open_
    bounds = bounds.with_columns(text.alias(name) for name, text in texts.items())
    for point in ask.points:
        value, verdict, open_ = _KINDS[point.rule](bounds, ask, point)
        texts |= {f"{point.id}.value": value, f"{point.id}.verdict": verdict}
        unsure |= open_
    kept = [column for column in bounds.columns if column.startswith("out.") or column.endswith(".reached")]
    shown = bounds.select("county", "schools", "lacking", *kept)
    return shown.with_columns(unsure.alias("unsure"), *(series.alias(name) for name, series in texts.items()))


def _bounds(name: str) -> tuple[pl.Expr, ...]:
    """Return the bounds of a coefficient of variation; none where a school lacks its number, or the mean is zero."""
    summed = pl.col(f"{name}.sum")
    whole = (pl.col(f"{name}.none") == 0) & (pl.col("weightless") == 0) & (summed != 0)
    square = pl.when(whole).then(pl.col(f"{name}.squares") * pl.col("weights") / (summed * summed) - 1)
    error = (pl.col("schools") + _STEPS) * _ERROR * (1 + square.abs())
    low, high = (square - error).clip(lower_bound=0).sqrt(), (square + error).clip(lower_bound=0).sqrt()
    return low.alias(f"{name}.low"), high.alias(f"{name}.high")


def _texts(low: pl.Series, high: pl.Series, limit: Number | None) -> tuple[pl.Series, pl.Series]:
    """Return how numbers between two bounds are printed, and where the bounds do not print alike."""
    frame = pl.DataFrame({"low": low, "high": high})
    at = [(pl.col(end) * _TENS + 0.5).floor().cast(pl.Int64) for end in ("low", "high")]
    units, rest = at[0] // _TENS, (at[0] % _TENS).cast(pl.String).str.zfill(spread.PLACES)
    text = (units.cast(pl.String) + "." + rest).str.strip_chars_end("0").str.strip_chars_end(".")
    frame = frame.with_columns(
        text.alias("text"), (at[0] != at[1]).fill_null(value=False).alias("open"), at[0].alias("at")
    )
    if limit is None:
        return frame["text"], frame["open"]
    # As near to its limit as this a figure is printed with more places than usual.
    near = (frame["at"] - int(Fraction(limit) * _TENS)).abs() <= 1
    lines = near.arg_true().to_list()
    told = [tuple(telling(Fraction(end), spread.PLACES, limit) for end in frame.row(line)[:2]) for line in lines]
    if told:
        frame[lines, "text"] = pl.Series([one for one, _other in told])
        frame[lines, "open"] = pl.Series([one != other for one, other in told])
    return frame["text"], frame["open"]


Judged = tuple[pl.Series, pl.Series, pl.Series]


def _spread(sums: pl.DataFrame, ask: Asked, point: KeyPoint) -> Judged:
    names = named(point)
    if len(names) > 1 or ask.limit(names[0]) != Fraction(str(point.parameters["at_most"])):
        return _between(sums, point, pl.max_horizontal)
    # One measure alone is printed as it stands.
    low, high, text = (sums[f"{names[0]}.{end}"] for end in ("low", "high", "cv"))
    return _within(low, high, text, pl.repeat(value=False, n=len(sums), eager=True), point)


def _mean_spread(sums: pl.DataFrame, _ask: Asked, point: KeyPoint) -> Judged:
    return _between(sums, point, pl.mean_horizontal)


def _between(sums: pl.DataFrame, point: KeyPoint, together: Any) -> Judged:
    """Return whether what stands between two bounds stays at or under a limit; missing where one measure is."""
    limit = Fraction(str(point.parameters["at_most"]))
    known = pl.all_horizontal(pl.col(f"{name}.low").is_not_null() for name in named(point))
    low, high = (
        sums.select(pl.when(known).then(together([f"{name}.{end}" for name in named(point)])).alias(end))[end]
        for end in ("low", "high")
    )
    return _within(low, high, *_texts(low, high, limit), point)


def _within(low: pl.Series, high: pl.Series, text: pl.Series, open_: pl.Series, point: KeyPoint) -> Judged:
    """Return the verdict on a number between two bounds, and where they lie on two sides of the limit."""
    limit = Fraction(str(point.parameters["at_most"]))
    at = limit.numerator / limit.denominator
    astride = ((low <= at) & (high > at)).fill_null(value=False)
    return text.fill_null(""), _verdict(high <= at), open_ | astride


def _each_school(sums: pl.DataFrame, ask: Asked, point: KeyPoint) -> Judged:
    passing = pl.col(f"{point.id}.passing")
    wanted = 100 - 100 * _share(point.parameters.get("tolerate", "0%"))
    enough = passing * (100 * wanted.denominator) >= pl.col("schools") * wanted.numerator
    text = _filled_in(_("{passing}/{all}所"), passing=passing, all=pl.col("schools"))
    standard = all(ask.stage in ask.measures[name].at_least for name in named(point))
    return _counted(sums, point, enough if standard else pl.lit(None, dtype=pl.Boolean), text)


def _no_school(sums: pl.DataFrame, _ask: Asked, point: KeyPoint) -> Judged:
    hit = pl.col(f"{point.id}.hit")
    allowed = 100 * _share(point.parameters.get("tolerate", "0%"))
    few = hit * (100 * allowed.denominator) <= pl.col("schools") * allowed.numerator
    text = pl.when(hit == 0).then(pl.lit(_("0所"))).otherwise(_filled_in(_("{hit}所"), hit=hit))
    return _counted(sums, point, few, text)


def _filled_in(template: str, **numbers: pl.Expr) -> pl.Expr:
    """Return a message with a number of every county in it."""
    parts = [(pl.lit(word), numbers.get(name or "", pl.lit(""))) for word, name, *_more in Formatter().parse(template)]
    return pl.concat_str([part for pair in parts for part in pair])


def _counted(sums: pl.DataFrame, point: KeyPoint, met: pl.Expr, text: pl.Expr) -> Judged:
    """Return a verdict on a count of schools; missing where one lacks a number, or there is none."""
    known = (pl.col(f"{point.id}.none") == 0) & (pl.col("weightless") == 0)
    frame = sums.select(pl.when(known).then(met).alias("met"), text.alias("text"))
    text_known = pl.when(pl.col("met").is_not_null()).then("text").otherwise(pl.lit(""))
    return (
        frame.select(text_known.alias("text"))["text"],
        _verdict(frame["met"]),
        pl.repeat(value=False, n=len(sums), eager=True),
    )


def _verdict(met: pl.Series) -> pl.Series:
    known = pl.when(pl.col("met")).then(pl.lit(Verdict.MET.value)).otherwise(pl.lit(Verdict.MISSED.value))
    chosen = pl.when(pl.col("met").is_null()).then(pl.lit(Verdict.NO_DATA.value)).otherwise(known)
    return pl.DataFrame({"met": met}).select(chosen.alias("verdict"))["verdict"]


_KINDS: Final[Mapping[str, Any]] = {
    "spread": _spread, "mean_spread": _mean_spread, "each_school": _each_school, "no_school": _no_school,
}  # fmt: skip
