"""% against 百分点: two rates differ by percentage points, an amount grows by per cent."""

import re
from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.proofread.text import Read

_MOVES = "提高|上升|增加|提升|下降|降低|减少|回升|回落"
# 率提高3% but not 率提高到95%, nor 增长率 itself, which may well be given in %.
_RATE = re.compile(
    rf"(?<!增长)(?:率|占比|比重|比例)(?:[^，。；：、到至]{{0,8}})(?:{_MOVES})(?:了|约|近)?([0-9.]+[%％])"
)
_AMOUNT = re.compile(
    r"(?:投入|支出|经费|收入|人数|学位|面积)(?:[^，。；：、率比到至]{0,8})(?:增长|增加|下降|减少)(?:了|约|近)?([0-9.]+个?百分点)"
)


def notices(text: Read) -> Iterator[Notice]:
    """Yield a doubt for every difference of rates in %, and for every growth of an amount in 百分点."""
    for part in text.body:
        for match in _RATE.finditer(part.words):
            message = _("两个百分率相差应写“个百分点”：{phrase}").format(phrase=match[0])
            yield Notice(
                "draft.points", Level.DOUBT, message, _("确是相对增减的，写明“比上年增长”。"), part.at(match[0])
            )
        for match in _AMOUNT.finditer(part.words):
            message = _("数量的增减应写“%”：{phrase}").format(phrase=match[0])
            yield Notice("draft.points", Level.DOUBT, message, _("改成“%”，或者写明是哪个比率。"), part.at(match[0]))
