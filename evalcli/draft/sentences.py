"""The sentences of a pack, compiled and not rendered: what is wrong with them shows before any county has figures."""

from collections.abc import Iterator
from functools import partial

from jinja2 import Environment

from evalcli import resources
from evalcli.draft.environment import environment
from evalcli.draft.faults import guarded
from evalcli.language import _
from evalcli.model.frozen import replace
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.pack import Pack


def sentence_faults(pack: Pack) -> Iterator[Notice]:
    """Yield a fault for every sentence that is no template."""
    texts = {
        f"{indicator.id} › say.{verdict}": (indicator.place, text)
        for indicator in pack.indicators
        for verdict, text in indicator.say.items()
    }
    jinja = environment(
        (resources.shipped("templates") / pack.genre,), {name: text for name, (_place, text) in texts.items()}
    )
    for name, (place, _text) in texts.items():
        try:
            guarded(partial(_compiled, jinja, name))
        except Stopped as stopped:
            for notice in stopped.notices:
                message = _("报告用语 {name}：{why}").format(name=name, why=notice.message)
                yield replace(notice, level=Level.MUST, message=message, place=place)


def _compiled(jinja: Environment, name: str) -> str:
    return str(jinja.get_template(name))
