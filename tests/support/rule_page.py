"""`docs/规则.md`: every kind of rule, from its docstring and the schema of its parameters."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from evalcli.formula.aggregates import AGGREGATES, Aggregate
from evalcli.formula.functions import FUNCTIONS, Function
from evalcli.rules import Rule, every

_HEAD = """\
# 评分规则

本页由 `evalcli/rules/` 各规则的说明和参数生成，不要手改；改了规则后运行 `make update`。每张表里的例子都由测试逐行执行。

指标包里，每个评估要点用 `judge:` 选一种规则；需要取值的规则另写 `value:`（填报项或公式）：

```yaml
- {id: b, text: 学科类培训机构压减率达到80%以上, points: 0.4, value: provider_reduction, judge: {at_least: 80}}
```

例子的写法：要点满分 4 分；“数据”一栏先写 `value` 的值，再写公式用到的填报项，`-` 表示没有填报，`上年→本年+增幅` 表示两年的值和填报的增幅，\
`评定=`、`已有=` 表示人工评定的等级和已落实的事项，`截至=` 表示评价期的截止日。得分一栏的 `-` 表示尚不能计分。\
逐校核对的规则，数据写成 `甲≥4: 一小=3.9 二小=5*45`：分学校指标“甲”的标准是 4，一小为 3.9，二小为 5、有学生 45 人。

公式里可以写填报项编号、数字、`+ - * /`、括号、比较（`>= > <= < == !=`）、`and or not`，以及以下函数：

"""
_MEMBER = '| `x["中职"]` | 一个分项的值 |\n'
_OVER_SCHOOLS = """\
评估要点写明 `table`（和 `stage`）时，`value` 里还可以写以下对各校计算的函数，括号里的名称是 `tables.yaml` 的列：

| 写法 | 意思 |
|---|---|
"""
_NEEDS = {True: "需要 `value`。", False: "不写 `value`。", None: "可以写 `value`，也可以不写。"}
# What a function's manual says first: how it is written, and what it is in Chinese.
_ABOUT = re.compile(r"`(?P<usage>[^`]+)` (?P<about>[^。]+)。")


def page() -> str:
    """Return the page."""
    functions = "".join(_row(function) for function in FUNCTIONS.values())
    over_schools = "".join(_row(function) for function in AGGREGATES.values())
    contents = "".join(f"- [`{rule.KIND}`](#{rule.KIND}) {_title(rule)}\n" for rule in every())
    return (
        _HEAD
        + f"| 写法 | 意思 |\n|---|---|\n{functions}{_MEMBER}\n{_OVER_SCHOOLS}{over_schools}\n{contents}\n"
        + "\n".join(_section(rule) for rule in every())
    )


def _row(function: Function | Aggregate) -> str:
    """Return how a function is written and what it is."""
    match = _ABOUT.match(function.about)
    assert match, function.about
    return f"| `{match['usage']}` | {match['about']} |\n"


def _manual(rule: Rule) -> str:
    return rule.__doc__ or ""


def _title(rule: Rule) -> str:
    return _manual(rule).partition("：")[0]


def _section(rule: Rule) -> str:
    about = _manual(rule).splitlines()[0].partition("：")[2].partition("Covers")[0].strip()
    rows = "".join(f"| `{name}` | {needed} | {text} |\n" for name, needed, text in _parameters(rule.PARAMETERS))
    table = f"| 参数 | 必写 | 意思 |\n|---|---|---|\n{rows}"
    return f"## {rule.KIND}\n\n**{_title(rule)}**：{about}{_NEEDS[rule.NEEDS_VALUE]}\n\n{table}\n{_examples(rule)}"


def _parameters(schema: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield name, whether it must be written, and meaning of every parameter, those inside others too."""
    for name, inner in schema.get("properties", {}).items():
        needed = "是" if name in schema.get("required", ()) else ""
        yield above + name, needed, inner.get("description", "").replace("|", "\\|")
        yield from _parameters(inner, f"{above}{name}.")
        items = inner.get("items")
        yield from _parameters(items if isinstance(items, Mapping) else {}, f"{above}{name}[].")


def _examples(rule: Rule) -> str:
    parts = []
    for block in _manual(rule).split("\n\n")[1:]:
        lines = [line.removeprefix("    ") for line in block.strip("\n").splitlines()]
        if lines[0].startswith("judge:"):
            parts.append("```yaml\n" + "".join(line + "\n" for line in lines) + "```\n")
        elif "|" in block:
            rows = "".join("| " + " | ".join(cell.strip() for cell in line.split("|")) + " |\n" for line in lines)
            parts.append(f"| 数据 | 判定 | 得分 | 理由 |\n|---|---|---|---|\n{rows}")
    return "\n".join(parts)
