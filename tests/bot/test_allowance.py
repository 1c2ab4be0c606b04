"""How much one person may ask for, also when what they wrote has to be handled again."""

from datetime import UTC, datetime, timedelta

from bot.allowance import Allowance, Verdict
from kpi.ids import TelegramId

MEI, KEN = TelegramId(42), TelegramId(43)
NOON = datetime(2026, 6, 8, 12, 0, tzinfo=UTC)


def test_a_message_that_comes_again_after_a_rollback_is_judged_as_before() -> None:
    """Else a report would be refused because a full disk had it handled more than once."""
    allowance = Allowance(messages=2)
    for _ in range(5):
        assert [allowance.verdict(MEI, NOON, number) for number in (1, 2, 3, 4)] == [
            Verdict.ANSWERED,
            Verdict.ANSWERED,
            Verdict.TOLD,
            Verdict.SILENT,
        ]
    assert allowance.verdict(KEN, NOON, 5) is Verdict.ANSWERED


def test_a_minute_later_everything_counts_anew() -> None:
    allowance = Allowance(messages=1)
    later = NOON + timedelta(minutes=1)
    assert [allowance.verdict(MEI, NOON, 1), allowance.verdict(MEI, NOON, 2)] == [Verdict.ANSWERED, Verdict.TOLD]
    assert [allowance.verdict(MEI, later, 3), allowance.verdict(MEI, later, 4)] == [Verdict.ANSWERED, Verdict.TOLD]
