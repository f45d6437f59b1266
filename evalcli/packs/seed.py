"""The files of a new pack: small, whole, in order, and made to be written over."""

from collections.abc import Mapping as Dict

_PACK = """\
# yaml-language-server: $schema=urn:evalcli:pack:1
id: {id}
version: 0.1.0
title: 某县教育评价（请改写）
source: {{document: 评价办法（请改写）, number: "", clause: 全文}}
provisional: 分值和等次为起草时暂定，请按正式文件改写。
genre: self-assessment
points: 10                       # 各指标分值之和
decimals: 2
dimensions:
  学段: [小学, 初中]
grades: {{优秀: 90, 良好: 80, 合格: 60, 不合格: 0}}   # 百分制下限
areas: [area-1]
"""
_LAYER = """\
# yaml-language-server: $schema=urn:evalcli:pack:1
id: {id}
version: 0.1.0
title: {title}（本地版，请改写）
extends: "{base}@{version}"
# 改动写在 change 里，不考核的写在 drop 里，并各写理由，例如：
# change:
#   "2.4": {{points: 6, because: 县里的评分表}}
# drop:
#   "3.9": 县里不考核
"""
_FIELDS = """\
# yaml-language-server: $schema=urn:evalcli:fields:1
spending:
  label: 教育支出
  item: "1.1"
  unit: 亿元
  years: 2
  office: 财政局
  meaning: 一般公共预算教育支出决算数，本年和上年口径相同。
coverage:
  label: 普惠率
  item: "1.2"
  unit: "%"
  range: [0, 100]
  office: 教体局
  meaning: 普惠性幼儿园在园幼儿数占全部在园幼儿数的百分比。
"""
_AREA = """\
# yaml-language-server: $schema=urn:evalcli:area:1
id: "1"
title: 投入和普惠
heading: 保障投入，扩大普惠
indicators:
  - id: "1.1"
    title: 教育投入
    short: 教育投入
    points: 5
    source: {{document: 评价办法（请改写）, clause: 第一条}}
    office: [财政局]
    evidence: [财政决算表]
    key_points:
      - {{id: a, text: 教育支出只增不减, points: 5, judge: {{only_up: [spending]}}}}
    say:
      达标: 教育支出没有下降。
      未达标: 教育支出低于上年。
      缺数据: 教育支出没有填齐，待补。
  - id: "1.2"
    title: 学前教育普惠
    short: 普惠
    points: 5
    source: {{document: 评价办法（请改写）, clause: 第二条}}
    office: [教体局]
    evidence: [教育事业统计报表]
    key_points:
      - {{id: a, text: 普惠率不低于85%, points: 5, value: coverage, judge: {{at_least: 85}}}}
    say:
      达标: "普惠率达到{{{{ figures.coverage }}}}。"
      未达标: "普惠率为{{{{ figures.coverage }}}}，还需提高。"
      缺数据: 普惠率没有填报，待补。
"""
_CASES = """\
# yaml-language-server: $schema=urn:evalcli:cases:1
- {{indicator: 1.1a, given: {{spending: {{2021: 8亿元, 2020: 8亿元}}}}, expect: {{verdict: 达标, points: 5}}, because: 持平算不减}}
- {{indicator: 1.1a, given: {{spending: {{2021: 7.9亿元, 2020: 8亿元}}}}, expect: {{verdict: 未达标, points: 0}}, because: 比上年少}}
- {{indicator: 1.1a, given: {{spending: {{2021: 8亿元}}}}, expect: {{verdict: 缺数据}}, because: 没有上年数}}
- {{indicator: 1.2a, given: {{coverage: 85%}}, expect: {{verdict: 达标, points: 5}}, because: 恰好达到标准}}
- {{indicator: 1.2a, given: {{coverage: 84.9%}}, expect: {{verdict: 未达标, points: 0}}, because: 差一点也不算}}
- {{indicator: 1.2a, expect: {{verdict: 缺数据}}, because: 没有填报}}
"""
_README = """\
# 指标包 {id}

- `pack.yaml`：编号、版本、依据、满分、等次。
- `fields.yaml`：填报项的名称、单位、口径、填报单位。
- `area-1.yaml`：一级指标，里面是指标、评估要点和规则。
- `cases/`：算例，写明给什么数、应得什么判定。

改一处，就检查一遍：

    evalcli pack lint {id}
    evalcli pack test {id}
"""
_LAYER_README = """\
# 指标包 {id}

以 {base} {version} 为底，只写改动。看合起来的样子和每个值的出处：

    evalcli pack resolve {id} --explain
    evalcli pack diff {base} {id}
    evalcli pack lint {id}
"""


def seed(name: str) -> Dict[str, str]:
    """Return the files of a new pack, by their names."""
    texts = {
        "pack.yaml": _PACK,
        "fields.yaml": _FIELDS,
        "area-1.yaml": _AREA,
        "cases/area-1.yaml": _CASES,
        "README.md": _README,
    }
    return {file: text.format(id=name) for file, text in texts.items()}


def layer_seed(name: str, base: str, version: str, title: str) -> Dict[str, str]:
    """Return the files of a new pack that changes another."""
    texts = {"pack.yaml": _LAYER, "README.md": _LAYER_README}
    return {file: text.format(id=name, base=base, version=version, title=title) for file, text in texts.items()}
