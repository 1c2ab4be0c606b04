"""Teams with nothing due are not looked at again and again, and nothing is found later because of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiet import Quiet
from bot.tick import find_due
from kpi.ids import ChatId, TeamId
from kpi.schedule import Post, due
from kpi.team import Team
from storage import teams
from storage.database import Database
from tests.bot.shop import Shop, make_boards

NOON = datetime(2026, 6, 8, 12, tzinfo=UTC)
EVENING = NOON.replace(hour=21, minute=30)
TICK = timedelta(seconds=15)
TEAM = Team(
    id=TeamId(1),
    name="Team",
    chat=ChatId(1),
    topic=None,
    language="en",
    zone="UTC",
    currency="USD",
    day_close=0,
    daily_at=21 * 60 + 30,
    weekly_at=9 * 60 + 5,
    scheduled_since=NOON,
    active=True,
)


@pytest.fixture
def quiet() -> Quiet:
    """What is known after a look at noon, when nothing was due."""
    quiet = Quiet()
    assert quiet.others([TEAM], NOON) == [TEAM]
    quiet.rest(TEAM, NOON)
    return quiet


@pytest.mark.parametrize("after", [timedelta(0), TICK, timedelta(hours=9) - timedelta(microseconds=1)])
def test_a_team_is_not_looked_at_before_its_next_post(quiet: Quiet, after: timedelta) -> None:
    assert quiet.others([TEAM], NOON + after) == []
    assert quiet.others([TEAM], NOON + after) == []


@pytest.mark.parametrize("after", [timedelta(hours=9), timedelta(days=40), -TICK])
def test_it_is_when_the_post_is_due_and_when_the_clock_was_set_back(quiet: Quiet, after: timedelta) -> None:
    assert quiet.others([TEAM], NOON + after) == [TEAM]


@pytest.mark.parametrize(
    "changed",
    [
        replace(TEAM, daily_at=12 * 60 + 1),
        replace(TEAM, zone="Asia/Shanghai"),
        replace(TEAM, day_close=120),
        replace(TEAM, scheduled_since=NOON + TICK),
    ],
    ids=["time", "zone", "close", "since"],
)
def test_a_change_of_its_settings_is_looked_at_at_once(quiet: Quiet, changed: Team) -> None:
    assert quiet.others([changed], NOON + TICK) == [changed]


def test_a_team_that_is_new_or_comes_back_is_looked_at(quiet: Quiet) -> None:
    new = replace(TEAM, id=TeamId(2))
    assert quiet.others([TEAM, new], NOON) == [new]
    assert quiet.others([new], NOON) == [new]  # the bot was put out of the first one's group
    assert quiet.others([TEAM], NOON) == [TEAM]


def test_a_team_without_posts_is_looked_at_each_morning_for_its_plans() -> None:
    silent, quiet, nine = replace(TEAM, daily_at=None, weekly_at=None), Quiet(), NOON + timedelta(hours=21)
    quiet.rest(silent, NOON)
    assert quiet.others([silent], nine - TICK) == []
    assert quiet.others([silent], nine) == [silent]


times = st.none() | st.integers(0, 1439)
changes = st.fixed_dictionaries(
    {},
    optional={
        "daily_at": times,
        "weekly_at": times,
        "day_close": st.integers(0, 720),
        "zone": st.sampled_from(["UTC", "Asia/Shanghai", "Europe/Berlin", "America/Nuuk", "Pacific/Kiritimati"]),
    },
)
seconds = st.integers(-3 * 86_400, 9 * 86_400) | st.integers(0, 60)


@given(
    start=st.datetimes(datetime(2026, 3, 20), datetime(2026, 11, 2), timezones=st.just(UTC)),  # noqa: DTZ001
    steps=st.lists(st.tuples(seconds, changes, st.booleans()), min_size=1, max_size=25),
)
def test_whatever_the_clock_and_the_settings_do_it_is_found_when_it_is_due(
    start: datetime, steps: list[tuple[int, dict[str, int | str | None], bool]]
) -> None:
    team, now, quiet = replace(TEAM, scheduled_since=start), start, Quiet()
    made: set[tuple[Post, str]] = set()
    for step, change, makes in steps:
        now += timedelta(seconds=step)
        if change:
            team = replace(team, scheduled_since=now, **change)  # type: ignore[arg-type]  # the field's name says it
        expected = due(team, now, made)
        found = [post for awake in quiet.others([team], now) for post in due(awake, now, made)]
        assert found == expected
        if makes:
            made |= {(post.kind, post.period.key) for post in found}
        if not found:
            quiet.rest(team, now)


@pytest.fixture
def books(database: Database) -> Database:
    """A database with a team whose posts count from noon on."""
    with database.write() as db:
        shop = Shop(db, zone="UTC")
        teams.save(db, replace(shop.team, scheduled_since=NOON))
    return database


def tick(database: Database, quiet: Quiet, now: datetime) -> int:
    with database.write() as db:
        return make_boards(db, list(find_due(db, now, quiet)), now)


def change(database: Database, now: datetime, **changes: int | None) -> None:
    with database.write() as db:
        (team,) = teams.active(db)
        teams.save(db, replace(team, scheduled_since=now, **changes))  # type: ignore[arg-type]  # as above


def test_a_post_comes_on_time_after_hours_without_a_look(books: Database) -> None:
    quiet = Quiet()
    assert tick(books, quiet, NOON) == 0
    assert tick(books, quiet, EVENING - TICK) == 0
    assert tick(books, quiet, EVENING) == 1
    assert tick(books, quiet, EVENING + TICK) == 0
    assert tick(books, quiet, EVENING + timedelta(days=1)) == 1


def test_a_time_that_is_brought_forward_holds_the_same_day(books: Database) -> None:
    quiet = Quiet()
    assert tick(books, quiet, NOON) == 0
    change(books, NOON + TICK, daily_at=13 * 60)
    assert tick(books, quiet, NOON + 2 * TICK) == 0
    assert tick(books, quiet, NOON + timedelta(hours=1)) == 1
    assert tick(books, quiet, EVENING) == 0


def test_posts_that_are_switched_on_again_hold_the_same_day(books: Database) -> None:
    quiet = Quiet()
    change(books, NOON, daily_at=None, weekly_at=None)
    assert tick(books, quiet, NOON) == 0
    change(books, NOON + TICK, daily_at=21 * 60 + 30)
    assert tick(books, quiet, EVENING) == 1


def test_what_another_process_made_is_not_made_again(books: Database) -> None:
    ours, theirs = Quiet(), Quiet()
    assert tick(books, ours, NOON) == 0
    assert tick(books, theirs, EVENING) == 1
    assert tick(books, ours, EVENING) == 0
    assert tick(books, ours, EVENING + TICK) == 0


def test_a_process_that_starts_anew_looks_at_everything(books: Database) -> None:
    assert tick(books, Quiet(), EVENING - TICK) == 0
    assert tick(books, Quiet(), EVENING + timedelta(minutes=17)) == 1


def test_what_could_not_be_made_is_found_by_the_next_tick(books: Database) -> None:
    quiet = Quiet()
    for _ in range(2):
        with books.read() as db:
            assert {post.kind for _, post in find_due(db, EVENING, quiet)} == {Post.DAILY, Post.REMINDER}
    assert tick(books, quiet, EVENING) == 1


def test_when_the_clocks_change_the_next_post_is_still_on_time(books: Database) -> None:
    """Berlin leaves out 02:00 to 03:00 on 29 March."""
    quiet, zone = Quiet(), ZoneInfo("Europe/Berlin")
    since = datetime(2026, 3, 28, 12, tzinfo=zone).astimezone(UTC)
    with books.write() as db:
        (team,) = teams.active(db)
        teams.save(db, replace(team, zone=zone.key, daily_at=150, weekly_at=None, scheduled_since=since))
    ticks = (since + timedelta(minutes=15 * quarter) for quarter in range(2 * 24 * 4))
    made = [now.astimezone(zone) for now in ticks if tick(books, quiet, now)]
    assert [f"{now:%d %H:%M}" for now in made] == ["29 03:30", "30 02:30"]
