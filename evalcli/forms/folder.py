"""A new county folder: the texts of its files, each made to be written over."""

import json
import re
from collections.abc import Mapping

from evalcli.forms.order import offices
from evalcli.model.frozen import dataclass
from evalcli.model.pack import Indicator, Pack

SCHEMA, DATA_SCHEMA = ".evalcli/county.schema.json", ".evalcli/data.schema.json"
FORM = "填报表.xlsx"
# Longest first: 自治县 ends in 县 too.
_KINDS = ("自治县", "自治旗", "林区", "特区", "县", "市", "区", "旗")
_PLAIN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class About:
    """Whose folder it is, and of which year; `said` says that its data are made up, where they are."""

    county: str
    code: str
    year: int
    said: str = ""

    @property
    def kind(self) -> str:
        """Return the kind of county, as its name ends."""
        return next((kind for kind in _KINDS if self.county.endswith(kind)), "县")


def texts(pack: Pack, about: About, tables: Mapping[str, str]) -> dict[str, str]:
    """Return the texts of a new folder by their names; `tables` are the files of school tables that lie in it."""
    made = {
        "county.yaml": _county(pack, about, tables),
        "README.md": _readme(pack, about),
        "evidence/README.md": _evidence(pack),
        ".gitignore": "out/\n",
    }
    return made | {f"evidence/{one.id}/.gitkeep": "" for one in pack.indicators} | {"data/.gitkeep": ""}


def _county(pack: Pack, about: About, tables: Mapping[str, str]) -> str:
    code = f', code: "{about.code}"' if about.code else ""
    county = f"{{name: {_quoted(about.county)}, kind: {about.kind}{code}}}"
    lines = [
        f"# yaml-language-server: $schema={SCHEMA}",
        "# 一个县的自评从这个文件开始。“#”后面是说明；开头的“# ”去掉，那一行就生效。",
        "",
        "# 哪个县：还可以写 city 所属市、province 所属省；code 是行政区划代码，要加引号。",
        f"county: {county}",
        "",
        f"# 按哪套指标自评：{pack.title}。",
        f"pack: {pack.id}",
        "",
        "# 评价期，请核对；year 是填报数据的年度，即“本年”。",
        f"period: {{from: {about.year}-01-01, to: {about.year}-12-31}}",
        f"year: {about.year}",
        "",
        *_illustrative(about),
        "# 依据哪份通知自评，写进报告开头。",
        "# notice: {issuer: …, number: …, title: …}",
        "# 落款：单位和成文日期。日期只从这里取，不取当天。",
        f"{'' if about.said else '# '}signed: {{by: {_quoted(about.county + '人民政府')}, on: {about.year + 1}-03-01}}",
        "# 报告的标题（一行一项），得分写在哪里（none、opening、headings、paragraphs）。",
        "# report: {title: […], scores: none}",
        "",
        *_tables(pack, tables),
        "# 数据写在 data 文件夹里；人工评定、做法、问题也可以写在那里的 YAML 文件中，写法见手册。",
        "# 不适用的指标要写理由和批准单位：",
        '# not_applicable: {"指标编号": {because: …, approved: …}}',
    ]
    return "\n".join(lines) + "\n"


def _illustrative(about: About) -> list[str]:
    if not about.said:
        return []
    return [
        "# 数据是编造的，随结果一并印出。填自己的数据时，删去这一行和 data 里的演示文件。",
        f"illustrative: {about.said}",
        "",
    ]


def _tables(pack: Pack, tables: Mapping[str, str]) -> list[str]:
    """Return where the school tables lie: those that are there, or how to name them."""
    if not pack.tables:
        return []
    named = [f"  {name}: {tables.get(name, f'data/{spec.label}.xlsx')}" for name, spec in pack.tables.items()]
    mark = "" if tables else "# "
    return ["# 学校表：填好的工作簿或 CSV。", f"{mark}tables:", *(mark + line for line in named), ""]


def _quoted(text: str) -> str:
    """Return a text as YAML takes it for text: bare where it is Chinese and nothing else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _readme(pack: Pack, about: About) -> str:
    return """\
# {county}自评（{pack}）

| 哪天 | 做什么 | 命令 |
|---|---|---|
| 周一 | 核对 county.yaml 的评价期和年度；把 {form} 发给各单位：{offices} | `evalcli form`；只要一个单位的：`evalcli form --office {first}` |
| 周二、周三 | 各单位填表；把佐证材料按指标放进 evidence | 要什么材料，见 evidence/README.md |
| 周四 | 收回的表和数据放进 data，核对；有必改的，按提示找填报单位 | `evalcli check` |
| 周五 | 打分、看理由、出报告 | `evalcli score`，`evalcli explain {item}`，`evalcli render` |

数据没有齐也能出稿：`evalcli render --draft`，缺处标黄。

- county.yaml：从这里开始，每一项都有说明。
- data：数据文件。evidence：佐证材料，一项指标一个文件夹。out：evalcli 写出的文件，可以随时删。
- .evalcli：编辑器（如 VS Code 装 YAML 插件）据此补全和核对，不用改。
""".format(
        county=about.county,
        pack=pack.title,
        form=FORM,
        offices="、".join(offices(pack)),
        first=offices(pack)[0],
        item=pack.indicators[0].id,
    )


def _evidence(pack: Pack) -> str:
    lines = ["# 佐证材料：放进各项指标的文件夹", ""]
    return "\n".join([*lines, *(_wanted(one) for one in pack.indicators)]) + "\n"


def _wanted(one: Indicator) -> str:
    wanted = "、".join(one.evidence) or "指标包没有列明"
    return "- `{id}` {title}：{wanted}（{offices}）".format(
        id=one.id, title=one.title, wanted=wanted, offices="、".join(one.offices)
    )
