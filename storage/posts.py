"""Scheduled posts that were made, one row each; what is due and has no row is made."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from kpi.ids import TeamId
from storage import tables as t
from storage.prepared import Prepared, Value
from storage.rows import insert_once

_STATE = Prepared(
    select(t.post.c.state).where(
        t.post.c.team_id == bindparam("team"),
        t.post.c.kind == bindparam("kind"),
        t.post.c.period == bindparam("period"),
    )
)
_SINCE = select(t.post.c.team_id, t.post.c.kind, t.post.c.period).where(t.post.c.due_at >= bindparam("since"))
_OF = _SINCE.where(t.post.c.team_id.in_(bindparam("teams", expanding=True)))
_FEW = 100  # teams whose posts are found by their keys; of more, all posts are read


class Made(NamedTuple):
    """A post that exists: its kind and the key of the period it covers."""

    team: TeamId
    kind: str
    period: str


def claim(db: Connection, post: Made, *, due_at: datetime, state: str, at: datetime) -> bool:
    """Whether the caller is the one who makes this post; every other caller gets False."""
    values: dict[str, Value] = {
        "team_id": post.team,
        "kind": post.kind,
        "period": post.period,
        "due_at": due_at,
        "made_at": at,
        "state": state,
    }
    return insert_once(db, t.post, values)


def state_of(db: Connection, post: Made) -> str | None:
    """Whether the post was made: "on time", "late" or "skipped"; None when it was not."""
    row = _STATE.first(db, team=post.team, kind=post.kind, period=post.period)
    return str(row.state) if row else None


def made_since(db: Connection, since: datetime, of: Collection[TeamId]) -> Iterator[Made]:
    """The posts that were due since then and exist: at least those of the teams `of`, maybe of others too."""
    if len(of) > _FEW:
        rows = db.execute(_SINCE, {"since": since})
    else:
        rows = db.execute(_OF, {"since": since, "teams": list(of)})
    return (Made(TeamId(team), kind, period) for team, kind, period in rows)
