"""The live card of each team: which day it shows, and which figures it showed last."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, select

from kpi.ids import TeamId
from storage import tables as t
from storage.prepared import Prepared
from storage.rows import insert_into

_REPORTED = t.member_day.c
# Every change of anybody's figures changes one of the two sums: the second moves with what is moved between members.
_FIGURES = Prepared(
    select(
        func.count().label("number"),
        func.sum(_REPORTED.value).label("together"),
        func.sum(_REPORTED.value * _REPORTED.member_id).label("weighed"),
    ).where(_REPORTED.team_id == bindparam("team"), _REPORTED.business_date == bindparam("day"), _REPORTED.value != 0)
)
_CARD = Prepared(select(t.live_card).where(t.live_card.c.team_id == bindparam("team")))


@dataclass(frozen=True, slots=True)
class LiveCard:
    """What a card showed when it was said last."""

    day: date
    figures: str
    said_at: datetime


def figures(db: Connection, team: TeamId, day: date) -> str | None:
    """A mark that changes with every figure of `day`; None while there is none."""
    found = _FIGURES.one(db, team=team, day=day)
    return f"{found.number}:{found.together}:{found.weighed}" if found.number else None


def of_team(db: Connection, team: TeamId) -> LiveCard | None:
    row = _CARD.first(db, team=team)
    return LiveCard(row.business_date, row.figures, row.said_at) if row else None


def said(db: Connection, team: TeamId, card: LiveCard) -> None:
    """Remembers what the team's card shows now."""
    values = {"business_date": card.day, "figures": card.figures, "said_at": card.said_at}
    new = insert_into(db.dialect.name, t.live_card).values(team_id=team, **values)
    db.execute(new.on_conflict_do_update(index_elements=["team_id"], set_=values))
