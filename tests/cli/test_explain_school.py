"""`evalcli explain --school`: one school's reckoning, and what cannot be meant."""

import shutil
from pathlib import Path

import pytest
from command_line import evalcli

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "balanced-quality-demo"


@pytest.fixture(name="county")
def _county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the shipped county of 优质均衡, copied, as the working folder."""
    folder = tmp_path / "云岭县"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("wish", ["云岭县白塔镇中心小学", "9900000008"])
def test_a_school_by_name_or_code(county: Path, wish: str) -> None:
    done = evalcli("explain", "1.6a", "--school", wish, "-q")

    assert done.out.splitlines() == [
        "云岭县白塔镇中心小学（代码9900000008，小学，data/学校.csv:9:1）",
        "",
        "  1.6a 小学校际差异系数不超过0.50，按学生数加权，以未经修约的数判定",
        "    计算：云岭县白塔镇中心小学：生均教学仪器设备值 = 教学仪器设备值 ÷ 学生数（小学）",
        "        ＝ 1242000 ÷ 690 = 1800元",
        "    数据：教学仪器设备值 1242000元（data/学校.csv:9:28）",
        "    数据：学生数（小学） 690人（data/学校.csv:9:7）",
    ]


def test_a_failing_school_shows_its_cells_and_their_conversion(county: Path) -> None:
    table = county / "data" / "学校.csv"
    table.write_text(table.read_text("utf-8").replace(",1242000,", ",124.2万元,"), encoding="utf-8")
    lines = evalcli("explain", "1.8a", "-q").out.splitlines()

    start = lines.index("    计算：云岭县白塔镇中心小学：生均教学仪器设备值 = 教学仪器设备值 ÷ 学生数（小学）")
    assert lines[start + 1 : start + 3] == [
        "        ＝ 1242000 ÷ 690 = 1800元",
        "    数据：教学仪器设备值 124.2万元 = 1242000元，×10000（data/学校.csv:9:28）",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--school", "云岭中学"), "--school 要写明指标"),
        (("1.5", "--school", "云岭县实验学"), "最接近的是“云岭县实验学校”。"),
        (("1.5", "--school", "zzz"), "写学校名称或者代码。"),
        (("2.1", "--school", "云岭中学"), "2.1 不是逐校核对的指标，或者没有学校表。"),
    ],
)
def test_what_cannot_be_meant(county: Path, arguments: tuple[str, ...], said: str) -> None:
    done = evalcli("explain", *arguments)

    assert (done.code, said in done.err) == (2, True)
