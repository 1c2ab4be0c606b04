"""Locking: what is listed, what can be locked, and buttons that nobody should trust."""

import pytest
from sqlalchemy import Connection

from handlers.lock import lock
from kpi.period import Grain, period_of
from kpi.team import Person
from storage import period_locks
from tests.handlers.stage import NOON, Stage

TODAY = NOON.date()


@pytest.fixture
def stage(db: Connection, language: str) -> Stage:
    return Stage(db, language, (lock,))


@pytest.fixture
def lead(stage: Stage) -> Person:
    return stage.member("林小花", administrator=True)


def say(stage: Stage, zh: str, en: str) -> str:
    return zh if stage.language == "zh" else en


def locked(stage: Stage) -> list[str]:
    return [one.period.key for one in period_locks.locked(stage.db, stage.team.id)]


PERIODS = [
    # what is written, the key of what it locks
    ("/lock 6-07", "/lock 6-07", "2026-06-07"),
    ("/lock 今天", "/lock today", "2026-06-08"),
    ("锁定 昨天", "/lock yesterday", "2026-06-07"),
    ("/lock 5月", "/lock May", "2026-05"),
    ("锁账 上个月", "/lock last month", "2026-05"),
    ("/lock 上周", "/lock last week", "2026-W23"),
    ("/lock 2025-12", "/lock 2025-12", "2025-12"),
]


@pytest.mark.parametrize(("zh", "en", "key"), PERIODS)
def test_a_period_is_locked_after_a_yes(stage: Stage, lead: Person, zh: str, en: str, key: str) -> None:
    asked = stage.say(lead, say(stage, zh, en))
    assert asked is not None
    assert locked(stage) == []
    stage.press(lead, next(iter(asked.buttons.values())))
    assert locked(stage) == [key]


NOT_OVER = [("本月", "month"), ("本周", "week"), ("2026-06-09", "2026-06-09"), ("2027-01", "2027-01")]


@pytest.mark.parametrize(("zh", "en"), NOT_OVER)
def test_what_is_not_over_cannot_be_locked(stage: Stage, lead: Person, zh: str, en: str) -> None:
    heard = stage.say(lead, f"/lock {say(stage, zh, en)}")
    assert heard is not None
    assert say(stage, "还没过完", "is not over") in heard.text
    assert heard.buttons == {}


@pytest.mark.parametrize("nonsense", ["abc", "6-31", "0", "🔒", "9" * 400])
def test_nonsense_gets_the_usage(stage: Stage, lead: Person, nonsense: str) -> None:
    heard = stage.say(lead, f"/lock {nonsense}")
    assert heard is not None
    assert "/lock 6-08" in heard.text


def test_a_day_of_a_locked_month_is_locked_already_but_not_the_other_way_round(stage: Stage, lead: Person) -> None:
    for key in ("2026-05-31", "2026-05"):
        asked = stage.say(lead, f"/lock {key}")
        assert asked is not None
        stage.press(lead, next(iter(asked.buttons.values())))
    assert locked(stage) == ["2026-05-31", "2026-05"]
    again = stage.say(lead, "/lock 2026-05-30")
    assert again is not None
    assert say(stage, "已经锁定", "locked already") in again.text


def test_a_day_that_was_locked_by_itself_stays_locked_when_the_month_opens(stage: Stage, lead: Person) -> None:
    for line in ("/lock 2026-05-31", "/lock 2026-05", "/unlock 2026-05"):
        asked = stage.say(lead, line)
        assert asked is not None
        stage.press(lead, next(iter(asked.buttons.values())))
    assert locked(stage) == ["2026-05-31"]


def test_the_list_offers_yesterday_last_month_and_what_is_locked(stage: Stage, lead: Person) -> None:
    empty = stage.say(lead, "/lock")
    assert empty is not None
    assert len(empty.buttons) == 2
    asked = stage.press(lead, next(iter(empty.buttons.values())), private=False)
    assert asked is not None
    stage.press(lead, next(iter(asked.buttons.values())), private=False)
    assert locked(stage) == ["2026-06-07"]
    shown = stage.say(lead, "/unlock")
    assert shown is not None
    assert "林小花" in shown.text
    unlock = [label for label in shown.buttons if say(stage, "解锁", "Unlock") in label]
    assert len(unlock) == 1


def test_a_long_list_is_cut(stage: Stage, lead: Person) -> None:
    by = stage.members[0].id
    for day in range(1, 29):
        month = period_of(Grain.DAY, TODAY.replace(month=5, day=day))
        period_locks.lock(stage.db, stage.team.id, month, by=by, at=NOON)
    shown = stage.say(lead, "/lock")
    assert shown is not None
    assert say(stage, "还有 16 个", "16 more") in shown.text


FORGED = [
    "lock-ask",
    "lock-ask:{team}",
    "lock-ask:{team}:lock",
    "lock-ask:{team}:burn:2026-05",
    "lock-ask:{team}:lock:x",
]
FORGED += ["lock-do:1", "lock-do:1:{team}:lock", "lock-do:x:{team}:lock:2026-05", "lock-do:1:{team}:lock:2026-99"]


@pytest.mark.parametrize("data", FORGED)
def test_forged_buttons_do_nothing(stage: Stage, lead: Person, data: str) -> None:
    heard = stage.press(lead, f"v1:{data.format(team=stage.team.id)}")
    assert heard is not None
    assert say(stage, "按钮", "button") in heard.text
    assert locked(stage) == []


def test_a_button_of_another_team_does_nothing(stage: Stage, lead: Person) -> None:
    heard = stage.press(lead, f"v1:lock-do:1:{stage.team.id + 1}:lock:2026-05")
    assert heard is not None
    assert locked(stage) == []


def test_a_second_press_says_that_it_is_done(stage: Stage, lead: Person) -> None:
    for key, done in (("lock", ("已经锁定", "locked already")), ("unlock", ("本来就没锁", "is not locked"))):
        data = f"v1:lock-do:1:{stage.team.id}:{key}:2026-05"
        stage.press(lead, data)
        again = stage.press(lead, data)
        assert again is not None
        assert say(stage, *done) in again.text
