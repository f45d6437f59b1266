"""Few false alarms: counties that are consistent, drawn by chance, hear of no doubt."""

import clean_counties
import pytest

from evalcli import flow
from evalcli.criteria import open_pack
from evalcli.model.notice import Level

SEEDS = range(12)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", clean_counties.PARTS)
def test_a_consistent_county_hears_of_no_doubt(name, seed, tmp_path):
    county = clean_counties.write(open_pack(name), seed, tmp_path)
    found = flow.check_county(county)

    assert [(n.code, n.message) for n in found if n.level is not Level.HINT] == []


@pytest.mark.parametrize("name", clean_counties.PARTS)
def test_its_figures_were_read(name, tmp_path):
    pack = open_pack(name)
    filled = flow.read_county(clean_counties.write(pack, 1, tmp_path)).filled

    assert {key[0] for key in filled.figures} == set(pack.fields)
    assert all(table.schools for table in filled.tables.values())
    assert set(filled.tables) == set(pack.tables)


def test_another_seed_is_another_county(tmp_path):
    pack = open_pack("duty-sichuan-2022")
    one = clean_counties.write(pack, 1, tmp_path).read_text("utf-8")

    assert clean_counties.write(pack, 1, tmp_path).read_text("utf-8") == one
    assert clean_counties.write(pack, 2, tmp_path).read_text("utf-8") != one
