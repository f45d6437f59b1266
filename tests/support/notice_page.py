"""`docs/提示代码.md`: every code with a slip that brings it about and what evalcli then says."""

from collections.abc import Iterator
from pathlib import Path

from gallery import BAD, SLUGS, codes, command, expected

_HEAD = """\
# 提示代码

本页由 `tests/bad/` 里的例子生成，不要手改；改了例子后运行 `make update`。每个代码给出引起它的写法、所用命令和 evalcli 的回答。
代码不随版本和语言改变，可以写进脚本。级别有四种：中止（做不下去，退出码 3）、必改（退出码 1）、疑似和提示（不影响退出码）。
`relation.` 开头的代码由指标包的 `relations` 自己命名。

"""
_ROOMS = {
    "file": "文件",
    "yaml": "YAML 写法",
    "shape": "键和值的形状",
    "county": "县文件",
    "data": "数据文件",
    "figure": "填报项的值",
    "growth": "增幅",
    "target": "目标",
    "relation": "数据之间的关系",
    "school": "学校之间",
    "table": "学校数据表",
    "judged": "人工评定",
    "exempt": "不适用",
    "evidence": "佐证材料",
    "mute": "免提",
    "answer": "疑点答复",
    "text": "文字",
    "plan": "问题和打算",
    "pack": "指标包",
    "template": "模板",
    "draft": "报告",
    "output": "输出",
}
# Slips without a code: the command line itself, and endings.
_ENDINGS = "命令和结束"


def page() -> str:
    """Return the page."""
    return _HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    told: set[str] = set()
    for room, title in _ROOMS.items():
        yield f"## {title}\n\n"
        for code in sorted({code for slug in SLUGS for code in codes(slug) if code.startswith(f"{room}.")}):
            shown = [slug for slug in SLUGS if codes(slug)[:1] == [code]] or [
                slug for slug in SLUGS if code in codes(slug)
            ][:1]
            yield f"### {code}\n\n" + "".join(_example(slug) for slug in shown)
            told.update(shown)
    yield f"## {_ENDINGS}\n\n" + "".join(_example(slug) for slug in SLUGS if slug not in told)


def _example(slug: str) -> str:
    *answer, code = expected(slug).splitlines()
    files = "、".join(f"`{path.relative_to(BAD / slug).as_posix()}`" for path in _files(slug))
    where = f"例子 `tests/bad/{slug}/`" + (f"（{files}）" if files else "")
    return (
        f"{where}，退出码 {code}：\n\n```text\n$ evalcli {command(slug)}\n"
        + "".join(f"{line}\n" for line in answer)
        + "```\n\n"
    )


def _files(slug: str) -> list[Path]:
    return sorted(path for path in (BAD / slug).rglob("*") if path.is_file() and path.suffix not in (".txt", ".pyc"))
