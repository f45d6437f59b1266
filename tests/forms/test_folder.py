"""The texts of a new county folder."""

import pytest
from counties import pack_of
from school_packs import pack_of as school_pack

from evalcli.forms.folder import About, texts
from evalcli.model.document import Mapping
from evalcli.read.yaml_file import parse

PACK = pack_of()


def head(text: str) -> Mapping:
    found, notices = parse(text.encode("utf-8"), "county.yaml")
    assert found is not None, notices
    assert isinstance(found.root, Mapping)
    return found.root


def county(about: About, pack=PACK, **tables: str) -> Mapping:
    return head(texts(pack, about, tables)["county.yaml"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("清溪县", "县"),
        ("高坪区", "区"),
        ("北川羌族自治县", "自治县"),
        ("神农架林区", "林区"),
        ("绵竹市", "市"),
        ("某地", "县"),
    ],
)
def test_the_kind_follows_the_name(name: str, kind: str) -> None:
    assert About(name, "", 2022).kind == kind


@pytest.mark.parametrize("name", ["清溪县", '张"三: #县', "123", "true", "{县}", "a\\nb", "县\u202e"])
def test_whatever_a_county_is_called_is_read_back(name: str) -> None:
    found = county(About(name, "", 2022, "全部是编造的。"))
    part, signed = found.get("county"), found.get("signed")

    assert isinstance(part, Mapping)
    assert isinstance(signed, Mapping)
    assert (part.text("name"), signed.text("by")) == (name, f"{name}人民政府")


def test_what_a_county_begins_with() -> None:
    found = county(About("清溪县", "011303", 2022))

    assert [key.text for key, _node in found.entries] == ["county", "pack", "period", "year"]
    assert {key.text: node.text for key, node in found.pairs("county")} == {
        "name": "清溪县",
        "kind": "县",
        "code": "011303",
    }
    assert {key.text: node.text for key, node in found.pairs("period")} == {"from": "2022-01-01", "to": "2022-12-31"}


def test_made_up_data_is_said_to_be() -> None:
    found = county(About("清溪县", "", 2022, "全部是编造的。"), school_pack(), schools="data/学校数据.csv")

    assert found.text("illustrative") == "全部是编造的。"
    assert {key.text: node.text for key, node in found.pairs("signed")} == {"by": "清溪县人民政府", "on": "2023-03-01"}
    assert {key.text: node.text for key, node in found.pairs("tables")} == {"schools": "data/学校数据.csv"}


def test_school_tables_that_are_still_to_come_are_a_remark() -> None:
    text = texts(school_pack(), About("清溪县", "", 2022), {})["county.yaml"]

    assert "# tables:\n#   schools: data/学校数据.xlsx\n" in text
    assert head(text).get("tables") is None


def test_every_item_has_a_folder_for_its_evidence() -> None:
    made = texts(PACK, About("清溪县", "", 2022), {})

    assert sorted(made) == [
        ".gitignore", "README.md", "county.yaml", "data/.gitkeep", "evidence/1.1/.gitkeep", "evidence/1.2/.gitkeep",
        "evidence/2.3/.gitkeep", "evidence/README.md",
    ]  # fmt: skip
    assert "- `1.1` 教育投入：指标包没有列明（财政局）\n" in made["evidence/README.md"]
    assert "发给各单位：财政局、教体局、编办 | `evalcli form`" in made["README.md"]
    assert made[".gitignore"] == "out/\n"


def test_the_modeline_leads_to_the_schema_beside_it() -> None:
    assert texts(PACK, About("清溪县", "", 2022), {})["county.yaml"].splitlines()[0] == (
        "# yaml-language-server: $schema=.evalcli/county.schema.json"
    )
