"""A report is compared by what it says: what is bold, missing or claimed is part of it."""

import pytest

from evalcli.model.report import Annex, Body, Draft, Heading, Run

TEXT = (Run("投入"), Run("8亿元", claim="spending"))


@pytest.mark.parametrize(
    "other", [Run("投入", bold=True), Run("投入", claim="spending"), Run("投入", missing=True), Run("投放")]
)
def test_runs_that_differ(other: Run) -> None:
    assert Run("投入") != other


def test_drafts_that_say_the_same() -> None:
    drafts = [
        Draft((Heading(1, TEXT), Annex("附件1", "得分表", (Body(TEXT),))), "标题", "某县人民政府", "2022-09-30")
        for _time in range(2)
    ]

    assert (drafts[0], drafts[0].missing) == (drafts[1], ())
