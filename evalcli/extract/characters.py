"""One way of writing: full width becomes half width, traditional characters simplified ones, blanks go.

Every sign keeps where it stood, so that what is found in the clean text is shown as it was written.
"""

import re
from typing import Final

from evalcli.model.frozen import dataclass

# What the grammar has words for; a fragment is always shown as it was written.
_TRADITIONAL: Final = (
    "國佈佔併來個備債僅價億償優兒內兩冊則剛創劃動務勞勵區協參員問單圍園圖團報場壓壞學實審寫專對導屆層屬師幾庫廠廣廳強後從應戶撥擔據擬擴數於時書會條"
    "棟業構標樣機檢檯權歲歷歸殘淨減測準滿漲濟為無營爭獎獲現環產畝畢當發盡監眾確碼稅種稱穩競節範築籌紀約納級組結絡統經網練縣縮總績織繫繳續罰義聯職"
    "腦臺與舉萬蓋薦處號衛補製規視計訓設評試該誌課調論議護讀讓負財貧責貸費貼資質賽較輛輪轉辦農連進過達遷選還鄉錄鎮長門閉開間闊關陸隊階際險雙電項預"
    "頒領題額類顯養餘館驗體點齡"
)
_SIMPLE: Final = (
    "国布占并来个备债仅价亿偿优儿内两册则刚创划动务劳励区协参员问单围园图团报场压坏学实审写专对导届层属师几库厂广厅强后从应户拨担据拟扩数于时书会条"
    "栋业构标样机检台权岁历归残净减测准满涨济为无营争奖获现环产亩毕当发尽监众确码税种称稳竞节范筑筹纪约纳级组结络统经网练县缩总绩织系缴续罚义联职"
    "脑台与举万盖荐处号卫补制规视计训设评试该志课调论议护读让负财贫责贷费贴资质赛较辆轮转办农连进过达迁选还乡录镇长门闭开间阔关陆队阶际险双电项预"
    "颁领题额类显养余馆验体点龄"
)
_WIDE: Final = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？"}
_SIGNS: Final = {
    "﹪": "%",
    "﹣": "-",
    "－": "-",
    "—": "-",
    "–": "-",
    "‐": "-",
    "−": "-",
    "～": "~",
    "〜": "~",
    "∶": ":",
}
_SAME: Final = str.maketrans(dict(zip(_TRADITIONAL, _SIMPLE, strict=True)) | _WIDE | _SIGNS | {"：": ":", "㎡": "㎡"})
# ２，４００ is one number; 100，200 are two.
_THOUSANDS: Final = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_BLANK: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
# Between two of these a blank parts words or numbers: "2 1" are two numbers, "A B" two names.
_LATIN: Final = re.compile(r"[0-9A-Za-z.]")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text in one way of writing, and where each of its signs stood."""

    text: str
    spots: tuple[int, ...]
    written: str

    def original(self, start: int, end: int) -> str:
        """Return a stretch as it was written."""
        return self.written[self.spots[start] : self.spots[end - 1] + 1] if end > start else ""


def clean(written: str) -> Clean:
    """Return a text in one way of writing."""
    same = _THOUSANDS.sub(",", written).translate(_SAME)
    signs: list[str] = []
    spots: list[int] = []
    end = 0
    for blank in _BLANK.finditer(same):
        signs.append(same[end : blank.start()])
        spots.extend(range(end, blank.start()))
        end = blank.end()
        if _parts(same, blank.start(), end):
            signs.append(" ")
            spots.append(blank.start())
    signs.append(same[end:])
    spots.extend(range(end, len(same)))
    return Clean("".join(signs), tuple(spots), written)


def _parts(text: str, start: int, end: int) -> bool:
    """Return whether the blank between `start` and `end` parts two words."""
    return start > 0 and end < len(text) and bool(_LATIN.match(text[start - 1]) and _LATIN.match(text[end]))
