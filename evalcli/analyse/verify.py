"""A result that somebody kept, held against the same county scored anew."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from evalcli.analyse.result import result
from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.scorecard import Scored

_PACK: Final = ("id", "version", "sha256")
# Of a hash this much is shown; nobody compares sixty-four letters by eye.
_SHOWN: Final = 12


def verify(kept: Mapping[str, Any], scored: Scored, place: Place) -> tuple[Notice, ...]:
    """Return everything in which a kept result differs from what the county's files now come to.

    Reasons and other sentences are not compared: they follow the reader's language.
    """
    anew = result(scored)
    before, now = kept["provenance"], anew["provenance"]
    changed = (
        *_changed_pack(before["pack"], now["pack"], place),
        *_changed_inputs(before["inputs"], now["inputs"], place),
    )
    advice = _("指标包、填报文件都没有变；以重新算出来的为准，查清结果文件被谁改过。")
    if changed:
        advice = _("先看指标包和填报文件变了什么，再重新打分。")
    return (*changed, *_differing(dict(_claims(kept)), dict(_claims(anew)), advice, place))


def _changed_pack(before: Mapping[str, str], now: Mapping[str, str], place: Place) -> Iterator[Notice]:
    changed = [
        _("{what} {before} 变为 {now}").format(what=key, before=before[key][:_SHOWN], now=now[key][:_SHOWN])
        for key in _PACK
        if before[key] != now[key]
    ]
    if changed:
        message = _("指标包不是打分时的那一个：{changed}").format(changed=_("，").join(changed))
        yield Notice("verify.pack", Level.MUST, message, _("换回打分时的指标包再核验，或者重新打分。"), place)


def _changed_inputs(before: Mapping[str, str], now: Mapping[str, str], place: Place) -> Iterator[Notice]:
    for name in sorted(before.keys() | now.keys()):
        if before.get(name) == now.get(name):
            continue
        text = _("填报文件 {name} 改过：哈希 {before} 变为 {now}")
        if name not in now:
            text = _("填报文件 {name} 现在没有读入")
        elif name not in before:
            text = _("填报文件 {name} 打分时没有")
        message = text.format(name=name, before=before.get(name, "")[:_SHOWN], now=now.get(name, "")[:_SHOWN])
        yield Notice("verify.input", Level.MUST, message, _("找回打分时的文件再核验，或者重新打分。"), place)


def _differing(before: Mapping[str, str], now: Mapping[str, str], advice: str, place: Place) -> Iterator[Notice]:
    nothing = _("没有")
    for name in dict.fromkeys((*before, *now)):
        one, other = before.get(name, nothing), now.get(name, nothing)
        if one != other:
            message = _("{name}：结果文件里是 {before}，重新算出来是 {now}").format(name=name, before=one, now=other)
            yield Notice("verify.differs", Level.MUST, message, advice, place)


def _claims(kept: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield everything that a result claims, by a name that people know it under; it is the same in every language."""
    county, period, grade = kept["county"], kept["period"], kept["grade"]
    yield _("县"), f"{county['name']} {county['code']}".strip()
    yield _("评价期"), f"{period['from']}—{period['to']}"
    yield _("数据年度"), str(period["year"])
    yield from _sums(_("总分"), kept["total"])
    yield from _work(_("全部任务"), kept)
    yield _("等次"), grade["settled"]
    yield _("可能达到的等次"), grade["possible"]
    yield _("仍有可能的等次"), "、".join(grade["may_be"])
    yield _("不可能的等次"), "、".join(grade["cannot_be"])
    yield _("等次是否确定"), _yes(grade["certain"])
    for veto in kept["vetoes"]:
        yield _("一票否决“{say}”").format(say=veto["say"]), _("没有申报") if veto["hit"] is None else _yes(veto["hit"])
    for area in kept["areas"]:
        yield from _sums(_("第 {id} 部分").format(id=area["id"]), area)
        yield from _work(_("第 {id} 部分").format(id=area["id"]), area)
        for item in area["items"]:
            yield from _item(item)


def _yes(holds: bool) -> str:
    return _("是") if holds else _("否")


def _item(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield _("{name} 的{what}").format(name=item["id"], what=_("判定")), item["verdict"]
    yield from _sums(item["id"], item)
    for point in item["points"]:
        yield _("{name} 的{what}").format(name=point["id"], what=_("判定")), point["verdict"]
        yield _("{name} 的{what}").format(name=point["id"], what=_("得分")), point["earned"] or _("未定")
        yield _("{name} 的{what}").format(name=point["id"], what=_("满分")), point["full"]
        if "work" in point:
            yield _("{name} 的{what}").format(name=point["id"], what=_("完成情况")), point["work"]["status"]
            yield _("{name} 的{what}").format(name=point["id"], what=_("完成时限")), point["work"]["due"]


def _work(name: str, counted: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield how many tasks are done, where a result counts them."""
    if "completion" in counted:
        work = counted["completion"]
        yield _("{name} 的{what}").format(name=name, what=_("完成情况")), f"{work['done']}/{work['counted']}"


def _sums(name: str, sums: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, what in (("earned", _("得分")), ("open", _("未定分")), ("full", _("满分"))):
        yield _("{name} 的{what}").format(name=name, what=what), sums[key]
