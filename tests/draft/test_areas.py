"""The areas as the report shows them."""

from counties import AREA_1, AREA_2, COUNTY, FIELDS, FULL, HEAD, pack_of, scored_of

from evalcli.draft.areas import rendered_areas

MERGED = COUNTY + "report: {merge_areas: true}\n"


def shown(pack, head):
    return [
        (area.heading, [item.indicator.id for item in area.items])
        for area in rendered_areas(scored_of(pack, FULL, head=head))
    ]


def test_every_area_stands_alone():
    assert shown(pack_of(), COUNTY) == [("保障教育投入", ["1.1", "1.2"]), ("规范办学", ["2.3"])]


def test_an_area_goes_into_the_one_that_it_joins():
    assert shown(pack_of(), MERGED) == [("保障教育投入", ["1.1", "1.2", "2.3"])]


def test_an_area_that_joins_one_which_is_not_there_stands_alone():
    pack = pack_of(HEAD, FIELDS, AREA_1, AREA_2.replace('joins: "1"', 'joins: "7"'))

    assert shown(pack, MERGED) == [("保障教育投入", ["1.1", "1.2"]), ("规范办学", ["2.3"])]
