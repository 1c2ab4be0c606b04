"""Whatever a list says, just the lines that are shown as ready are booked, and never twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.command import Request
from bot.lists.plan import State, plan
from bot.lists.receiving import receive, show
from bot.lists.sheet import Sheet, Source, decode
from bot.reader.reading import Context
from bot.reader.rows import read_row
from handlers.lists import lists
from kpi.entry import How, Measure
from kpi.metrics import Sums
from kpi.period import Grain, period_of
from kpi.team import Person, Role
from storage import totals
from storage.database import Database
from tests.handlers.stage import Stage

NAMES = ("小美", "Ken", "丽丽", "阿珍", "Zhou 周", "")
SAID = (
    st.builds("{}单 {}".format, st.integers(0, 40), st.integers(0, 9_000_000_000))
    | st.builds("{} 新客{}".format, st.integers(50, 9999), st.integers(0, 9))
    | st.sampled_from(["没开单", "退款 50", "3单", "5", "大概500", "€45", "请假", "昨天2单 80"])
    | st.sampled_from(["6月20日 3单 450", "1月2日 1单 99"])
)
LINES = st.lists(st.tuples(st.sampled_from(NAMES), SAID), min_size=1, max_size=12)


def lead_of(stage: Stage) -> Person:
    for name in NAMES[:3]:
        stage.member(name)
    return stage.member("林小花", role=Role.LEAD)


def sheet_of(request: Request, lines: Sequence[tuple[str, str]], source: Source = Source.CHAIN) -> Sheet:
    context = Context(request.today, request.its_team.currency)
    rows = tuple(read_row(number, name, said, context) for number, (name, said) in enumerate(lines, 1))
    return Sheet(source, "0123456789ab", "业绩", rows)


def books(request: Request) -> Sums:
    """All that the team's books of two years say."""
    found: Sums = {}
    for year in (request.today, request.today.replace(year=request.today.year - 1)):
        for sums in totals.by_member(request.db, request.its_team.id, period_of(Grain.YEAR, year)).values():
            for measure, value in sums.items():
                found[measure] = found.get(measure, 0) + value
    return found


def confirmed(stage: Stage, lead: Person, sheet: Sheet) -> tuple[Sums, Sums]:
    """What was shown as ready, and what the books say more after it was confirmed."""
    request = stage._request(lead, "", private=True)
    (shown,) = show(request, sheet)
    kept = str(shown.slot).removeprefix("sheet:")
    judged = plan(request, sheet)
    ready: Sums = {}
    for line in (line for one in judged.of(State.READY) for line in one.lines):
        ready[line.measure] = ready.get(line.measure, 0) + line.value
    before = books(request)
    stage.press(lead, f"v1:list-book:{kept}:{judged.fingerprint}")
    after = books(request)
    more = {measure: value - before.get(measure, 0) for measure, value in after.items()}
    return ready, {measure: value for measure, value in more.items() if value}


@pytest.mark.parametrize("source", list(Source))
@given(lines=LINES, more=LINES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_ready_is_what_is_booked_and_the_same_again_books_nothing(
    sqlite_database: Database, source: Source, lines: list[tuple[str, str]], more: list[tuple[str, str]]
) -> None:
    with sqlite_database.write() as db, db.begin_nested() as nothing_stays:
        stage = Stage(db, "zh", (lists,))
        lead = lead_of(stage)
        request = stage._request(lead, "", private=True)
        first = sheet_of(request, lines, source)
        ready, booked = confirmed(stage, lead, first)
        assert booked == ready
        assert confirmed(stage, lead, first)[1] == {}
        assert confirmed(stage, lead, sheet_of(request, [*reversed(lines)], source))[1] == {}
        longer = sheet_of(request, [*lines, *more], source)
        ready, booked = confirmed(
            stage, lead, replace(longer, key="abcdef012345" if source is Source.IMPORT else longer.key)
        )
        assert booked == ready
        kept = books(request)
        totals.rebuild(db, request.its_team.id)
        assert books(request) == kept
        nothing_stays.rollback()


@given(lines=LINES)
@settings(max_examples=40)
def test_a_list_is_kept_as_it_is(lines: list[tuple[str, str]]) -> None:
    context = Context(period_of(Grain.DAY, date(2026, 6, 8)).start, "CNY")
    rows = tuple(read_row(number, name, said, context) for number, (name, said) in enumerate(lines, 1))
    sheet = Sheet(Source.IMPORT, "key", "标题", rows, None, ("备注",), {"0:who": "3"})
    assert decode(sheet.encode()) == sheet


@given(text=st.text("小美Ken阿珍 \n/，,;:0123456789.单笔元新退款接龙#合计1️⃣-+¥万\t", max_size=120))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_of_a_lead_makes_it_fail_or_counts_before_it_is_confirmed(sqlite_database: Database, text: str) -> None:
    with sqlite_database.write() as db, db.begin_nested() as nothing_stays:
        stage = Stage(db, "zh", (lists,))
        request = replace(stage._request(lead_of(stage), text, private=False), text=text)
        for answer in receive(request, How.TEXT, "77:1"):
            assert answer.message.lines
        assert books(request).get(Measure.REPORTS) is None
        nothing_stays.rollback()
