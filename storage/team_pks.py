"""PKs between teams: which agreed to be compared, and how far that is."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, or_, select, text, update

from kpi.ids import PersonId, TeamId
from kpi.period import Grain, Period, period_of
from kpi.pk import Stage, TeamPk
from storage import tables as t
from storage.prepared import Found, Prepared

_PK = Prepared(select(t.team_pk).where(t.team_pk.c.id == bindparam("number")))
_UNSETTLED = Prepared(select(t.team_pk).where(text("stage IN ('asked', 'on')")).order_by(t.team_pk.c.id))


def ask(
    db: Connection, sides: tuple[TeamId, TeamId], week: Period, *, per_head: bool, by: PersonId, at: datetime
) -> TeamPk:
    """A PK that waits for a lead of the second team."""
    left, right = sides
    values = {
        "left_team": left,
        "right_team": right,
        "start_day": week.start,
        "per_head": per_head,
        "asked_by": by,
        "asked_at": at,
        "stage": Stage.ASKED,
    }
    return _value(db.execute(insert(t.team_pk).values(values).returning(*t.team_pk.c)).one())


def get(db: Connection, team: TeamId, number: int) -> TeamPk | None:
    """The PK of that number, if `team` is one of its sides."""
    row = _PK.first(db, number=number)
    found = _value(row) if row else None
    return found if found is not None and team in found.sides else None


def set_stage(db: Connection, number: int, stage: Stage) -> None:
    db.execute(update(t.team_pk).where(t.team_pk.c.id == number).values(stage=stage))


def unsettled(db: Connection) -> list[TeamPk]:
    """Every PK that waits for an answer or for its result."""
    return [_value(row) for row in _UNSETTLED.all(db)]


def of_week(db: Connection, sides: tuple[TeamId, TeamId], week: Period) -> TeamPk | None:
    """The PK of these two teams in `week` that is asked for or on."""
    column, (one, other) = t.team_pk.c, sides
    either = or_(
        (column.left_team == one) & (column.right_team == other),
        (column.left_team == other) & (column.right_team == one),
    )
    going = column.stage.in_((Stage.ASKED, Stage.ON))
    row = db.execute(select(t.team_pk).where(column.start_day == week.start, going, either)).first()
    return _value(row) if row else None


def _value(row: Found) -> TeamPk:
    return TeamPk(
        row.id,
        TeamId(row.left_team),
        TeamId(row.right_team),
        period_of(Grain.WEEK, row.start_day),
        bool(row.per_head),
        PersonId(row.asked_by),
        row.stage,
    )
