"""`docs/规则对照.md`: the kinds of requirement that real criteria hold, and how a pack writes each of them."""

import re

from evalcli.rules import every

_HEAD = """\
# 规则对照

各地评价办法里的计分和判定办法，归纳起来有下面 54 种。本页说明每一种在指标包里怎么写；“规则”一栏由各规则的说明生成，\
不要手改，改了规则后运行 `make update`。规则的写法和例子见[评分规则](规则.md)。

| 编号 | 要求 | 规则 | 指标包里的其他写法 |
|---|---|---|---|
"""
# What the requirement is in Chinese, and how a pack writes it where a rule alone does not.
KINDS = {
    1: ("一个数与固定标准比", ""), 2: ("全部、全覆盖", ""), 3: ("违反规定的个数为零", ""), 4: ("允许少数不达标", ""),
    5: ("比值 a:b", ""), 6: ("一个填报项与另一个比", "限值可以写公式"), 7: ("两档标准", "`tiers` 写两档"),
    8: ("按情形分标准，过渡期到期作废", "按列的条件用 `choose(条件, a, b)`"), 9: ("按规模查表", "按列的条件用 `bands` 或 `choose`"),
    10: ("分档计分", ""), 11: ("按比例计分", ""), 12: ("完成率，可以封顶", ""), 13: ("每差一个单位扣分，有下限", ""),
    14: ("每发生一次扣分", ""), 15: ("一旦发生就不得分", "扣分规则的 `zero_when`"), 16: ("每增加一个单位加分，有上限", ""),
    17: ("加权指数", ""), 18: ("按名次计分", "名次由市里给出"), 19: ("只增不减", ""), 20: ("只减不增", ""),
    21: ("升降幅度，% 与百分点分开", ""), 22: ("连续若干年", ""), 23: ("到期目标", ""), 24: ("问题整改", ""),
    25: ("每校 n 项至少 k 项达标，其余有下限", ""), 26: ("达标学校的比例", ""), 27: ("每项差异系数不超过限值", "公式 `cv(x)`"),
    28: ("综合差异系数", ""), 29: ("一贯制学校、完全中学按学段拆分", "`tables.yaml` 的 `split` 和列的 `shared`"),
    30: ("不计入的学校", "`tables.yaml` 的 `leave_out`"), 31: ("人工评分，按步长递减", ""), 32: ("等级系数", ""),
    33: ("合格、基本合格、不合格", ""), 34: ("清单 k/n", ""), 35: ("只看佐证材料", "`by_hand` 加指标的 `evidence`"),
    36: ("外部结果", "作为填报项"), 37: ("问卷满意度", "`value: share(满意, 有效)`"), 38: ("等次线", "`grades`"),
    39: ("全部达到才通过", "`outcome: {by: all}`"), 40: ("按达标项数定等次", "`outcome: {by: levels}`"),
    41: ("另有必须满足的条件", "`requires`"), 42: ("一票否决", "`vetoes`"), 43: ("等次封顶", "`caps`"), 44: ("降低一个等次", "`lowered`"),
    45: ("加分，有上限", "`bonus`"), 46: ("不适用的指标", "`outcome: {not_applicable: …}`，县里写 `not_applicable`"),
    47: ("按县的类别分标准", ""), 48: ("党政领导随县定等", "不另计算：结果相同"), 49: ("自评、初评、核定合成", "`combine`，县里写 `scores`"),
    50: ("逐级申报", "`eligible`"), 51: ("满足条件才适用", ""), 52: ("部分与整体", "`relations`"), 53: ("预算执行", ""), 54: ("弄虚作假终止评价", "`stops`"),
}  # fmt: skip


def page() -> str:
    """Return the page."""
    rows = (f"| R{number} | {name} | {_rules(number)} | {other} |\n" for number, (name, other) in KINDS.items())
    return _HEAD + "".join(rows)


def covered() -> dict[int, list[str]]:
    """Return the rules that say they cover a kind of requirement, by its number."""
    found: dict[int, list[str]] = {}
    for rule in every():
        said = re.search(r"Covers ([R0-9, ]+)\.", rule.__doc__ or "")
        for number in re.findall(r"R(\d+)", said[1] if said else ""):
            found.setdefault(int(number), []).append(rule.KIND)
    return found


def _rules(number: int) -> str:
    return "、".join(f"`{kind}`" for kind in covered().get(number, ()))
