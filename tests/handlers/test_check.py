"""Checking a period: what is understood, and buttons that nobody should trust."""

import pytest
from sqlalchemy import Connection

from handlers.check import check
from kpi.entry import How, Line, Measure
from kpi.team import Person
from storage import audit, entries, entry_checks
from storage.audit import Wanted
from tests.handlers.stage import NOON, Stage


@pytest.fixture
def stage(db: Connection, language: str) -> Stage:
    return Stage(db, language, (check,))


@pytest.fixture
def lead(stage: Stage) -> Person:
    person = stage.member("林小花", administrator=True)
    by = stage.members[0].id
    line = Line(Measure.REPORTS, 1, NOON.date(), by)
    entries.record(
        stage.db, stage.team.id, author=by, source="telegram", source_ref="1", how=How.TEXT, lines=[line], at=NOON
    )
    return person


@pytest.mark.parametrize("arguments", ["abc", "6-31", "林小花", "6-08 6-09"])
def test_nonsense_gets_the_usage(stage: Stage, lead: Person, arguments: str) -> None:
    heard = stage.say(lead, f"/check {arguments}", private=True)
    assert heard is not None
    assert "/check 6-08" in heard.lines


FORGED = ["check", "check:1:{t}", "check:1:{t}:x", "check-all:1:{t}:2026-06-08", "check-all:1:{t}:2026-06-08:x"]
FORGED += ["check-all:1:{t}:2026-99:1", "check-all:x:{t}:2026-06-08:9", "check:1:{t}:2026-13"]


@pytest.mark.parametrize("data", FORGED)
def test_forged_buttons_are_out_of_date(stage: Stage, lead: Person, data: str) -> None:
    heard = stage.press(lead, f"v1:{data.format(t=stage.team.id)}")
    assert heard is not None
    assert {"zh": "过期", "en": "out of date"}[stage.language] in heard.text
    assert not entry_checks.used(stage.db, stage.team.id)


def test_a_seller_cannot_check_by_a_forged_button(stage: Stage, lead: Person) -> None:
    heard = stage.press(stage.member("Ken"), f"v1:check-all:1:{stage.team.id}:2026-06-08:99")
    assert heard is not None
    assert not entry_checks.used(stage.db, stage.team.id)


@pytest.mark.parametrize("named", ["2026-06", "2026-W24"])
def test_a_week_or_a_month_can_be_checked_as_well(stage: Stage, lead: Person, named: str) -> None:
    shown = stage.say(lead, f"/check {named}", private=True)
    assert shown is not None
    stage.press(lead, next(data for data in shown.buttons.values() if "check-all" in data))
    assert entry_checks.used(stage.db, stage.team.id)


def test_a_second_press_checks_nothing_anew(stage: Stage, lead: Person) -> None:
    shown = stage.say(lead, "/check 6-08", private=True)
    assert shown is not None
    checking = next(data for data in shown.buttons.values() if "check-all" in data)
    assert stage.press(lead, checking) == stage.press(lead, checking)
    assert len(audit.changes(stage.db, stage.team.id, Wanted(), most=9)) == 1
