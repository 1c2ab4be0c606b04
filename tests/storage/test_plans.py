"""Plans and coaching in the database."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy.exc import IntegrityError

from kpi.coaching import DESIGNS, Answer, Figure, Finding, Rule, Seen, Terms, Votes
from kpi.ids import MemberId, TelegramId
from kpi.metrics import Metric
from kpi.plan import Aim, Stage, Task
from storage import coaching, plans
from storage.connection import savepoint
from storage.database import Database
from tests.storage.given import MONDAY, NOW, later, seller, team

TASK = Task("回访10位老客", date(2026, 6, 15), 10, Aim(Metric.REPURCHASE, 1500, 3000), (date(2026, 6, 11),))


def finding(member: MemberId) -> Finding:
    own, other = Figure(Fraction(6, 40), 40, 6), Figure(Fraction(39, 130), 130, 39)
    return Finding(Seen(Rule.REPURCHASE, member, own, other), Fraction(21, 100))


def test_an_item_is_kept_with_its_checkpoints_progress_and_comments(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, lead = seller(db, ours, "小美", 1), seller(db, ours, "林小花", 2)
        made = plans.add(db, ours.id, mei.id, TASK, MONDAY, Stage.ASKED, by=lead.id, at=NOW)
        assert plans.get(db, ours.id, made.id) == made
        assert (made.task, plans.team_of(db, made.id)) == (TASK, ours.id)
        on = replace(made, stage=Stage.OPEN, done=4, overdue_told=True)
        plans.save(db, on)
        first = plans.comment(db, on, "好的", by=mei.id, at=later(1))
        assert plans.of_team(db, ours.id) == [on]
        assert plans.comments(db, on) == [first]


def test_items_of_other_teams_are_not_seen(database: Database) -> None:
    with database.write() as db:
        ours, theirs = team(db), team(db, TelegramId(-55))
        mei = seller(db, theirs, "小美", 1)
        made = plans.add(db, theirs.id, mei.id, TASK, MONDAY, Stage.ASKED, by=mei.id, at=NOW)
        assert plans.get(db, ours.id, made.id) is None
        assert plans.of_team(db, ours.id) == []


def test_an_alert_stands_once_until_it_recovers(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        alert = coaching.add(db, ours.id, finding(mei.id), MONDAY)
        assert coaching.get(db, ours.id, alert.id) == alert
        with pytest.raises(IntegrityError), savepoint(db):
            coaching.add(db, ours.id, finding(mei.id), MONDAY)
        coaching.recover(db, alert, MONDAY)
        again = coaching.add(db, ours.id, finding(mei.id), MONDAY)
        coaching.answer(db, again, Answer.BAD)
        assert [one.answer for one in coaching.of_team(db, ours.id)] == [None, Answer.BAD]
        assert coaching.votes(db, ours.id) == {Rule.REPURCHASE: Votes(bad=1, last=MONDAY)}


def test_a_team_keeps_its_own_terms(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        for limit in (60, 80):
            coaching.choose(db, ours.id, Rule.AOV, Terms(limit, 5, active=False))
        found = coaching.terms(db, ours.id)
        assert found[Rule.AOV] == Terms(80, 5, active=False)
        assert found[Rule.SALES] == DESIGNS[Rule.SALES].terms
        assert coaching.effect_days(db, ours.id) == 14
        coaching.choose_effect_days(db, ours.id, 7)
        assert coaching.effect_days(db, ours.id) == 7
