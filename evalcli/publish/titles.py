"""Breaking a long title by sense: even lines, the shorter one first, no word cut in two (GB/T 9704-2012, 7.3.1)."""

from collections.abc import Iterator

from evalcli.publish.text import half_widths

# Words of the genre that a line end must not cut. Any other may be cut; the title is still right, only less handsome.
_WORDS = (
    "|履行教育职责|评价指标|自查自评|自评得分|督导评估|教育事业|人民政府|教育体育局|教育局|教育|督导|委员会|办公室|履行|职责|"
    "评价|评估|指标|体系|自评|自查|得分|情况|报告|工作|年度|学年|学校|学生|教师|义务|优质|均衡|学前|普及|普惠|高中|职业|特殊|"
    "幼儿|经费|投入|保障|发展|改革|事业|主要|基本|完成|存在|问题|整改|措施|清单|台账|目录|明细|汇总|统计|佐证|材料|证明|附件|"
    "表格|总结|计划|要点|落实|任务|责任|队伍|建设|管理|监测|数据|对照|说明|实施|方案|"
    "自治县|自治州|自治旗|回族|藏族|苗族|彝族|壮族|侗族|瑶族|白族|傣族|黎族|佤族|畲族|水族|土族|羌族|怒族|"
    "京族|满族|汉族|蒙古族|维吾尔族|朝鲜族|布依族|哈萨克族|土家族|哈尼族|傈僳族|拉祜族|东乡族|纳西族|景颇族|"
    "柯尔克孜族|达斡尔族|仫佬族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|乌孜别克族|俄罗斯族|"
    "鄂温克族|德昂族|保安族|裕固族|塔塔尔族|独龙族|鄂伦春族|赫哲族|门巴族|珞巴族|基诺族|高山族|"
)
_LONGEST_WORD = max(map(len, _WORDS.split("|")))
_CUT = 40
_CLOSING = "，。；：、）》”’〕】？！"
_OPENING = "（《“‘〔【"


def broken(title: str, room: int) -> tuple[str, ...]:
    """Return `title` in lines of at most `room` Han characters."""
    lines = []
    while half_widths(title) > 2 * room:
        count = -(-half_widths(title) // (2 * room))
        end = _best_end(title, half_widths(title) // count, 2 * room)
        lines.append(title[:end])
        title = title[end:]
    return (*lines, title)


def _best_end(title: str, aim: int, room: int) -> int:
    """Return where the first line ends: near `aim`, in half characters, at a place that reads well."""
    ends = [end for end in range(1, min(len(title), room + 1)) if half_widths(title[:end]) <= room]
    return min(ends, key=lambda end: _badness(title, end, aim))


def _badness(title: str, end: int, aim: int) -> int:
    """Return how ill a line end there looks: how far from the aim, worse if longer than it, worst if it cuts a word."""
    distance = half_widths(title[:end]) - aim
    return abs(distance) + (1 if distance > 0 else 0) + (_CUT if _cuts(title, end) else 0)


def _cuts(title: str, end: int) -> bool:
    """Tell whether a line end there cuts a word or a number, or leaves a mark at the wrong side."""
    before, after = title[end - 1], title[end]
    if before in _OPENING or after in _CLOSING or (before.isascii() and (after.isascii() or after in "年月日")):
        return True
    return any(f"|{title[start : start + length]}|" in _WORDS for length, start in _spans(end))


def _spans(end: int) -> Iterator[tuple[int, int]]:
    """Yield the length and the start of all that `end` could cut."""
    for length in range(2, _LONGEST_WORD + 1):
        for start in range(max(0, end - length + 1), end):
            yield length, start
