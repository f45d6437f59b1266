"""Every sheet that offices and schools handed in → the document that YAML would have been, or a school table.

A sheet is our form's cover, our form's judgements, a school table, figures, empty, or none of these; which one is kept in
words, and what could not be placed is told by name. Nothing is guessed.
"""

from collections.abc import Iterable, Iterator

from evalcli.fill import convert, judged_sheet, school_sheets
from evalcli.fill.entry import GROWTH, Placed
from evalcli.fill.found import Found, Layout
from evalcli.fill.grid import Grid, with_unit
from evalcli.fill.match import LAST, THIS, Labels, Spot
from evalcli.fill.stacks import holds_nothing, layouts
from evalcli.language import _, enumerated
from evalcli.model.document import Document, Mapping, Node, Scalar, Sequence, mapping
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Pack
from evalcli.model.place import letters
from evalcli.model.table import Cell, Sheet

COVER = "evalcli 填报表"
# So many names stand in one message; the rest are counted.
_NAMED = 5


def placed(pack: Pack, sheets: Iterable[Sheet], year: int, named: Iterable[str] = ()) -> Placed:
    """Return what the sheets of a county hold; `named` are the tables for which the county names a file itself."""
    found, every = Placed(), tuple(sheets)
    forms = {sheet.file for sheet in every if _is_cover(sheet)}
    reader = _Reader(found, pack, Labels(pack), year, frozenset(named))
    for sheet in every:
        reader.take(sheet, ours=sheet.file in forms)
    return found


def _is_cover(sheet: Sheet) -> bool:
    return bool(sheet.rows) and sheet.text(0, 0) == COVER


class _Reader:
    def __init__(self, found: Placed, pack: Pack, labels: Labels, year: int, named: frozenset[str]) -> None:
        self._found, self._pack, self._labels, self._year, self._named = found, pack, labels, year, named

    def take(self, sheet: Sheet, *, ours: bool) -> None:
        """Give a sheet its fate."""
        grid = Grid(sheet)
        if not any(text.strip() for row in sheet.rows for text in row):
            self._fate(sheet, _("空表"))
        elif _is_cover(sheet):
            self._fate(sheet, _("填报表的封面"))
        elif (head := judged_sheet.head_row(grid)) is not None:
            self._judged(grid, head)
        elif schools := school_sheets.schools(grid, self._pack):
            self._schools(sheet, schools)
        elif (figures := layouts(grid, self._labels)) and not holds_nothing(grid, figures):
            self._figures(sheet, figures)
        elif ours and sheet.hidden:
            self._fate(sheet, _("填报表的辅助表"))
        else:
            self._unplaced(grid)

    def _fate(self, sheet: Sheet, what: str, *more: str) -> None:
        how = (
            [] if sheet.encoding in ("", "utf-8") else [_("按 {encoding} 读入").format(encoding=sheet.encoding.upper())]
        )
        self._found.read.append(_("{sheet}：{what}").format(sheet=sheet.title, what=_("，").join((what, *more, *how))))

    def _keep(self, sheet: Sheet, key: str, *nodes: Node) -> None:
        roots = (mapping(((Scalar(key, sheet.place), node),), sheet.place) for node in nodes)
        self._found.documents += [Document(sheet.file, sheet.sha256, root) for root in roots]
        self._found.notices += _hidden(sheet)

    def _judged(self, grid: Grid, head: int) -> None:
        entries = judged_sheet.judged(grid, head)
        # Each by itself: a code that stands twice must be told, and a mapping holds it once.
        self._keep(grid.sheet, "judged", *(mapping((entry,), entry[0].place) for entry in entries))
        self._fate(grid.sheet, _("人工评定 {count} 条").format(count=len(entries)))

    def _schools(self, sheet: Sheet, schools: school_sheets.Schools) -> None:
        label = self._pack.tables[schools.id].label
        if schools.id in self._named:
            message = _("“{sheet}”也像是{label}，没有采用：county.yaml 的 tables 已经指明了文件")
            advice = _("要合用时，从 tables 删去这张表，把文件都写进 data。")
            message = message.format(sheet=sheet.title, label=label)
            self._found.notices.append(Notice("data.table-named", Level.HINT, message, advice, sheet.place))
            return
        self._found.tables.setdefault(schools.id, []).append(schools.table)
        self._found.notices += [_fractions(cell, column) for column, cell in schools.fractions]
        self._found.notices += [convert.torn(cell) for cell in schools.torn]
        self._found.notices += _hidden(sheet)
        said = _("{label} {count} 所").format(label=label, count=len(schools.table.rows))
        self._fate(sheet, said, *_passed_over(schools.sums, schools.notes))

    def _figures(self, sheet: Sheet, figures: Layout) -> None:
        blocks = tuple(block for one in figures.found if (block := self._block(one, ours=figures.by_code)))
        strange = tuple(_as_typed(cell) for cell in figures.strange) if figures.by_code else ()
        self._keep(sheet, "figures", Sequence((*blocks, *strange), sheet.place))
        if not figures.by_code:
            self._found.notices += self._strange(figures.strange)
        self._found.notices += [_unclear(cell) for cell in figures.unclear]
        self._found.notices += [_unclear_columns(cells) for cells in figures.columns]
        self._found.notices += [convert.torn(cell) for cell in figures.torn]
        self._found.notices += [_lost(cell) for cell in figures.lost]
        self._found.notices += [_nameless(cell) for cell in figures.nameless]
        self._found.notices += [_without_year(cell, self._year) for cell in figures.undated]
        said = _("填报值 {count} 个").format(count=len(blocks))
        texts = sum((one.cell.place.line - 1, one.cell.place.column - 1) in sheet.number_texts for one in figures.found)
        as_text = [_("其中 {count} 个是文字型数字，已当作数字").format(count=texts)] if texts else []
        self._fate(sheet, said, *as_text, *_passed_over(figures.sums, figures.notes))

    def _block(self, one: Found, *, ours: bool) -> Mapping | None:
        """Return a value as YAML has it, or None where its cell has none.

        A bare 0.94 under the unit % is 94% that somebody took for 0.94, or really less than one per cent: our form asks for
        a sign there, so that without one it is refused as in YAML; an office's own sheet is asked about.
        """
        spot, cell = one.spot, one.cell
        if cell.fault:
            self._found.notices.append(convert.without_value(self._label(spot), cell))
            return None
        if one.unit == "%" and spot.year != GROWTH and convert.hundredfold(cell.text):
            if ours:
                return self._placed(one, Scalar(cell.text, cell.place, quoted=True))
            self._found.notices.append(_fraction(self._label(spot), cell))
        return self._placed(one, with_unit(cell, one.unit))

    def _label(self, spot: Spot) -> str:
        return self._labels.field(spot.field).label + (f"（{spot.member}）" if spot.member else "")

    def _placed(self, one: Found, node: Node) -> Mapping:
        """Return a value as YAML has it: `{from: …, spending: {小学: {2021: 8亿元}}}`."""
        spot, cell = one.spot, one.cell
        if spot.year != GROWTH:
            year = {THIS: self._year, LAST: self._year - 1}.get(spot.year or THIS, spot.year)
            node = mapping(((Scalar(str(year), cell.place), node),), cell.place)
        if spot.member:
            node = mapping(((Scalar(spot.member, one.label.place), node),), cell.place)
        name = f"{spot.field}.growth" if spot.year == GROWTH else spot.field
        said = ((Scalar("from", cell.place), Scalar(one.said, cell.place)),) if one.said else ()
        return mapping((*said, (Scalar(name, one.label.place), node)), cell.place)

    def _strange(self, cells: list[Cell]) -> Iterator[Notice]:
        """Yield labels beside values that name no field: one by one where a label is near, else all in one."""
        rest = []
        for cell in cells:
            near = self._labels.near(cell.text)
            if near:
                message = _("“{label}”没有对上指标包的填报项，没有采用").format(label=cell.text)
                advice = _("最接近的是“{near}”；是同一项时改成这个名称。").format(near=near)
                yield Notice("data.unmatched", Level.DOUBT, message, advice, cell.place)
            else:
                rest.append(cell)
        if rest:
            names = enumerated(f"“{cell.text}”" for cell in rest[:_NAMED])
            more = _("等 {count} 项").format(count=len(rest)) if len(rest) > _NAMED else ""
            message = _("{names}{more}不是指标包的填报项，没有采用").format(names=names, more=more)
            yield Notice("data.unmatched", Level.HINT, message, _("不是自评要用的数，可以不管。"), rest[0].place)

    def _unplaced(self, grid: Grid) -> None:
        sheet = grid.sheet
        message = _("“{sheet}”没有采用：认不出填报项和它的值，也不像学校数据表").format(sheet=sheet.title)
        advice = _("表头写明名称和本年值，名称用指标包里的；不是数据时移出 data。")
        if lacking := school_sheets.lacking(grid, self._pack):
            spec, key = lacking
            message = _("“{sheet}”像是{label}，但没有“{key}”一列，没有采用")
            message = message.format(sheet=sheet.title, label=spec.label, key=key)
            advice = _("补上“{key}”一列。").format(key=key)
        self._found.notices.append(Notice("data.unplaced", Level.DOUBT, message, advice, sheet.place))
        self._fate(sheet, _("没有采用"))


def _as_typed(cell: Cell) -> Mapping:
    """Return a code of our form that the pack does not have as YAML would have it, so that it is told as there."""
    return mapping(((Scalar(cell.text, cell.place), Scalar("", cell.place)),), cell.place)


def _passed_over(sums: int, notes: int) -> Iterator[str]:
    if sums:
        yield _("合计行 {count} 行没有采用").format(count=sums)
    if notes:
        yield _("注和签名 {count} 行没有采用").format(count=notes)


def _unclear(cell: Cell) -> Notice:
    message = _("“{label}”有几个数，分不清哪一个是全县本年的值，都没有采用").format(label=cell.text)
    advice = _("表头写明本年值、上年值或年份；分行分列填的，写明合计。")
    return Notice("data.unclear", Level.MUST, message, advice, cell.place)


def _unclear_columns(cells: tuple[Cell, ...]) -> Notice:
    heads = enumerated(dict.fromkeys(f"“{cell.text}”" for cell in cells))
    message = _("{heads}有几列数，分不清哪一列是全县本年的值，都没有采用").format(heads=heads)
    advice = _("表头写明本年值、上年值或年份；分行分列填的，写明合计。")
    return Notice("data.unclear", Level.MUST, message, advice, cells[0].place)


def _lost(cell: Cell) -> Notice:
    message = _("从“{first}”开始的一张表没有采用：认不出填报项和它的值").format(first=cell.text)
    return Notice("data.unplaced", Level.DOUBT, message, _("表头写明名称和本年值，名称用指标包里的。"), cell.place)


def _nameless(cell: Cell) -> Notice:
    message = _("这一行没有名称，“{raw}”没有采用").format(raw=cell.text)
    return Notice("data.unmatched", Level.DOUBT, message, _("在名称一列写上填报项；不用的数请删去。"), cell.place)


def _without_year(head: Cell, year: int) -> Notice:
    message = _("表头“{head}”看不出是不是一整年的值，没有采用").format(head=head.text)
    advice = _("要用时表头只写年份，例如 {year}年。").format(year=year)
    return Notice("data.unmatched", Level.DOUBT, message, advice, head.place)


def _fraction(label: str, cell: Cell) -> Notice:
    message = _("{label}：“{raw}”在单位是 % 的地方，按 {raw}% 采用，像是小数").format(label=label, raw=cell.text)
    advice = _("若是 {percent}%，请写成 {percent}%；若确是 {raw}%，请在这一格写上 %。")
    advice = advice.format(percent=convert.hundredfold(cell.text), raw=cell.text)
    return Notice("figure.percent", Level.DOUBT, message, advice, cell.place)


def _fractions(cell: Cell, label: str) -> Notice:
    message = _("“{label}”一列的单位是 %，填的却都在 0 和 1 之间，按 {raw}% 这样采用，像是小数")
    advice = _("若 {raw} 是 {percent}%，这一列请乘以 100，或设成百分比格式；若确是 {raw}%，请写上 %。")
    advice = advice.format(percent=convert.hundredfold(cell.text), raw=cell.text)
    return Notice("figure.percent", Level.DOUBT, message.format(label=label, raw=cell.text), advice, cell.place)


def _hidden(sheet: Sheet) -> Iterator[Notice]:
    if sheet.hidden:
        message = _("工作表“{name}”是隐藏的，照样读了").format(name=sheet.name)
        yield Notice("data.hidden", Level.HINT, message, _("不该用时请删去。"), sheet.place)
    if sheet.hidden_rows:
        message = _("第 {rows} 行{more}是隐藏的，照样读了")
        yield _hidden_part(sheet, message, [str(row + 1) for row in sheet.hidden_rows], _("（共 {count} 行）"))
    if sheet.hidden_columns:
        message = _("{columns} 列{more}是隐藏的，照样读了")
        yield _hidden_part(
            sheet, message, [letters(column + 1) for column in sheet.hidden_columns], _("（共 {count} 列）")
        )


def _hidden_part(sheet: Sheet, message: str, names: list[str], counted: str) -> Notice:
    named = enumerated(names[:_NAMED])
    more = counted.format(count=len(names)) if len(names) > _NAMED else ""
    said = message.format(rows=named, columns=named, more=more)
    return Notice("data.hidden", Level.HINT, said, _("不该用时请删去。"), sheet.place)
