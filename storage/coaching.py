"""Coaching: the alerts that leads were told of, what they made of them, and the terms that a team chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import Connection, bindparam, func, insert, select, update

from kpi.coaching import DESIGNS, EFFECT_DAYS, Answer, Figure, Finding, Rule, Seen, Terms, Votes
from kpi.ids import MemberId, TeamId
from storage import tables as t
from storage.prepared import Found, Prepared
from storage.rows import insert_into

_alert = t.coaching_alert.c
_ALERT = Prepared(select(t.coaching_alert).where(_alert.team_id == bindparam("team"), _alert.id == bindparam("number")))
_OF_TEAM = Prepared(select(t.coaching_alert).where(_alert.team_id == bindparam("team")).order_by(_alert.id))
_CHOICES = Prepared(select(t.coaching_choice).where(t.coaching_choice.c.team_id == bindparam("team")))
_VOTES = Prepared(
    select(_alert.rule, _alert.answer, func.count().label("n"), func.max(_alert.raised_on).label("last"))
    .where(_alert.team_id == bindparam("team"))
    .group_by(_alert.rule, _alert.answer)
)
_DAYS = Prepared(select(t.team.c.effect_days).where(t.team.c.id == bindparam("team")))


@dataclass(frozen=True, slots=True)
class Alert:
    """A finding that leads were told of on a day, and what became of it."""

    id: int
    team: TeamId
    finding: Finding
    raised_on: date
    answer: Answer | None = None
    recovered_on: date | None = None
    effect_told: bool = False


def add(db: Connection, team: TeamId, found: Finding, day: date) -> Alert:
    """A new alert. Of a member and a rule there is one that has not recovered."""
    seen, other = found.seen, found.seen.other
    values = {
        "team_id": team,
        "member_id": seen.member,
        "rule": seen.rule,
        "raised_on": day,
        "own": str(seen.own.value),
        "own_n": seen.own.n,
        "own_part": seen.own.part,
        "other": None if other is None else str(other.value),
        "other_n": None if other is None else other.n,
        "other_part": None if other is None else other.part,
        "line": str(found.line),
        "effect_told": False,
    }
    return _value(db.execute(insert(t.coaching_alert).values(values).returning(*t.coaching_alert.c)).one())


def get(db: Connection, team: TeamId, number: int) -> Alert | None:
    row = _ALERT.first(db, team=team, number=number)
    return _value(row) if row else None


def of_team(db: Connection, team: TeamId) -> Sequence[Alert]:
    """Every alert, the first first."""
    return [_value(row) for row in _OF_TEAM.all(db, team=team)]


def answer(db: Connection, alert: Alert, said: Answer | None) -> None:
    """Keeps what a lead made of it."""
    _set(db, alert, answer=said)


def recover(db: Connection, alert: Alert, day: date) -> None:
    """The figure lies within its line again."""
    _set(db, alert, recovered_on=day)


def tell_effect(db: Connection, alert: Alert) -> None:
    """Leads have read what became of it."""
    _set(db, alert, effect_told=True)


def votes(db: Connection, team: TeamId) -> dict[Rule, Votes]:
    """What leads made of the cards of each rule that ever spoke."""
    found: dict[Rule, dict[Answer | None, Found]] = {}
    for row in _VOTES.all(db, team=team):
        found.setdefault(row.rule, {})[row.answer] = row
    return {rule: _votes(by) for rule, by in found.items()}


def _votes(by: Mapping[Answer | None, Found]) -> Votes:
    planned, ignored, bad = (int(by[said].n) if said in by else 0 for said in (Answer.PLAN, Answer.IGNORE, Answer.BAD))
    return Votes(planned, ignored, bad, last=max(row.last for row in by.values()))


def terms(db: Connection, team: TeamId) -> dict[Rule, Terms]:
    """When each rule speaks."""
    chosen = {row.rule: Terms(row.bound, row.fewest, bool(row.active)) for row in _CHOICES.all(db, team=team)}
    return {rule: chosen.get(rule, design.terms) for rule, design in DESIGNS.items()}


def choose(db: Connection, team: TeamId, rule: Rule, chosen: Terms) -> None:
    values = {"bound": chosen.limit, "fewest": chosen.fewest, "active": chosen.active}
    new = insert_into(db.dialect.name, t.coaching_choice).values(team_id=team, rule=rule, **values)
    db.execute(new.on_conflict_do_update(index_elements=["team_id", "rule"], set_=values))


def effect_days(db: Connection, team: TeamId) -> int:
    """How many days after an alert its effect is looked for."""
    found = _DAYS.one(db, team=team).effect_days
    return EFFECT_DAYS if found is None else int(found)


def choose_effect_days(db: Connection, team: TeamId, days: int) -> None:
    db.execute(update(t.team).where(t.team.c.id == team).values(effect_days=days))


def _set(db: Connection, alert: Alert, **values: Answer | date | bool | None) -> None:
    db.execute(update(t.coaching_alert).where(_alert.team_id == alert.team, _alert.id == alert.id).values(values))


def _value(row: Found) -> Alert:
    own = Figure(Fraction(row.own), row.own_n, row.own_part)
    other = None if row.other is None else Figure(Fraction(row.other), row.other_n, row.other_part)
    seen = Seen(row.rule, MemberId(row.member_id), own, other)
    return Alert(
        row.id,
        TeamId(row.team_id),
        Finding(seen, Fraction(row.line)),
        row.raised_on,
        row.answer,
        row.recovered_on,
        bool(row.effect_told),
    )
