"""Notices of the gravest kind stop everything, and all that was noticed by then is told."""

import pytest

from evalcli.model.notice import Level, Notice, Stopped, stop_on_faults

HINT = Notice("a.hint", Level.HINT, "提示")
STOP = Notice("a.stop", Level.STOP, "中止")


def test_a_fault_stops_and_tells_all() -> None:
    with pytest.raises(Stopped) as caught:
        stop_on_faults(notice for notice in (HINT, STOP))

    assert (caught.value.notices, str(caught.value)) == ((HINT, STOP), "提示; 中止")


def test_without_a_fault_it_goes_on() -> None:
    found = [HINT, Notice("a.must", Level.MUST, "必改"), Notice("a.doubt", Level.DOUBT, "疑似")]

    assert stop_on_faults(found) is None
