"""Empty claims: a sentence that says 显著 or 率先 and gives no figure for it."""

import re
from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.proofread.text import Read

# A figure, a count in words or a name in quotation marks backs a claim.
_BACKED = re.compile(r"[0-9０-９%％“《]|[一二两三四五六七八九十百千万]+(?:所|个|名|人|项|次|间|台|套|处|期|批|倍|成)")

# Whoever says that it is not so claims nothing.
_DENIED = re.compile("(?:没有|尚未|未能|并未|不)[^，。；]{2,6}")
_SHOWN = 40


def notices(text: Read) -> Iterator[Notice]:
    """Yield a hint for every sentence with an empty phrase; one phrase is enough to tell."""
    for part in (part for part in text.body if not part.level):
        for sentence in part.sentences:
            phrase = next((phrase for phrase in text.empty if phrase in _DENIED.sub("", sentence)), "")
            if phrase and not _BACKED.search(sentence):
                message = _("“{phrase}”没有数据支撑：{sentence}").format(phrase=phrase, sentence=_short(sentence))
                advice = _("补上能说明的数据，或者换一种说法；不想提示的说法可以从空话表里删去。")
                yield Notice("draft.empty-claim", Level.HINT, message, advice, part.at(phrase))


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else sentence[: _SHOWN - 1] + "…"
