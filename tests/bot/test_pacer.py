"""Telegram's limits, held with a clock that only the test moves."""

import pytest

from bot.pacer import Pacer
from kpi.ids import ChatId
from kpi.team import ChatKind

GROUP, OTHER = ChatId(1), ChatId(2)


class Watch:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def departures(seconds: float, chats: int, kind: ChatKind, step: float = 0.01) -> list[tuple[float, ChatId]]:
    """When messages leave in `seconds` if every chat always has one waiting, and a round comes every `step` seconds."""
    watch = Watch()
    pacer = Pacer(watch)
    left: list[tuple[float, ChatId]] = []
    while watch.seconds < 1000.0 + seconds:
        free = [ChatId(n) for n in range(chats) if ChatId(n) not in pacer.busy()]
        for chat in free[: pacer.room()]:
            pacer.left(chat, kind)
            left.append((watch.seconds, chat))
        watch.seconds += step
    return left


def most_within(times: list[float], span: float) -> int:
    return max(sum(1 for other in times if start <= other < start + span) for start in times)


@pytest.mark.parametrize("step", [0.001, 0.01, 0.033, 0.5])
def test_no_second_sees_more_than_thirty_messages(step: float) -> None:
    times = [at for at, _ in departures(20, chats=100, kind=ChatKind.PRIVATE, step=step)]
    assert most_within(times, 1.0) <= 30


@pytest.mark.parametrize("step", [0.001, 0.01, 0.017])
def test_at_least_28_messages_leave_in_a_second(step: float) -> None:
    assert len(departures(20, chats=100, kind=ChatKind.PRIVATE, step=step)) >= 20 * 28


def test_after_a_quiet_time_messages_leave_evenly() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    watch.seconds += 60
    assert pacer.room() == 1


def test_a_group_gets_one_message_a_second_and_twenty_a_minute() -> None:
    times = [at for at, _ in departures(180, chats=1, kind=ChatKind.GROUP)]
    assert most_within(times, 1.0) == 1
    assert most_within(times, 60.0) <= 20
    assert len(times) >= 3 * 18


def test_a_refused_chat_waits_and_the_others_go_on() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    pacer.refused(GROUP, 30)
    watch.seconds += 29.9
    assert pacer.busy() == {GROUP}
    assert pacer.room() > 0
    watch.seconds += 0.2
    assert pacer.busy() == set()


def test_two_chats_refused_at_once_stop_everything() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    pacer.refused(GROUP, 30)
    pacer.refused(OTHER, 20)
    assert pacer.room() == 0
    watch.seconds += 20.1
    assert pacer.room() > 0


def test_the_same_chat_refused_twice_stops_only_itself() -> None:
    pacer = Pacer(Watch())
    pacer.refused(GROUP, 30)
    pacer.refused(GROUP, 30)
    assert pacer.room() > 0


def test_the_wait_is_never_longer_than_a_second() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    assert pacer.wait() == 1.0
    pacer.left(GROUP, ChatKind.GROUP)
    assert 0 < pacer.wait() <= 1.0


def test_while_nothing_may_leave_a_chat_that_becomes_free_is_no_reason_to_look() -> None:
    pacer = Pacer(Watch())
    pacer.left(GROUP, ChatKind.GROUP)
    unhurried = pacer.wait()
    pacer.refused(OTHER, 0.001)
    assert pacer.wait() == unhurried > 0.001


def test_when_all_were_refused_the_wait_is_for_all() -> None:
    pacer = Pacer(Watch())
    pacer.refused(GROUP, 0.2)
    pacer.refused(OTHER, 0.5)
    assert pacer.wait() == pytest.approx(0.5)
