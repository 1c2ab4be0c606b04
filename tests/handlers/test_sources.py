"""Where the figures come from: by source, by measure and by member, and buttons that nobody should trust."""

from itertools import count

import pytest
from sqlalchemy import Connection

from handlers.sources import sources
from kpi.entry import How, Line, Measure
from kpi.period import Grain, period_of
from kpi.team import Person
from storage import entries, entry_checks
from tests.handlers.stage import NOON, Heard, Stage

DAY = NOON.date()
_refs = count()


@pytest.fixture
def stage(db: Connection, language: str) -> Stage:
    return Stage(db, language, (sources,))


@pytest.fixture
def mei(stage: Stage) -> Person:
    """小美 wrote two reports and gave one command; a lead reported once for Ken."""
    person = stage.member("小美")
    stage.member("Ken")
    for whose, how, gross, orders in (
        ("小美", How.TEXT, 300, 3),
        ("小美", How.TEXT, 200, 0),
        ("小美", How.COMMAND, 50, 1),
        ("Ken", How.LEAD, 900, 2),
    ):
        booked(stage, whose, how, gross, orders)
    return person


def booked(stage: Stage, whose: str, how: How, gross: int, orders: int) -> None:
    member = next(member.id for member in stage.members if member.name == whose)
    told = ((Measure.GROSS, gross * 100), (Measure.ORDERS, orders), (Measure.REPORTS, 1))
    lines = [Line(measure, value, DAY, member) for measure, value in told if value]
    ref = str(next(_refs))
    entries.record(
        stage.db, stage.team.id, author=member, source="telegram", source_ref=ref, how=how, lines=lines, at=NOON
    )


def asked(stage: Stage, who: Person, arguments: str = "") -> Heard:
    heard = stage.say(who, f"/sources {arguments}".strip(), private=True)
    assert heard is not None
    return heard


def test_req_15_each_source_has_its_reports_and_sums(stage: Stage, mei: Person) -> None:
    assert (
        asked(stage, mei).lines[1:]
        == {
            "zh": ["命令：1 条 · 1单 · ¥50.00", "文字：2 条 · 3单 · ¥500.00", "代报：1 条 · 2单 · ¥900.00"],
            "en": [
                "command: 1 report · 1 order · $50.00",
                "text: 2 reports · 3 orders · $500.00",
                "by a lead: 1 report · 2 orders · $900.00",
            ],
        }[stage.language]
    )


@pytest.mark.parametrize("arguments", ["文字", "text", "6月 文字", "June text", "today chat", "今天 聊天"])
def test_one_source_is_told_by_measure_and_by_member(stage: Stage, mei: Person, arguments: str) -> None:
    assert (
        asked(stage, mei, arguments).lines[1:]
        == {
            "zh": ["3单（1 条）", "¥500.00（2 条）", "　小美：2 条 · 3单 · ¥500.00"],
            "en": ["3 orders (1 report)", "$500.00 (2 reports)", "　小美: 2 reports · 3 orders · $500.00"],
        }[stage.language]
    )


def test_buttons_lead_from_all_to_one_and_back(stage: Stage, mei: Person) -> None:
    whole = asked(stage, mei)
    text = stage.press(mei, whole.buttons[{"zh": "文字", "en": "text"}[stage.language]])
    assert text is not None
    assert (text.lines, text.slot) == (asked(stage, mei, "text").lines, whole.slot)
    back = stage.press(mei, text.buttons[{"zh": "全部来源", "en": "All sources"}[stage.language]])
    assert back == whole


def test_another_period_is_a_button_away_and_may_be_empty(stage: Stage, mei: Person) -> None:
    heard = asked(stage, mei, "2026-05")
    assert {"zh": "还没有数据", "en": "Nothing was reported"}[stage.language] in heard.text
    today = next(data for data in heard.buttons.values() if "2026-06-08" in data)
    assert stage.press(mei, today) is not None


def test_how_much_is_unchecked_is_told_once_somebody_checks(stage: Stage, mei: Person) -> None:
    unchecked = {"zh": "未核对", "en": "not checked"}[stage.language]
    assert unchecked not in asked(stage, mei).text
    day = period_of(Grain.DAY, DAY)
    newest = entry_checks.of_all(entry_checks.evidence(stage.db, stage.team.id, day)).newest
    by = stage.members[0].id
    entry_checks.check_all(stage.db, stage.team.id, day, newest=newest, by=by, at=NOON)
    booked(stage, "Ken", How.TEXT, 10, 1)
    line = {"zh": "5 条中 1 条未核对", "en": "1 of 5 reports not checked"}[stage.language]
    assert asked(stage, mei).lines[-1] == line


@pytest.mark.parametrize("arguments", ["nonsense", "文字 命令", "text import", "6-31"])
def test_nonsense_gets_the_usage(stage: Stage, mei: Person, arguments: str) -> None:
    assert "/sources" in asked(stage, mei, arguments).lines


FORGED = ["sources", "sources:1:{t}", "sources:1:{t}:2026-06", "sources:1:{t}:x:", "sources:1:{t}:2026-06:spy"]


@pytest.mark.parametrize("data", [*FORGED, "sources:x:{t}:2026-06:"])
def test_forged_buttons_are_out_of_date(stage: Stage, mei: Person, data: str) -> None:
    heard = stage.press(mei, f"v1:{data.format(t=stage.team.id)}")
    assert heard is not None
    assert {"zh": "过期", "en": "out of date"}[stage.language] in heard.text
