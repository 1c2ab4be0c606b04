"""What a team sells, by the names its reports gave it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from kpi.ids import TeamId
from storage import tables as t
from storage.rows import insert_once

_MOST = 300  # names, the newest: what was sold long ago is hardly put forward

_NAMES = (
    select(t.product.c.name)
    .where(t.product.c.team_id == bindparam("team"))
    .order_by(t.product.c.first_at.desc(), t.product.c.name)
    .limit(_MOST)
)


def names(db: Connection, team: TeamId) -> tuple[str, ...]:
    """The goods that the team was seen to sell."""
    return tuple(db.execute(_NAMES, {"team": team}).scalars())


def saw(db: Connection, team: TeamId, sold: Iterable[str], at: datetime) -> None:
    """Remembers what was sold."""
    for name in sold:
        insert_once(db, t.product, {"team_id": team, "name": name, "first_at": at})
