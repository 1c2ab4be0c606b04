"""What keeps a month open."""

import pytest

from kpi.pay.closing import Blocked, Blocker, MonthStage, SlipStage, blocked, may_become
from tests.kpi.june import LILI, MEI, QIANG

ALL_SAID = [(MEI, SlipStage.CONFIRMED), (QIANG, SlipStage.ANSWERED)]


def test_a_month_closes_once_all_have_confirmed_or_were_answered() -> None:
    assert blocked(MonthStage.PROPOSED, ALL_SAID, over_budget=False, reason="") == ()


@pytest.mark.parametrize("stage", [MonthStage.OPEN, MonthStage.CLOSED])
def test_only_a_proposed_month_is_closed(stage: MonthStage) -> None:
    assert blocked(stage, ALL_SAID, over_budget=False, reason="") == (Blocked(Blocker.NOT_PROPOSED),)


def test_disputes_and_silence_keep_it_open_and_only_silence_can_be_passed_over() -> None:
    slips = [(MEI, SlipStage.WAITING), (QIANG, SlipStage.DISPUTED), (LILI, SlipStage.WAITING)]
    found = blocked(MonthStage.PROPOSED, slips, over_budget=False, reason="", passed_over={QIANG, LILI})
    assert found == (Blocked(Blocker.DISPUTED, QIANG), Blocked(Blocker.WAITING, MEI))


@pytest.mark.parametrize(("reason", "found"), [("", 1), ("  ", 1), ("大促加码", 0)])
def test_req_74_over_the_budget_a_reason_is_needed(reason: str, found: int) -> None:
    assert len(blocked(MonthStage.PROPOSED, ALL_SAID, over_budget=True, reason=reason)) == found


def test_a_dispute_ends_only_by_an_answer() -> None:
    assert may_become(SlipStage.DISPUTED) == {SlipStage.ANSWERED}
    assert SlipStage.CONFIRMED in may_become(SlipStage.ANSWERED)
    assert all(stage not in may_become(stage) for stage in SlipStage)
