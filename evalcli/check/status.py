"""Which findings count: what was muted with a reason, and what an office has answered, is set aside and still shown."""

from collections.abc import Iterable, Iterator

from evalcli.language import _, enumerated
from evalcli.model.checked import Answer, Mute, Standing, Status, Verdict, finding_id
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice

_ANSWERS = tuple(verdict.value for verdict in Verdict)
# What must be mended is mended; nobody can decide or explain it away.
_MUST = (Level.STOP, Level.MUST)


def stand(found: Iterable[Notice], mutes: Iterable[Mute], answers: Iterable[Answer]) -> tuple[Standing, ...]:
    """Return how every finding stands, with what is wrong with the mutes and the answers after them."""
    notices = tuple(found)
    given = _Answers(tuple(answers))
    muted = tuple(mutes)
    standings = tuple(_standing(notice, muted, given) for notice in notices)
    wrong = (notice for one in notices for notice in given.wrong(one))
    about = (*_idle(notices, muted), *dict.fromkeys(wrong), *given.stale(notices))
    return standings + tuple(Standing(notice) for notice in about)


def _standing(notice: Notice, mutes: tuple[Mute, ...], given: "_Answers") -> Standing:
    if notice.level in _MUST:
        return Standing(notice)
    mute = next((one for one in mutes if _is_about(one, notice)), None)
    if mute:
        return Standing(notice, Status.MUTED, mute.because, mute.by, mute.on)
    answer = given.settling(notice)
    if answer:
        return Standing(notice, Status.SETTLED, f"{answer.verdict}：{answer.because}", answer.by, answer.on)
    return Standing(notice)


def _is_about(mute: Mute, notice: Notice) -> bool:
    """Return whether a mute names a finding; the field itself stands for all its members."""
    at = notice.about.at if notice.about else ""
    return bool(mute.because.strip()) and mute.code == notice.code and (at == mute.at or at.startswith(f"{mute.at}."))


def _idle(notices: tuple[Notice, ...], mutes: tuple[Mute, ...]) -> Iterator[Notice]:
    """Yield mutes that do nothing: what they name is not found, or must be mended."""
    for mute in mutes:
        if not mute.because.strip():
            message = _("免提的 {code}（{at}）没有写理由，疑点照旧").format(code=mute.code, at=mute.at)
            yield Notice("mute.reason", Level.MUST, message, _("补写 because：为什么不用改。"), mute.place)
            continue
        hit = [notice for notice in notices if _is_about(mute, notice)]
        if not hit:
            spots = dict.fromkeys(one.about.at for one in notices if one.code == mute.code and one.about)
            message = _("免提的 {code}（{at}）没有对应的疑点").format(code=mute.code, at=mute.at)
            advice = (
                _("这个代码现在出现在：{spots}。").format(spots=enumerated(spots))
                if spots
                else _("疑点已经没有了，删去这一条；代码写错的请改正。")
            )
            yield Notice("mute.nothing", Level.HINT, message, advice, mute.place)
        elif all(notice.level in _MUST for notice in hit):
            message = _("{code}（{at}）是必改的，不能免提").format(code=mute.code, at=mute.at)
            yield Notice("mute.must", Level.HINT, message, _("改正数据，删去这一条。"), mute.place)


@dataclass(frozen=True, slots=True)
class _Answers:
    """What the offices answered."""

    given: tuple[Answer, ...]

    def settling(self, notice: Notice) -> Answer | None:
        """Return the one answer that settles a doubt."""
        found = self._to(notice)
        settles = len({(one.verdict, one.value) for one in found}) == 1 and not _lacking(found[0])
        return found[0] if settles and found[0].verdict != Verdict.MENDED else None

    def _to(self, notice: Notice) -> list[Answer]:
        wanted = finding_id(notice)
        return [one for one in self.given if one.id == wanted]

    def wrong(self, notice: Notice) -> Iterator[Notice]:
        """Yield why the answers to a finding leave it open."""
        found = self._to(notice)
        if not found:
            return
        if len({(one.verdict, one.value) for one in found}) > 1:
            message = _("疑点 {id} 有不同的答复：{one}和{other}，都没有采用")
            message = message.format(id=found[0].id, one=found[0].verdict, other=found[1].verdict)
            yield _hint("answer.conflict", message, _("核实后只留一个答复。"), found[1])
        elif lacking := enumerated(_lacking(found[0])):
            message = _("疑点 {id} 的答复缺{lacking}，疑点照旧").format(id=found[0].id, lacking=lacking)
            yield _hint("answer.incomplete", message, _("请答复单位补填。"), found[0])
        elif found[0].verdict == Verdict.MENDED:
            yield _to_mend(notice, found[0])
        elif notice.level in _MUST:
            message = _("疑点 {id} 是必改的，不能以“{verdict}”了结").format(id=found[0].id, verdict=found[0].verdict)
            yield _hint("answer.must", message, _("改正数据。"), found[0])

    def stale(self, notices: tuple[Notice, ...]) -> Iterator[Notice]:
        """Yield answers to a doubt that is still there, about other values than it has now."""
        now = {finding_id(notice) for notice in notices}
        stems = {name.partition("-")[0] for name in now}
        for one in self.given:
            if one.id not in now and one.id.partition("-")[0] in stems:
                message = _("疑点 {id} 答复之后数据变了，原来的答复不再算数").format(id=one.id)
                advice = _("按现在的数重新答复：运行 check --followup 再发一次。")
                yield _hint("answer.stale", message, advice, one)


def _to_mend(notice: Notice, answer: Answer) -> Notice:
    message = _("疑点 {id}：{by}答复更正为 {value}，数据还没有改").format(
        id=answer.id, by=answer.by, value=answer.value
    )
    label = notice.about.label if notice.about else notice.code
    where = str(notice.place) if notice.place else _("数据文件")
    advice = _("把 {where} 的{label}改成 {value}。").format(where=where, label=label, value=answer.value)
    return _hint("answer.correction", message, advice, answer)


def _hint(code: str, message: str, advice: str, answer: Answer) -> Notice:
    return Notice(code, Level.HINT, message, advice, answer.place)


def _lacking(answer: Answer) -> list[str]:
    """Return what an answer lacks to count: a known verdict, what it rests on, who gave it, and when."""
    mends = answer.verdict == Verdict.MENDED
    wanted = {
        _("答复（{known}）").format(known="、".join(_ANSWERS)): answer.verdict in _ANSWERS,
        _("更正值"): bool(answer.value) or not mends,
        _("说明"): bool(answer.because) or mends,
        _("答复人"): bool(answer.by),
        _("日期"): answer.on is not None,
    }
    return [what for what, there in wanted.items() if not there]
