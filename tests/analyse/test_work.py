"""What explanations, rows, results for programs and comparisons say of work."""

import json
from dataclasses import replace

from jsonschema import Draft202012Validator
from work_packs import COUNTY, scored_of

from evalcli.analyse import explain, explain_total, heads, result, rows, total_line, verify
from evalcli.model.place import Place
from evalcli.read import schema
from evalcli.read.result_file import result_file

PLACE = Place("kept.json")


def kept(text: str = COUNTY):
    return json.loads(json.dumps(result(scored_of(text))))


def test_a_row_has_the_word_and_the_day():
    scored = scored_of()
    found = [dict(zip(heads(scored), row, strict=True)) for row in rows(scored)]

    assert [(row["key_point"], row["verdict"], row["status"], row["due"]) for row in found] == [
        ("1.1a", "待评定", "按序时推进", "2018-11-30"),
        ("1.1b", "待评定", "未到期", "2018-11-30"),
        ("1.2a", "待评定", "未到期", "2018-08-31"),
        ("2.1a", "待评定", "按序时推进", "2020-12-31"),
        ("2.2a", "待评定", "按序时推进", "2018-12-31"),
        ("", "不适用", "不适用", ""),
    ]
    assert total_line(scored) == "按序时推进 2 项、未到期 2 项、不适用 1 项；完成率0%（0/4）"


def test_an_explanation_ends_with_the_day_the_way_and_the_word():
    lines = explain(scored_of(), "1.1b")

    assert lines is not None
    assert lines[-5:] == (
        "    结论：40%，低于标准100%，差60个百分点；2018年11月30日到期，未到期，进度40%，时间过去54.2%；文件对这一目标的用语是“争取”",
        "    判定：待评定",
        "    时限：2018-01-01—2018-11-30，时间过去 54.19%",
        "    进度：完成目标的 40%",
        "    完成情况：未到期",
    )


def test_an_item_is_followed_up_to_the_rate():
    lines = explain(scored_of(), "2.2")

    assert lines is not None
    assert (
        lines[-9:]
        == (
            "  判定：待评定",
            "  完成情况：按序时推进",
            "",
            "  汇总：2.2 → 事业发展 → 全部任务 → 完成率",
            "    2 事业发展：3 项指标，按序时推进 2 项、不适用 1 项",
            "    全部指标：5 项指标，未到期 2 项、按序时推进 2 项、不适用 1 项",
            "    完成率＝完成÷（全部－不适用）＝0÷4",
            "    按评估要点计，5 个中完成 0 个",
            "    还没有完成、仍可能完成的有 4 项，全部完成时为完成率100%（4/4）",
        )
        or lines[-10:-1]
    )
    assert lines[-1] == "    结果：完成率0%（0/4）–完成率100%（4/4）（暂定）"


def test_the_total_counts_words():
    assert "  1 办学条件：2 项指标，未到期 2 项" in explain_total(scored_of())


def test_a_result_has_counts_words_and_shares():
    found = result(scored_of())

    assert found["completion"] == {
        "counts": {"按序时推进": 2, "未到期": 2, "不适用": 1},
        "done": 0,
        "counted": 4,
        "rate": "0.00",
    }
    assert found["areas"][1]["completion"]["counts"] == {"按序时推进": 2, "不适用": 1}
    item = found["areas"][0]["items"][0]
    assert item["status"] == "未到期"
    assert item["points"][0]["work"] == {
        "status": "按序时推进",
        "due": "2018-11-30",
        "reached": "0.6000",
        "gone": "0.5419",
    }
    assert found["areas"][1]["items"][1]["points"][0]["work"]["reached"] is None


def test_a_result_without_any_task_has_no_rate():
    none = ", ".join(f"'{name}': {{because: 无, approved: 省}}" for name in ("1.1", "1.2", "2.1", "2.2", "2.3"))
    head = COUNTY[: COUNTY.index("judged")]

    assert result(scored_of(f"{head}not_applicable: {{{none}}}\n"))["completion"]["rate"] is None


def test_a_result_has_the_shape_that_is_published(tmp_path):
    scored = scored_of()
    whole = replace(scored, pack=replace(scored.pack, sha256="0" * 64))
    whole.filled.inputs.update(dict.fromkeys(whole.filled.inputs, "1" * 64))
    Draft202012Validator(schema("result")).validate(result(whole))
    (tmp_path / "kept.json").write_text(json.dumps(result(whole), ensure_ascii=False), encoding="utf-8")

    assert result_file(tmp_path / "kept.json")["completion"]["counted"] == 4


def test_a_kept_result_is_held_against_words_and_days():
    other = COUNTY.replace("60所", "100所").replace("40%", "100%").replace("by: 2018-11-30", "by: 2018-10-31")
    told = [notice.message for notice in verify(kept(), scored_of(other), PLACE)]

    assert verify(kept(), scored_of(), PLACE) == ()
    assert "全部任务 的完成情况：结果文件里是 0/4，重新算出来是 1/4" in told
    assert "第 1 部分 的完成情况：结果文件里是 0/2，重新算出来是 1/2" in told
    assert "1.1a 的完成情况：结果文件里是 按序时推进，重新算出来是 完成" in told
    assert "1.1b 的完成时限：结果文件里是 2018-11-30，重新算出来是 2018-10-31" in told
