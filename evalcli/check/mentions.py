"""Figures named in a text must exist."""

from collections.abc import Iterator
from difflib import get_close_matches

from evalcli.language import _
from evalcli.model.filled import Filled, Paragraph
from evalcli.model.mention import Mention, split, understood
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Pack
from evalcli.model.place import Place


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every `[[name]]` that names no figure."""
    for paragraph in texts(filled):
        for part in split(paragraph.say):
            if isinstance(part, Mention) and understood(pack, part) is None:
                yield _unknown(pack, part, paragraph)


def texts(filled: Filled) -> Iterator[Paragraph]:
    """Yield every text of the county, in the order of the report."""
    yield from filled.overview
    for paragraphs in filled.text.values():
        yield from paragraphs
    for problem in filled.problems:
        yield Paragraph("", problem.say, problem.place or Place(""))
        yield from problem.plan


def _unknown(pack: Pack, mention: Mention, paragraph: Paragraph) -> Notice:
    name = mention.parts[0]
    field = pack.fields.get(name)
    near = get_close_matches(name, pack.fields, 1)
    if field and field.by:
        advice = _("这一项按“{by}”分开填，写成 [[{name}.{member}]]。")
        advice = advice.format(by=field.by, name=name, member=pack.dimensions[field.by][0])
    elif near:
        advice = _("最接近的是 [[{near}]]（{label}）。").format(near=near[0], label=pack.fields[near[0]].label)
    else:
        advice = _("核对名称；只有填报项才能写在 [[ ]] 里。")
    message = _("文字里的 [[{typed}]] 不是填报项").format(typed=mention.typed)
    place = paragraph.place.at(f"[[{mention.typed}]]")
    return Notice("text.unknown-figure", Level.MUST, message, advice, place, About(mention.typed, mention.typed))
