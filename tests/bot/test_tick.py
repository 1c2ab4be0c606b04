"""What is due is made once: on time, late, or recorded as skipped."""

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, Row, select, text

from bot.board import corrected, daily_slot
from bot.quiet import Quiet
from bot.tick import find_due
from kpi.ids import ChatId, TelegramId
from kpi.message import Lane, decode
from kpi.team import Pause, Role, Team
from storage import posts, teams
from storage import tables as t
from storage.database import Database
from storage.posts import Made
from tests.bot.shop import Shop, lines, local, make_boards

SUNDAY = date(2026, 6, 7)
MONDAY = date(2026, 6, 8)
TUESDAY = date(2026, 6, 9)
LATE = "⏰ 补发（到点时我不在线）"


@pytest.fixture
def shop(shop: Shop) -> Shop:
    """The team, whose posts count from Monday noon on, with a lead who can be reached and a seller."""
    settle(shop, scheduled_since=local(MONDAY, 12))
    shop.member("林小花", Role.LEAD, private="en")
    shop.sold(shop.member("小美"), MONDAY, 1_280, 3, 2)
    return shop


def settle(shop: Shop, **changes: object) -> None:
    """Saves changed settings of the team."""
    shop.team = replace(shop.team, **changes)  # type: ignore[arg-type]  # the field's name says the type
    teams.save(shop.db, shop.team)


def make_due(db: Connection, now: datetime) -> int:
    """One tick: how many boards it made."""
    return make_boards(db, list(find_due(db, now, Quiet())), now)


def queued(db: Connection) -> list[Row[tuple[object, ...]]]:
    return list(db.execute(select(t.outbox).order_by(t.outbox.c.id)))


def said(db: Connection, chat: ChatId) -> list[list[str]]:
    """What waits for a chat, in Chinese."""
    return [lines(decode(row.body)) for row in queued(db) if row.chat_id == chat]


def state(shop: Shop, kind: str, period: str) -> str | None:
    return posts.state_of(shop.db, Made(shop.team.id, kind, period))


def test_before_its_time_nothing_is_made(shop: Shop) -> None:
    assert make_due(shop.db, local(MONDAY, 21, 30) - timedelta(microseconds=1)) == 0
    assert queued(shop.db) == []


def test_at_its_time_the_board_goes_to_the_group_and_the_summary_to_the_lead(shop: Shop) -> None:
    settle(shop, topic=9)
    lead = shop.private_chat(shop.members[0])
    assert make_due(shop.db, local(MONDAY, 21, 30)) == 1
    board, summary = queued(shop.db)
    assert (board.chat_id, board.topic, board.slot) == (shop.team.chat, 9, daily_slot(MONDAY))
    assert (summary.chat_id, summary.topic, summary.slot) == (lead.id, None, None)
    assert all(row.scheduled and row.lane == Lane.BROADCAST for row in (board, summary))
    assert lines(decode(board.body))[:2] == ["🏆 今日榜 · 6月8日周一", "🥇 小美 · ¥1,280"]
    assert lines(decode(summary.body), "en")[0] == "📋 花花美妆 · Mon, Jun 8"
    assert state(shop, "daily", "2026-06-08") == "on time"


def test_two_ticks_post_once(shop: Shop) -> None:
    assert make_due(shop.db, local(MONDAY, 21, 30)) == 1
    assert make_due(shop.db, local(MONDAY, 21, 30)) == 0
    assert make_due(shop.db, local(MONDAY, 21, 45)) == 0
    assert len(said(shop.db, shop.team.chat)) == 1


def test_a_post_survives_a_restart_and_is_not_made_again(database: Database) -> None:
    with database.write() as db:
        shop = Shop(db)
        settle(shop, scheduled_since=local(MONDAY, 12))
        shop.sold(shop.member("小美"), MONDAY, 1_280)
        assert make_due(db, local(MONDAY, 21, 30)) == 1
    with database.write() as db:
        assert make_due(db, local(MONDAY, 21, 31)) == 0
        assert said(db, shop.team.chat)[0][:2] == ["🏆 今日榜 · 6月8日周一", "🥇 小美 · ¥1,280"]


@pytest.mark.parametrize(
    ("delay", "expected"),
    [
        (timedelta(0), "on time"),
        (timedelta(seconds=15), "on time"),
        (timedelta(minutes=17), "late"),
        (timedelta(hours=6), "late"),
        (timedelta(hours=6, seconds=1), "skipped"),
    ],
)
def test_a_board_missed_while_down_comes_once_marked_late_within_six_hours(
    shop: Shop, delay: timedelta, expected: str
) -> None:
    now = local(MONDAY, 21, 30) + delay
    assert make_due(shop.db, now) == 1
    assert make_due(shop.db, now) == 0
    assert state(shop, "daily", "2026-06-08") == expected
    boards = said(shop.db, shop.team.chat)
    assert len(boards) == (expected != "skipped")
    assert all((LATE in board) == (expected == "late") for board in boards)


@pytest.mark.parametrize(
    ("delay", "expected"),
    [
        (timedelta(0), "on time"),
        (timedelta(hours=36), "late"),
        (timedelta(hours=36, seconds=1), "skipped"),
    ],
)
def test_a_week_missed_while_down_comes_once_within_thirty_six_hours(
    shop: Shop, delay: timedelta, expected: str
) -> None:
    settle(shop, daily_at=None, scheduled_since=local(SUNDAY, 12))
    shop.sold(shop.members[1], SUNDAY, 500)
    now = local(MONDAY, 9, 5) + delay
    assert make_due(shop.db, now) == 1
    assert make_due(shop.db, now) == 0
    assert state(shop, "weekly", "2026-W23") == expected
    assert len(said(shop.db, shop.team.chat)) == (expected != "skipped")


def test_the_lead_is_told_in_one_line_what_was_skipped_and_the_group_is_not(shop: Shop) -> None:
    lead = shop.private_chat(shop.members[0])
    settle(shop, pauses=(Pause("lead-morning", None),))
    assert make_due(shop.db, local(date(2026, 6, 11), 12)) == 3
    assert said(shop.db, shop.team.chat) == []
    (told,) = said(shop.db, lead.id)
    assert told == ["⏭ 花花美妆：我停太久了，这些没有补发：6月8日周一日榜 · 6月9日周二日榜 · 6月10日周三日榜"]
    assert make_due(shop.db, local(date(2026, 6, 11), 12, 1)) == 0
    assert len(said(shop.db, lead.id)) == 1


def test_the_next_day_is_posted_on_time_after_a_late_one(shop: Shop) -> None:
    make_due(shop.db, local(MONDAY, 21, 47))
    assert make_due(shop.db, local(TUESDAY, 21, 30)) == 1
    late, on_time = said(shop.db, shop.team.chat)
    assert LATE in late
    assert LATE not in on_time


def test_an_empty_day_is_posted_as_a_sentence(shop: Shop) -> None:
    make_due(shop.db, local(MONDAY, 21, 30))
    make_due(shop.db, local(TUESDAY, 21, 30))
    assert said(shop.db, shop.team.chat)[1] == ["🏆 6月9日周二：还没有人报单。报一单就上榜：报单 2 198"]


def off(team: Team) -> Team:
    return replace(team, daily_at=None, weekly_at=None)


def left(team: Team) -> Team:
    return replace(team, active=False)


def test_a_team_that_switched_posts_off_hears_nothing(shop: Shop) -> None:
    teams.save(shop.db, off(shop.team))
    assert make_due(shop.db, local(date(2026, 6, 15), 22)) == 0


def test_a_group_that_the_bot_left_hears_nothing(shop: Shop) -> None:
    teams.save(shop.db, left(shop.team))
    assert make_due(shop.db, local(MONDAY, 21, 30)) == 0


def test_after_the_close_of_a_day_past_midnight_the_day_before_is_posted(shop: Shop) -> None:
    settle(shop, daily_at=30, day_close=120)
    make_due(shop.db, local(TUESDAY, 0, 30))
    assert said(shop.db, shop.team.chat)[0][0] == "🏆 今日榜 · 6月8日周一"


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("minutes", [0, 30, 150, 1410])
def test_when_the_clocks_change_each_day_is_posted_once(sqlite_database: Database, day: date, minutes: int) -> None:
    """Berlin leaves out 02:00 to 03:00 on 29 March and has that hour twice on 25 October."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    start, end = ((noon + timedelta(days=days)).astimezone(UTC) for days in (-1, 1))
    with sqlite_database.write() as db:
        shop = Shop(db, zone="Europe/Berlin")
        settle(shop, daily_at=minutes, weekly_at=None, scheduled_since=start)
        ticks = range(0, (end - start) // timedelta(minutes=1), 15)
        made = [make_due(db, start + timedelta(minutes=after)) for after in ticks]
        assert sum(made) == 2
        assert max(made) == 1
        assert len(db.execute(select(t.post).where(t.post.c.state == "on time", t.post.c.kind == "daily")).all()) == 2


def test_a_team_in_trouble_does_not_hold_up_the_others(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    lost, broken = (Shop(shop.db, group=TelegramId(-number), name="别家") for number in (2002, 3003))
    settle(lost, zone="Mars/Olympus", scheduled_since=local(MONDAY, 12))
    settle(broken, scheduled_since=local(MONDAY, 12))
    broken.member("小美")
    shop.db.execute(text("UPDATE member SET role = 'boss' WHERE team_id = :team"), {"team": broken.team.id})
    with caplog.at_level(logging.ERROR):
        assert make_due(shop.db, local(MONDAY, 21, 30)) == 1
    assert len(said(shop.db, shop.team.chat)) == 1
    assert state(broken, "daily", "2026-06-08") is None
    assert [record.message for record in caplog.records] == [
        f"team {lost.team.id} has a zone that this machine does not know",
        f"the daily post of team {broken.team.id} could not be made",
    ]


def test_a_kind_of_post_of_a_newer_version_is_left_alone(shop: Shop) -> None:
    now = local(MONDAY, 21, 30)
    posts.claim(shop.db, Made(shop.team.id, "yearly", "2025"), due_at=now, state="on time", at=now)
    assert make_due(shop.db, now) == 1


def test_a_report_after_the_post_is_said_in_its_place(shop: Shop) -> None:
    make_due(shop.db, local(MONDAY, 21, 30))
    shop.sold(shop.members[1], MONDAY, 100, 1)
    (answer,) = corrected(shop.db, shop.team, {MONDAY})
    (board, *_) = queued(shop.db)
    assert answer.slot == board.slot
    assert "🥇 小美 · ¥1,380" in lines(answer)
