"""Tables of many counties' schools for tests, and what every county comes to, at once and one by one."""

from pathlib import Path

from evalcli.bulk.asked import asked
from evalcli.bulk.exact import standing
from evalcli.bulk.schools import Schools, county_column, is_number, schools, spots
from evalcli.bulk.stage import standings
from evalcli.bulk.survey import settled
from evalcli.criteria import load_pack
from evalcli.model.notice import Notice
from evalcli.model.pack import Pack
from evalcli.read.long_table import parse

HEAD = (
    "县代码,学校代码,学校名称,办学类型,学生数（小学）,学生数（初中）,学生数（高中）,"
    "高于规定学历教师数（小学）,高于规定学历教师数（初中）,县级以上骨干教师数（小学）,县级以上骨干教师数（初中）,"
    "体育艺术专任教师数（小学）,体育艺术专任教师数（初中）,交流走教体育艺术教师数（小学）,交流走教体育艺术教师数（初中）,"
    "教学及辅助用房面积,室内体育用房面积,体育运动场馆面积,另可计入的运动场地面积,教学仪器设备值,网络多媒体教室数"
)


def quality() -> Pack:
    """Return the pack that the tables are for."""
    return load_pack("balanced-quality-2017")


def read(text: str, pack: Pack | None = None, by: str = "") -> tuple[Schools, tuple[Notice, ...]]:
    """Return the schools of a table written as CSV."""
    pack = pack or quality()
    spec = next(iter(pack.tables.values()))
    found: dict = {}
    notices: list[Notice] = []

    def wanted(head):
        county = county_column(head, by, "t.csv")
        columns, wrong = spots(pack, spec, head, county, "t.csv")
        found.update(columns)
        notices.extend(wrong)
        numbers = tuple(at for at, (column, _stage) in columns.items() if is_number(spec.columns[column]))
        return (*(at for at in columns if at not in numbers), county), numbers

    table, unread = parse(text.encode("utf-8"), "t.csv", wanted)
    assert table is not None, unread
    made, more = schools(pack, spec, table, found, county_column(table.head, by, "t.csv"))
    return made, (*notices, *more)


def at_once(made: Schools) -> tuple[list[list[dict]], set[str]]:
    """Return every stage's rows as the survey gives them, and the counties that were reckoned in fractions."""
    asks, _undecided = asked(made.pack, made.spec, frozenset(column for column, _stage in made.columns))
    exactly: set[str] = set()
    stages = []
    for ask, frame in zip(asks, standings(made, asks), strict=True):
        unsure = frame.filter("unsure")["county"].to_list()
        exactly.update(unsure)
        stages.append(settled(made, ask, frame.drop("unsure"), unsure).to_dicts())
    return stages, exactly


def one_by_one(made: Schools) -> list[list[dict]]:
    """Return every stage's rows with each county reckoned alone, in fractions."""
    asks, _undecided = asked(made.pack, made.spec, frozenset(column for column, _stage in made.columns))
    counties = sorted(made.frame["county"].unique())
    return [[standing(made, ask, county) for county in counties] for ask in asks]


def folder_file(folder: Path, text: str) -> Path:
    """Write a table and return its path."""
    path = folder / "schools.csv"
    path.write_text(text, encoding="utf-8")
    return path
