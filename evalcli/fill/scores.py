"""Scores that others gave (初评、终评), which a pack combines with the self-evaluation."""

from collections.abc import Mapping as Dict
from decimal import Decimal

from evalcli.language import _, enumerated
from evalcli.model.document import Mapping, Scalar
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import SELF, Pack
from evalcli.model.plain import plain


def other_scores(pack: Pack, head: Mapping) -> tuple[Dict[str, Decimal], tuple[Notice, ...]]:
    """Return the scores by their source, and those whose source the pack does not combine.

    What is no number is left out: its schema tells.
    """
    wanted = [name for name in pack.outcome.combine if name != SELF]
    given = {key.text: plain(node) for key, node in head.pairs("scores")}
    scores = {name: Decimal(score) for name, score in given.items() if name in wanted and type(score) in (int, Decimal)}
    return scores, tuple(_unknown(key, wanted) for key, _node in head.pairs("scores") if key.text not in wanted)


def _unknown(key: Scalar, wanted: list[str]) -> Notice:
    message = _("指标包的合成得分里没有“{name}”这个来源").format(name=key.text)
    advice = (
        _("可写的来源：{known}。").format(known=enumerated(wanted))
        if wanted
        else _("这个指标包不合成得分，删去 scores。")
    )
    return Notice("county.unknown-score", Level.MUST, message, advice, key.place)
