"""Scheduled posts: each once, at the team's wall time, whatever the clocks do."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.ids import ChatId, TeamId
from kpi.period import Grain, period_of
from kpi.schedule import Due, Post, State, due_at, is_coming, next_at
from kpi.schedule import due as all_due
from kpi.team import Pause, Team

HALF_PAST_NINE = 21 * 60 + 30
FIVE_PAST_NINE = 9 * 60 + 5
MONDAY = date(2026, 6, 8)
YEAR = [date(2026, 1, 1) + timedelta(days=day) for day in range(365)]
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
EVERY_MORNING = (Post.PLANS, Post.COACHING)
PRIVATE = {Post.MORNING, Post.LEAD_MORNING, Post.REMINDER, *EVERY_MORNING}

TEAM = Team(
    id=TeamId(1),
    name="花花美妆",
    chat=ChatId(1),
    topic=None,
    language="zh",
    zone="Asia/Shanghai",
    currency="CNY",
    day_close=0,
    daily_at=HALF_PAST_NINE,
    weekly_at=None,
    scheduled_since=LONG_AGO,
    active=True,
)
WEEKLY = replace(TEAM, daily_at=None, weekly_at=FIVE_PAST_NINE)


def at(wall: str, zone: str = TEAM.zone) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def due(team: Team, now: datetime, made: Collection[tuple[Post, str]]) -> list[Due]:
    """What is due, without what people hear in private."""
    return [post for post in all_due(team, now, made) if post.kind not in PRIVATE]


def since(team: Team, wall: str) -> Team:
    return replace(team, scheduled_since=at(wall))


def asked(day: date, minutes: int) -> datetime:
    """A wall time, without its zone."""
    return datetime.combine(day, time(minutes // 60, minutes % 60))


def minutes_between(first: str, last: str) -> Iterator[datetime]:
    """A tick every minute."""
    instant = at(first)
    while instant <= at(last):
        yield instant
        instant += timedelta(minutes=1)


def posted(team: Team, ticks: Iterable[datetime]) -> list[Due]:
    """Everything that is made when somebody looks at `ticks` and keeps the keys of what was made."""
    made: set[tuple[Post, str]] = set()
    posts: list[Due] = []
    for now in ticks:
        found = due(team, now, made)
        posts += found
        made |= {(post.kind, post.period.key) for post in found}
    return posts


def shown(posts: Iterable[Due]) -> list[tuple[str, State]]:
    return [(post.period.key, post.state) for post in posts]


@cache
def unlike_zones() -> dict[str, list[str]]:
    """Every zone there is, grouped by its clock in 2026: the name of one of each group with all of it."""
    groups: dict[tuple[timedelta | None, ...], list[str]] = {}
    for name in sorted(available_timezones()):
        groups.setdefault(tuple(clock(name)), []).append(name)
    return {names[0]: names for names in groups.values()}


def clock(name: str) -> Iterator[timedelta | None]:
    """The offsets of a zone over 2026: one a day, and every quarter of an hour of a day on which it changes."""
    zone = ZoneInfo(name)
    midnights = [datetime(2025, 12, 31, tzinfo=UTC) + timedelta(days=day) for day in range(368)]
    offsets = [midnight.astimezone(zone).utcoffset() for midnight in midnights]
    yield from offsets
    for midnight, (before, after) in zip(midnights[:-1], pairwise(offsets), strict=True):
        if before != after:
            quarters = (midnight + timedelta(minutes=15 * quarter) for quarter in range(96))
            yield from (quarter.astimezone(zone).utcoffset() for quarter in quarters)


def test_zones_are_grouped_without_losing_one() -> None:
    groups = unlike_zones().values()
    assert sum(len(names) for names in groups) == len(available_timezones()) > 400
    assert len(groups) > 40


@pytest.mark.parametrize("minutes", [0, 1, 30, 59, 60, 90, 119, 120, 150, 179, 180, 720, 1290, 1380, 1410, 1439])
def test_a_wall_time_is_one_instant_of_each_date_and_they_come_in_order_in_every_zone(minutes: int) -> None:
    for name in unlike_zones():
        zone = ZoneInfo(name)
        instants = [due_at(day, minutes, zone) for day in YEAR]
        assert all(earlier < later for earlier, later in pairwise(instants)), name
        walls = [instant.astimezone(zone) for instant in instants]
        moved = [wall.replace(tzinfo=None) - asked(day, minutes) for wall, day in zip(walls, YEAR, strict=True)]
        assert not any(wall.fold for wall in walls), name
        assert sum(map(bool, moved)) <= 1, name  # no zone leaps twice in 2026
        assert timedelta(0) <= min(moved) <= max(moved) <= timedelta(hours=2), name  # two hours in Antarctica/Troll


@pytest.mark.parametrize(("minutes", "day_close"), [(0, 0), (30, 0), (150, 180), (180, 180), (1290, 120), (1410, 0)])
def test_every_business_date_has_one_post_in_every_zone(minutes: int, day_close: int) -> None:
    looks = [datetime(2026, 1, 15, tzinfo=UTC) + timedelta(days=13 * look) for look in range(28)]
    for name in unlike_zones():
        team = replace(TEAM, zone=name, daily_at=minutes, day_close=day_close)
        days = [post.period.start for post in posted(team, looks) if post.kind is Post.DAILY]
        assert days == [days[0] + timedelta(days=day) for day in range(len(days))], name
        assert len(days) >= 350


# What an hour's cron job missed, doubled or moved in 2026, zone by zone.
@pytest.mark.parametrize(
    ("zone", "day", "wall", "instant"),
    [
        ("Asia/Shanghai", "2026-06-08", "21:30", "2026-06-08T13:30"),
        ("America/Sao_Paulo", "2026-10-18", "00:00", "2026-10-18T03:00"),
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30"),  # leapt over: 03:30
        ("Europe/Berlin", "2026-03-30", "00:30", "2026-03-29T22:30"),  # the day after
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30"),  # shown twice: the first
        ("Europe/Berlin", "2026-10-26", "00:30", "2026-10-25T23:30"),
        ("Europe/London", "2026-03-29", "01:30", "2026-03-29T01:30"),
        ("Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30"),
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30"),
        ("America/New_York", "2026-03-09", "00:30", "2026-03-09T04:30"),
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30"),
        ("America/Los_Angeles", "2026-03-09", "00:30", "2026-03-09T07:30"),
        ("Australia/Sydney", "2026-04-05", "02:30", "2026-04-04T15:30"),
        ("Australia/Sydney", "2026-10-04", "02:30", "2026-10-03T16:30"),
        ("Australia/Sydney", "2026-10-05", "00:30", "2026-10-04T13:30"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45"),  # a leap of half an hour
        ("Africa/Cairo", "2026-04-24", "00:00", "2026-04-23T22:00"),  # no midnight: 01:00
        ("Africa/Cairo", "2026-10-29", "23:30", "2026-10-29T20:30"),
        ("America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30"),
        ("America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:30"),
        ("America/Nuuk", "2026-03-28", "23:30", "2026-03-29T01:30"),  # 00:30 of the next date
    ],
)
def test_a_wall_time_on_the_day_of_a_clock_change(zone: str, day: str, wall: str, instant: str) -> None:
    hours, minutes = map(int, wall.split(":"))
    expected = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert due_at(date.fromisoformat(day), hours * 60 + minutes, ZoneInfo(zone)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-06-08T21:29:59", []),
        ("2026-06-08T21:30:00", [State.ON_TIME]),
        ("2026-06-08T21:32:00", [State.ON_TIME]),
        ("2026-06-08T21:32:01", [State.LATE]),
        ("2026-06-09T03:30:00", [State.LATE]),
        ("2026-06-09T03:30:01", [State.SKIPPED]),
        ("2026-06-09T21:29:59", [State.SKIPPED]),
        ("2026-06-09T21:30:00", [State.SKIPPED, State.ON_TIME]),
    ],
)
def test_a_daily_post_is_late_for_six_hours_and_then_skipped(now: str, expected: list[State]) -> None:
    team = since(TEAM, "2026-06-08T12:00")
    assert [post.state for post in due(team, at(now), set())] == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-06-08T09:04:59", []),
        ("2026-06-08T09:05:00", [("2026-W23", State.ON_TIME)]),
        ("2026-06-09T21:05:00", [("2026-W23", State.LATE)]),
        ("2026-06-09T21:05:01", [("2026-W23", State.SKIPPED)]),
        ("2026-06-15T09:05:00", [("2026-W23", State.SKIPPED), ("2026-W24", State.ON_TIME)]),
    ],
)
def test_the_weekly_post_comes_on_mondays_for_the_week_before(now: str, expected: list[tuple[str, State]]) -> None:
    team = since(WEEKLY, "2026-06-03T12:00")
    assert shown(due(team, at(now), set())) == expected


def test_what_is_due_says_for_whom_what_and_when() -> None:
    team = replace(since(TEAM, "2026-06-08T08:00"), weekly_at=FIVE_PAST_NINE)
    week, day = period_of(Grain.WEEK, date(2026, 6, 1)), period_of(Grain.DAY, MONDAY)
    assert due(team, at("2026-06-08T21:31"), set()) == [
        Due(team.id, Post.WEEKLY, week, at("2026-06-08T09:05"), State.LATE),
        Due(team.id, Post.DAILY, day, at("2026-06-08T21:30"), State.ON_TIME),
    ]


@pytest.mark.parametrize(
    ("wall", "day_close", "covered"),
    [
        (HALF_PAST_NINE, 0, "2026-06-08"),
        (HALF_PAST_NINE, 120, "2026-06-08"),
        (0, 0, "2026-06-07"),  # midnight closes the day that ends
        (1, 0, "2026-06-08"),
        (30, 120, "2026-06-07"),  # still yesterday's business
        (120, 120, "2026-06-07"),
        (121, 120, "2026-06-08"),
    ],
)
def test_a_daily_post_covers_the_business_date_that_its_time_lies_in_or_closes(
    wall: int, day_close: int, covered: str
) -> None:
    team = replace(since(TEAM, "2026-06-07T23:00"), daily_at=wall, day_close=day_close)
    assert [post.period.key for post in due(team, at("2026-06-08T22:00"), set())] == [covered]


@pytest.mark.parametrize(
    ("zone", "wall", "settled", "covered"),
    [
        pytest.param("Asia/Shanghai", 30, "2026-06-08T15:00", "2026-06-09", id="UTC is a day behind"),
        pytest.param("America/New_York", 23 * 60 + 30, "2026-06-09T02:00", "2026-06-08", id="UTC is a day ahead"),
        pytest.param("Pacific/Kiritimati", 30, "2026-06-08T10:00", "2026-06-09", id="the first date on earth"),
        # The clocks leap from 23:00 to 00:00; the time was set at 00:10, twenty minutes before the post of yesterday.
        pytest.param("America/Nuuk", 23 * 60 + 30, "2026-03-29T01:10", "2026-03-28", id="pushed into the next date"),
    ],
)
def test_a_daily_post_comes_on_time_around_midnight(zone: str, wall: int, settled: str, covered: str) -> None:
    team = replace(TEAM, zone=zone, daily_at=wall, scheduled_since=datetime.fromisoformat(settled).replace(tzinfo=UTC))
    ticks = (team.scheduled_since + timedelta(minutes=minute) for minute in range(120))
    assert shown(posted(team, ticks)) == [(covered, State.ON_TIME)]


@pytest.mark.parametrize(
    ("team", "back"), [(TEAM, 14), (replace(WEEKLY, weekly_at=HALF_PAST_NINE), 5)], ids=["daily", "weekly"]
)
def test_what_is_missing_is_looked_for_fourteen_days_or_five_weeks_back(team: Team, back: int) -> None:
    posts = [post for post in due(team, at("2026-06-08T21:30"), set()) if post.kind in {Post.DAILY, Post.WEEKLY}]
    assert len(posts) == back
    assert [post.state for post in posts] == [State.SKIPPED] * (back - 1) + [State.ON_TIME]


def test_nothing_is_due_when_both_posts_are_off() -> None:
    assert due(replace(TEAM, daily_at=None), at("2026-06-08T22:00"), set()) == []


@pytest.mark.parametrize(
    ("wall", "state"),
    [
        ("2026-07-01T08:59", None),
        ("2026-07-01T09:00", State.ON_TIME),
        ("2026-07-10T20:00", State.LATE),
        ("2026-07-11T09:01", None),
    ],
)
def test_on_the_first_of_a_month_its_targets_are_asked_for(wall: str, state: State | None) -> None:
    found = [post for post in due(TEAM, at(wall), set()) if post.kind is Post.TARGETS]
    assert [(post.period.key, post.state) for post in found] == ([] if state is None else [("2026-07", state)])


def test_a_month_is_asked_about_once() -> None:
    ticks = minutes_between("2026-07-01T08:55", "2026-07-01T09:30")
    found = [post for post in posted(since(TEAM, "2026-06-30T22:00"), ticks) if post.kind is Post.TARGETS]
    assert [post.period.key for post in found] == ["2026-07"]


@pytest.mark.parametrize(
    ("wall", "state"),
    [
        ("2026-07-01T09:04", None),
        ("2026-07-01T09:05", State.ON_TIME),
        ("2026-07-01T09:08", State.LATE),
        ("2026-07-11T09:04", State.LATE),
        ("2026-07-11T09:06", None),
    ],
)
def test_on_the_first_of_a_month_the_one_before_is_reported(wall: str, state: State | None) -> None:
    found = [post for post in due(WEEKLY, at(wall), set()) if post.kind is Post.MONTHLY]
    assert [(post.period.key, post.state) for post in found] == ([] if state is None else [("2026-06", state)])


def test_a_month_is_reported_once_and_on_a_monday_beside_the_week() -> None:
    ticks = minutes_between("2026-06-01T09:00", "2026-06-01T09:15")
    found = posted(since(WEEKLY, "2026-05-31T22:00"), ticks)
    assert {(post.kind, post.period.key) for post in found if post.kind is not Post.TARGETS} == {
        (Post.WEEKLY, "2026-W22"),
        (Post.MONTHLY, "2026-05"),
        (Post.PRAISE, "2026-05"),
    }


@pytest.mark.parametrize("off", [{"monthly": False}, {"weekly_at": None}])
def test_no_month_is_reported_where_that_or_the_week_is_off(off: dict[str, bool | None]) -> None:
    team = replace(WEEKLY, **off)  # type: ignore[arg-type]  # the field's name says the type
    assert not [post for post in due(team, at("2026-07-01T09:30"), set()) if post.kind is Post.MONTHLY]


def test_nothing_is_due_from_before_the_team_existed() -> None:
    team = since(TEAM, "2026-06-08T21:30")
    assert shown(posted(team, minutes_between("2026-06-08T21:30", "2026-06-09T22:00"))) == [
        ("2026-06-09", State.ON_TIME)
    ]


def test_a_zone_that_does_not_exist_is_said_so() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        due(replace(TEAM, zone="Asia/Beijing"), at("2026-06-08T22:00"), set())


ON_TIME_TWICE = [("2026-06-08", State.ON_TIME), ("2026-06-09", State.ON_TIME)]


@pytest.mark.parametrize(
    ("ups", "expected"),
    [
        pytest.param([("08T21:00", "09T22:00")], ON_TIME_TWICE, id="up all the time"),
        pytest.param(
            [("08T21:00", "08T21:25"), ("08T21:47", "09T22:00")],
            [("2026-06-08", State.LATE), ("2026-06-09", State.ON_TIME)],
            id="down over the time",
        ),
        pytest.param(
            [("08T21:00", "08T21:25"), ("09T04:00", "09T22:00")],
            [("2026-06-08", State.SKIPPED), ("2026-06-09", State.ON_TIME)],
            id="down for the night",
        ),
        pytest.param(
            [("08T21:29", "08T21:30"), ("08T21:30", "08T21:31"), ("08T21:31", "09T21:30"), ("09T21:30", "09T21:40")],
            ON_TIME_TWICE,
            id="restarted three times around it",
        ),
        pytest.param([("08T21:00", "08T22:00"), ("08T20:00", "09T22:00")], ON_TIME_TWICE, id="clock back two hours"),
        pytest.param([("08T21:00", "09T22:00"), ("08T22:00", "09T23:00")], ON_TIME_TWICE, id="clock back a day"),
        pytest.param(
            [("08T20:00", "08T21:00"), ("08T22:00", "09T22:00")],
            [("2026-06-08", State.LATE), ("2026-06-09", State.ON_TIME)],
            id="clock on an hour, over the time",
        ),
        pytest.param(
            [("08T21:00", "08T22:00"), ("11T22:00", "11T22:10"), ("08T22:10", "09T22:00")],
            [
                ("2026-06-08", State.ON_TIME),
                ("2026-06-09", State.SKIPPED),
                ("2026-06-10", State.SKIPPED),
                ("2026-06-11", State.LATE),
            ],
            id="clock on three days and back",
        ),
    ],
)
def test_each_post_is_made_once_through_restarts_and_clock_steps(
    ups: list[tuple[str, str]], expected: list[tuple[str, State]]
) -> None:
    team = since(TEAM, "2026-06-08T12:00")
    ticks = (now for first, last in ups for now in minutes_between(f"2026-06-{first}", f"2026-06-{last}"))
    assert shown(posted(team, ticks)) == expected


@given(hours=st.lists(st.integers(0, 24 * 60), min_size=1, max_size=30))
def test_whenever_somebody_looks_each_period_is_made_once_and_none_is_missed(hours: list[int]) -> None:
    start = at("2026-06-01T12:00")
    team = replace(TEAM, weekly_at=FIVE_PAST_NINE, scheduled_since=start)
    posts = posted(team, (start + timedelta(hours=hour) for hour in hours))
    keys = [(post.kind, post.period.key) for post in posts]
    assert len(keys) == len(set(keys))
    assert due(team, start + timedelta(hours=max(hours)), set(keys)) == []


@pytest.mark.parametrize(
    ("new_time", "changed_at", "expected"),
    [
        pytest.param("23:00", "2026-06-08T22:00", ["2026-06-08 21:30", "2026-06-09 23:00"], id="later, after the post"),
        pytest.param("20:00", "2026-06-08T22:00", ["2026-06-08 21:30", "2026-06-09 20:00"], id="earlier, after it"),
        pytest.param("22:30", "2026-06-08T21:00", ["2026-06-08 22:30", "2026-06-09 22:30"], id="later, before it"),
        pytest.param("21:15", "2026-06-08T21:00", ["2026-06-08 21:15", "2026-06-09 21:15"], id="earlier, yet ahead"),
        pytest.param("20:00", "2026-06-08T21:00", ["2026-06-09 20:00"], id="over for today: tomorrow"),
    ],
)
def test_a_changed_time_holds_from_its_next_occurrence_and_no_day_is_posted_twice(
    new_time: str, changed_at: str, expected: list[str]
) -> None:
    old = since(TEAM, "2026-06-08T12:00")
    hours, minutes = map(int, new_time.split(":"))
    new = replace(old, daily_at=hours * 60 + minutes, scheduled_since=at(changed_at))
    before = posted(old, minutes_between("2026-06-08T20:30", changed_at))
    made = {(post.kind, post.period.key) for post in before}
    after = []
    for now in minutes_between(changed_at, "2026-06-09T23:30"):
        found = due(new, now, made)
        made |= {(post.kind, post.period.key) for post in found}
        after += found
    times = [post.due_at.astimezone(ZoneInfo(TEAM.zone)) for post in [*before, *after]]
    assert [f"{time:%Y-%m-%d %H:%M}" for time in times] == expected


def private(team: Team, wall: str) -> list[tuple[str, str, State]]:
    found = all_due(since(team, "2026-06-08T00:00"), at(wall), set())
    return [(p.kind.value, p.period.key, p.state) for p in found if p.kind in {Post.MORNING, Post.REMINDER}]


def test_sellers_hear_at_nine_and_half_an_hour_before_the_board() -> None:
    assert private(TEAM, "2026-06-08T08:59") == []
    assert private(TEAM, "2026-06-08T09:00") == [("morning", "2026-06-08", State.ON_TIME)]
    assert private(TEAM, "2026-06-08T21:00")[1:] == [("reminder", "2026-06-08", State.ON_TIME)]
    assert private(WEEKLY, "2026-06-08T21:00")[1:] == [("reminder", "2026-06-08", State.ON_TIME)]
    assert private(replace(WEEKLY, weekly_at=None), "2026-06-08T22:00") == []


def test_a_reminder_is_of_no_use_once_the_board_is_there() -> None:
    assert private(TEAM, "2026-06-08T21:20")[1:] == [("reminder", "2026-06-08", State.LATE)]
    assert private(TEAM, "2026-06-08T21:26")[1:] == [("reminder", "2026-06-08", State.SKIPPED)]
    assert private(TEAM, "2026-06-08T12:01") == [("morning", "2026-06-08", State.SKIPPED)]


def test_a_reminder_past_midnight_is_about_the_day_that_closes() -> None:
    team = replace(TEAM, daily_at=60, day_close=120)
    assert ("reminder", "2026-06-08", State.ON_TIME) in private(team, "2026-06-09T00:30")


def test_what_is_paused_is_recorded_and_not_made_up_for() -> None:
    team = replace(TEAM, pauses=(Pause("daily", date(2026, 6, 10)), Pause("morning", None)))
    assert due(since(team, "2026-06-09T00:00"), at("2026-06-09T21:30"), set())[0].state is State.PAUSED
    assert due(since(team, "2026-06-10T00:00"), at("2026-06-10T21:30"), set())[0].state is State.ON_TIME
    assert private(team, "2026-06-08T09:00") == [("morning", "2026-06-08", State.PAUSED)]


@pytest.mark.parametrize(
    ("kind", "wall"),
    [
        (Post.DAILY, "2026-06-10T21:30"),  # the first day after the pause
        (Post.WEEKLY, "2026-06-15T09:05"),
        (Post.TARGETS, "2026-07-01T09:00"),
        (Post.REMINDER, "2026-06-08T21:00"),
    ],
)
def test_what_comes_next(kind: Post, wall: str) -> None:
    team = replace(TEAM, weekly_at=FIVE_PAST_NINE, pauses=(Pause("daily", date(2026, 6, 10)), Pause("morning", None)))
    assert next_at(team, kind, at("2026-06-08T12:00")) == at(wall)


def test_nothing_comes_of_what_is_off_or_paused_for_good() -> None:
    team = replace(TEAM, pauses=(Pause("morning", None),))
    assert next_at(team, Post.MORNING, at("2026-06-08T12:00")) is None
    assert next_at(team, Post.WEEKLY, at("2026-06-08T12:00")) is None


def test_leads_hear_at_nine_of_the_day_before() -> None:
    found = all_due(since(TEAM, "2026-06-09T00:00"), at("2026-06-09T09:00"), set())
    assert [(p.period.key, p.state) for p in found if p.kind is Post.LEAD_MORNING] == [("2026-06-08", State.ON_TIME)]
    assert is_coming(TEAM, Post.LEAD_MORNING, at("2026-06-08T21:30"))
    paused = replace(TEAM, pauses=(Pause("lead-morning", None),))
    assert not is_coming(paused, Post.LEAD_MORNING, at("2026-06-08T21:30"))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-06-08T08:59:00", []),
        ("2026-06-08T09:00:00", [(Post.PLANS, State.ON_TIME)]),
        ("2026-06-08T09:10:00", [(Post.PLANS, State.LATE), (Post.COACHING, State.ON_TIME)]),
        ("2026-06-08T21:05:00", [(Post.COACHING, State.LATE)]),
        ("2026-06-08T21:11:00", []),
    ],
)
def test_plans_are_looked_at_at_nine_and_coaching_ten_minutes_later(
    now: str, expected: list[tuple[Post, State]]
) -> None:
    found = [post for post in all_due(TEAM, at(now), ()) if post.kind in EVERY_MORNING]
    assert [(post.kind, post.state) for post in found] == expected
    assert {post.period.key for post in found} <= {"2026-06-08"}
