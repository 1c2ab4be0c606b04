"""The list of what to look at: buttons that are stale, forged, pressed twice, or somebody else's."""

from collections.abc import Sequence

import pytest
from sqlalchemy import Connection

from handlers.clean import clean
from kpi.entry import Entry, How, Line, Measure
from kpi.team import Person
from storage import entries, entry_checks
from tests.handlers.stage import NOON, Stage

DAY = NOON.date()


@pytest.fixture
def stage(db: Connection, language: str) -> Stage:
    return Stage(db, language, (clean,))


@pytest.fixture
def lead(stage: Stage) -> Person:
    return stage.member("林小花", administrator=True)


@pytest.fixture
def twins(stage: Stage, lead: Person) -> Sequence[Entry]:
    """The same report twice, #1 and #2."""
    by = stage.members[0].id
    lines = [Line(Measure.GROSS, 30000, DAY, by), Line(Measure.REPORTS, 1, DAY, by)]
    return [
        entries.record(
            stage.db, stage.team.id, author=by, source="telegram", source_ref=ref, how=How.TEXT, lines=lines, at=NOON
        )
        for ref in ("1", "2")
    ]


def standing(stage: Stage, entry: Entry) -> Entry:
    found = entries.get(stage.db, stage.team.id, entry.id)
    assert found is not None
    return found


ACTIONS = ["clean", "clean-ok", "clean-undo", "clean-look", "clean-remind", "clean-drop"]
BROKEN = ["", ":1", ":1:{t}", ":1:{t}:d", ":1:{t}:x:0:1", ":1:{t}:d:x:1", ":x:{t}:d:0:1", ":1:{t}::0:1"]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("rest", BROKEN)
def test_a_broken_button_is_out_of_date(
    stage: Stage, lead: Person, twins: Sequence[Entry], action: str, rest: str
) -> None:
    heard = stage.press(lead, f"v1:{action}{rest.format(t=stage.team.id)}")
    assert heard is not None
    assert {"zh": "过期", "en": "out of date"}[stage.language] in heard.text
    assert not standing(stage, twins[1]).undone


@pytest.mark.parametrize("action", ACTIONS[1:])
def test_what_is_not_there_is_answered_politely(
    stage: Stage, lead: Person, twins: Sequence[Entry], action: str
) -> None:
    heard = stage.press(lead, f"v1:{action}:1:{stage.team.id}:d:0:999")
    assert heard is not None
    polite = {"zh": ("过期", "不用答"), "en": ("out of date", "answer")}[stage.language]
    assert any(words in heard.text for words in polite)
    assert not entry_checks.used(stage.db, stage.team.id)


@pytest.mark.parametrize("action", ACTIONS)
def test_a_seller_cannot_press_them(stage: Stage, lead: Person, twins: Sequence[Entry], action: str) -> None:
    heard = stage.press(stage.member("Ken"), f"v1:{action}:1:{stage.team.id}:d:0:2")
    assert heard is not None
    assert {"zh": "团队长", "en": "leads"}[stage.language] in heard.text
    assert not standing(stage, twins[1]).undone


def test_a_page_far_away_shows_the_last_there_is(stage: Stage, lead: Person, twins: Sequence[Entry]) -> None:
    heard = stage.press(lead, f"v1:clean:1:{stage.team.id}:d:99")
    assert heard is not None
    assert "#2" in heard.text


def test_arguments_get_the_usage(stage: Stage, lead: Person) -> None:
    heard = stage.say(lead, "/clean everything", private=True)
    assert heard is not None
    assert "/clean" in heard.lines


def test_what_was_undone_meanwhile_is_not_checked(stage: Stage, lead: Person, twins: Sequence[Entry]) -> None:
    shown = stage.say(lead, "/clean", private=True)
    assert shown is not None
    (right,) = [data for data in shown.buttons.values() if "clean-ok" in data]
    entries.replace(stage.db, stage.team.id, twins[1].id, (), by=twins[1].author, at=NOON)
    heard = stage.press(lead, right)
    assert heard is not None
    assert {"zh": "都清楚了", "en": "nothing to look at"}[stage.language] in heard.text
    assert not entry_checks.used(stage.db, stage.team.id)


def test_pressed_twice_it_is_checked_once(stage: Stage, lead: Person, twins: Sequence[Entry]) -> None:
    shown = stage.say(lead, "/clean", private=True)
    assert shown is not None
    (right,) = [data for data in shown.buttons.values() if "clean-ok" in data]
    assert stage.press(lead, right) == stage.press(lead, right)
    assert entry_checks.checked(stage.db, twins[1]) is not None
