"""Words that a team keeps for so long only, on both databases: they go, and nothing else does."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Text, func, select, update

from kpi.entry import Measure
from kpi.ids import MemberId, TeamId
from kpi.message import say
from kpi.plan import Stage
from storage import audit, fading, feedback, totals
from storage import tables as t
from storage.database import Database
from storage.fading import GRACE, QUOTED, STRUCK, WORDS
from tests.storage.full import full
from tests.storage.given import JUNE, NOW, line, report, seller, team

_MONTH = timedelta(days=30)
_SECOND = timedelta(seconds=1)

# Every other text, and why it stays when words go.
STAYS = {
    "names, which /forget takes out": "chat.language person.name person.username person.language team.name member.name "
    "member_alias.alias customer.alias customer.alias_key",
    "settings": "team.language team.zone team.currency level.name checklist_step.words",
    "keys": "chat.closed_reason entry.source entry.source_ref entry_answer.source entry_answer.source_ref "
    "target.period post.kind post.period post.state outbox.slot outbox.reason slot.slot update_key.key "
    "update_key.error_id spent_number.table_name question.kind open_report.kind open_report.source_ref",
    "goods": "product.name line_product.product stock_move.product stock_move.name low_stock.product",
    "gone within a week as it is": "outbox.body question.body open_report.body sheet.body",
    "figures": "live_card.figures coaching_alert.own coaching_alert.other coaching_alert.line",
    "why pay is as it is": "pay_rules.body pay_slip.facts pay_slip.body pay_reward.gift pay_reward.note "
    "pay_month.over_budget pay_grade.name member_grade.grade market_reference.work market_reference.source "
    "promotion.level",
    "there to be learnt from": "lesson.title lesson.body lesson.question lesson.options tip.words",
}


def test_of_every_text_it_is_said_whether_it_goes() -> None:
    texts = {str(c) for table in t.metadata.sorted_tables for c in table.c if type(c.type) is Text}
    goes = {str(words.column) for words in WORDS} | {str(column) for column in QUOTED}
    stays = {name for names in STAYS.values() for name in names.split()}
    assert goes | stays == texts
    assert not goes & stays


@pytest.mark.parametrize("most", [1, 3, fading.PIECE])
def test_words_go_after_their_time_and_nothing_else_does(database: Database, most: int) -> None:
    with database.write() as db:
        ours, other = _written(db, -100), _written(db, -300)
        _keep(db, ours, 30, NOW)
        before = _cells(db)
        _fade(db, NOW + _MONTH, most)
        assert _cells(db) == before
        _fade(db, NOW + _MONTH + _SECOND, most)
        after = _cells(db)
        changed = {name for name in before if before[name] != after[name]}
        assert changed == {(ours, str(words.column)) for words in WORDS} | {(ours, str(t.audit.c.new))}
        assert {str(w.column): [w.left] for w in WORDS} == {
            name: after[of, name] for of, name in changed if "audit" not in name
        }
        (why,) = after[ours, str(t.audit.c.new)]
        assert why == f'["target-noted-because", {{"amount": "100", "reason": "{STRUCK}"}}]'
        assert all(before[of, name] == after[of, name] for of, name in before if of == other)
        _fade(db, NOW + 2 * _MONTH, most)
        assert _cells(db) == after


def test_nothing_goes_on_the_day_it_was_chosen_nor_where_words_are_kept_for_good(database: Database) -> None:
    much_later = NOW + 20 * _MONTH
    with database.write() as db:
        ours = _written(db, -100)
        before = _cells(db)
        for days, since, now in ((0, NOW, much_later), (30, much_later, much_later + GRACE - _SECOND)):
            _keep(db, ours, days, since)
            assert fading.terms(db, now) == []
            _fade(db, now, fading.PIECE, 30)
            assert _cells(db) == before
        assert fading.terms(db, much_later + GRACE) == [30]


def test_a_plan_that_is_going_on_keeps_its_words(database: Database) -> None:
    with database.write() as db:
        ours = _written(db, -100)
        _keep(db, ours, 30, NOW)
        db.execute(update(t.plan_item).values(stage=Stage.OPEN))
        _fade(db, NOW + 2 * _MONTH, fading.PIECE)
        assert _cells(db)[ours, "plan_item.task"] != [STRUCK]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 10**6)), max_size=8), st.sampled_from([0, 30, 90, 365]))
def test_totals_are_the_same_before_and_after(
    sqlite_database: Database, reports: list[tuple[int, int]], kept: int
) -> None:
    with sqlite_database.write() as db, db.begin_nested() as nothing_stays:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        for number, (age, amount) in enumerate(reports):
            entry = report(db, mei, f"1:{number}", line(mei.id, amount), line(mei.id, 1, Measure.COMPLAINTS))
            feedback.keep(db, ours.id, entry.id, "破损")
            db.execute(update(t.entry).where(t.entry.c.id == entry.id).values(recorded_at=NOW - timedelta(days=age)))
        _keep(db, ours.id, kept, NOW - GRACE)
        before = totals.by_member(db, ours.id, JUNE), _rows(db)
        _fade(db, NOW, fading.PIECE)
        assert (totals.by_member(db, ours.id, JUNE), _rows(db)) == before
        left = sum(
            bool(feedback.said_with(db, ours.id, number)) for number in db.execute(select(t.entry.c.id)).scalars()
        )
        assert left == sum(not kept or age <= kept for age, _ in reports)
        nothing_stays.rollback()


def _written(db: Connection, group: int) -> TeamId:
    """A team with a row in every table, written now, and words wherever there may be some."""
    of = full(db, group)
    db.execute(update(t.plan_item).where(t.plan_item.c.team_id == of).values(stage=Stage.DONE))
    db.execute(update(t.praise).where(t.praise.c.team_id == of).values(photo="file"))
    slip = {"said": "少了", "said_at": NOW, "answer": "没有", "answered_at": NOW}
    db.execute(update(t.pay_slip).where(t.pay_slip.c.team_id == of).values(slip))
    by = MemberId(db.execute(select(func.min(t.member.c.id)).where(t.member.c.team_id == of)).scalar_one())
    db.execute(t.audit.delete().where(t.audit.c.team_id == of))
    why = say("target-noted-because", amount="100", reason='说 "好", "reason": "x" \\ 完')
    audit.note(db, of, by=by, at=NOW, what=say("audit-target"), old=say("target-noted", amount="90"), new=why)
    return of


def _keep(db: Connection, of: TeamId, days: int, since: datetime) -> None:
    db.execute(update(t.team).where(t.team.c.id == of).values(words_kept=days, words_kept_since=since))


def _fade(db: Connection, now: datetime, most: int, *days: int) -> None:
    for term in days or fading.terms(db, now):
        while not fading.fade_piece(db, term, now, most):
            pass


def _cells(db: Connection) -> dict[tuple[int, str], list[object]]:
    """What stands in every column of every table that says whose its rows are, by team."""
    found: dict[tuple[int, str], list[object]] = {}
    for table in t.metadata.sorted_tables:
        if "team_id" in table.c:
            for row in db.execute(select(table).order_by(*table.primary_key.columns)):
                _add(found, row.team_id, list(table.c), tuple(row))
    return found


def _add(
    found: dict[tuple[int, str], list[object]], of: int, columns: list[Column[object]], row: tuple[object, ...]
) -> None:
    for column, value in zip(columns, row, strict=True):
        found.setdefault((of, str(column)), []).append(value)


def _rows(db: Connection) -> int:
    """How many rows all tables have."""
    return sum(db.execute(select(func.count()).select_from(table)).scalar_one() for table in t.metadata.sorted_tables)
