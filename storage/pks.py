"""PKs: who agreed to be compared with whom, and how far that is."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, or_, select, text, update

from kpi.ids import MemberId, TeamId
from kpi.period import Period, period_of
from kpi.pk import Pk, Side, Stage
from storage import tables as t
from storage.prepared import Found, Prepared

_PK = Prepared(select(t.pk).where(t.pk.c.team_id == bindparam("team"), t.pk.c.id == bindparam("number")))
_UNSETTLED = Prepared(select(t.pk).where(text("stage IN ('asked', 'on')")).order_by(t.pk.c.id))
_NEWEST = Prepared(
    select(t.pk)
    .where(t.pk.c.team_id == bindparam("team"))
    .order_by(t.pk.c.start_day.desc(), t.pk.c.id.desc())
    .limit(bindparam("most"))
)


def ask(
    db: Connection,
    team: TeamId,
    sides: tuple[Side, Side],
    period: Period,
    *,
    handicap: bool,
    by: MemberId,
    at: datetime,
) -> Pk:
    """A PK that waits for whoever has not agreed yet."""
    left, right = sides
    values = {
        "team_id": team,
        "left_id": left.member,
        "right_id": right.member,
        "grain": period.grain,
        "start_day": period.start,
        "handicap": handicap,
        "left_agreed": left.agreed,
        "right_agreed": right.agreed,
        "left_start": left.start,
        "right_start": right.start,
        "asked_by": by,
        "asked_at": at,
        "stage": Stage.ASKED,
    }
    return _value(db.execute(insert(t.pk).values(values).returning(*t.pk.c)).one())


def get(db: Connection, team: TeamId, number: int) -> Pk | None:
    row = _PK.first(db, team=team, number=number)
    return _value(row) if row else None


def save(db: Connection, pk: Pk) -> None:
    """Writes down who has agreed, the head starts and the stage."""
    column = t.pk.c
    values = {
        "left_agreed": pk.left.agreed,
        "right_agreed": pk.right.agreed,
        "left_start": pk.left.start,
        "right_start": pk.right.start,
        "stage": pk.stage,
    }
    db.execute(update(t.pk).where(column.team_id == pk.team, column.id == pk.id).values(values))


def unsettled(db: Connection) -> list[Pk]:
    """Every PK of any team that waits for an answer or for its result."""
    return [_value(row) for row in _UNSETTLED.all(db)]


def newest(db: Connection, team: TeamId, most: int) -> list[Pk]:
    """The team's last ones, the latest first."""
    return [_value(row) for row in _NEWEST.all(db, team=team, most=most)]


def between(db: Connection, team: TeamId, one: MemberId, other: MemberId, period: Period) -> Pk | None:
    """The PK of these two over exactly `period` that is asked for or on."""
    column = t.pk.c
    rows = db.execute(
        select(t.pk).where(
            column.team_id == team,
            column.start_day == period.start,
            column.grain == period.grain,
            column.stage.in_((Stage.ASKED, Stage.ON)),
            or_(
                (column.left_id == one) & (column.right_id == other),
                (column.left_id == other) & (column.right_id == one),
            ),
        )
    )
    row = rows.first()
    return _value(row) if row else None


def _value(row: Found) -> Pk:
    return Pk(
        row.id,
        TeamId(row.team_id),
        Side(MemberId(row.left_id), bool(row.left_agreed), row.left_start),
        Side(MemberId(row.right_id), bool(row.right_agreed), row.right_start),
        period_of(row.grain, row.start_day),
        bool(row.handicap),
        MemberId(row.asked_by),
        row.asked_at,
        row.stage,
    )
