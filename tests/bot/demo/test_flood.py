"""Telegram's flood limits: 30 a second over all, 20 a minute in a group, three a second in one chat."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.flood import Flood
from bot.demo.rejection import RejectedError

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def wait(flood: Flood, chat: int, seconds: float, *, group: bool = True) -> int:
    """Sends a message `seconds` after noon: how long Telegram asks to wait, 0 when it takes it."""
    try:
        flood.admit(chat, NOON + timedelta(seconds=seconds), group=group)
    except RejectedError as rejected:
        hints = rejected.hints or {}
        return int(str(hints["retry_after"]))
    return 0


def test_the_21st_message_of_a_minute_waits_until_the_first_is_a_minute_old() -> None:
    flood = Flood()
    assert [wait(flood, 1, 2 * n) for n in range(20)] == [0] * 20
    assert wait(flood, 1, 40) == 20
    assert wait(flood, 1, 60) == 0


def test_a_private_chat_has_no_limit_a_minute() -> None:
    flood = Flood()
    assert [wait(flood, 1, n, group=False) for n in range(40)] == [0] * 40


@pytest.mark.parametrize("group", [True, False])
def test_the_fourth_message_of_a_second_to_one_chat_waits(*, group: bool) -> None:
    flood = Flood()
    assert [wait(flood, 1, 0.1 * n, group=group) for n in range(4)] == [0, 0, 0, 1]


def test_the_31st_message_of_a_second_waits_whatever_its_chat() -> None:
    flood = Flood()
    assert [wait(flood, chat, 0) for chat in range(31)] == [0] * 30 + [1]
    assert wait(flood, 77, 1) == 0


def test_who_writes_before_the_pause_is_over_is_refused_and_noted() -> None:
    flood = Flood()
    flood.pause(1, NOON, 10)
    assert wait(flood, 1, 4) == 6
    assert flood.too_early == [(1, NOON + timedelta(seconds=4))]
    assert wait(flood, 2, 4) == 0
    assert wait(flood, 1, 10) == 0


def test_a_refused_message_does_not_count() -> None:
    flood = Flood()
    for n in range(20):
        wait(flood, 1, n)
    assert wait(flood, 1, 20) == 40
    assert [wait(flood, 1, 60 + n) for n in range(20)] == [0] * 20


def test_a_clock_that_is_set_back_locks_nobody_out() -> None:
    flood = Flood()
    for n in range(20):
        wait(flood, 1, n)
    assert wait(flood, 1, -7200) == 0


def test_switched_off_it_counts_nothing() -> None:
    flood = Flood()
    flood.on = False
    assert [wait(flood, 1, 0) for _ in range(50)] == [0] * 50


@given(st.lists(st.floats(0, 20), max_size=80))
def test_never_more_than_twenty_in_any_minute_nor_three_in_any_second(pauses: list[float]) -> None:
    flood, now, taken = Flood(), 0.0, list[float]()
    for pause in pauses:
        now += pause
        if wait(flood, 1, now) == 0:
            taken.append(now)
    for start in taken:
        assert sum(start <= at < start + 59.99 for at in taken) <= 20
        assert sum(start <= at < start + 0.99 for at in taken) <= 3
