"""Plans: items with their checkpoints, and what was said about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from kpi.ids import MemberId, TeamId
from kpi.plan import Aim, Item, Stage, Task
from storage import tables as t
from storage.prepared import Found, Prepared

_ITEM = Prepared(
    select(t.plan_item).where(t.plan_item.c.team_id == bindparam("team"), t.plan_item.c.id == bindparam("number"))
)
_TEAM_OF = Prepared(select(t.plan_item.c.team_id).where(t.plan_item.c.id == bindparam("number")))
_OF_TEAM = Prepared(select(t.plan_item).where(t.plan_item.c.team_id == bindparam("team")).order_by(t.plan_item.c.id))
_CHECKPOINTS = Prepared(
    select(t.plan_checkpoint)
    .where(t.plan_checkpoint.c.team_id == bindparam("team"))
    .order_by(t.plan_checkpoint.c.business_date)
)
_COMMENTS = Prepared(
    select(t.plan_comment)
    .where(t.plan_comment.c.team_id == bindparam("team"), t.plan_comment.c.item_id == bindparam("item"))
    .order_by(t.plan_comment.c.id)
)


@dataclass(frozen=True, slots=True)
class Comment:
    """What a member said about an item."""

    id: int
    item: int
    by: MemberId
    at: datetime
    words: str


def add(  # noqa: PLR0917 - in the order in which one says it
    db: Connection,
    team: TeamId,
    owner: MemberId,
    task: Task,
    start: date,
    stage: Stage,
    *,
    by: MemberId,
    at: datetime,
    alert: int | None = None,
) -> Item:
    """A new item."""
    values = {
        "team_id": team,
        "owner_id": owner,
        "made_by": by,
        "made_at": at,
        "task": task.text,
        "goal": task.goal,
        "done": 0,
        "metric": task.aim.metric if task.aim else None,
        "present": task.aim.present if task.aim else None,
        "wanted": task.aim.wanted if task.aim else None,
        "start_day": start,
        "deadline": task.deadline,
        "stage": stage,
        "overdue_told": False,
        "alert_id": alert,
    }
    row = db.execute(insert(t.plan_item).values(values).returning(*t.plan_item.c)).one()
    for day in task.checkpoints:
        db.execute(insert(t.plan_checkpoint).values(item_id=row.id, business_date=day, team_id=team))
    return _item(row, task.checkpoints)


def get(db: Connection, team: TeamId, number: int) -> Item | None:
    row = _ITEM.first(db, team=team, number=number)
    return _item(row, _days(db, team).get(row.id, ())) if row else None


def team_of(db: Connection, number: int) -> TeamId | None:
    """The team whose item it is."""
    row = _TEAM_OF.first(db, number=number)
    return TeamId(row.team_id) if row else None


def of_team(db: Connection, team: TeamId) -> list[Item]:
    """Every item, by number."""
    rows = _OF_TEAM.all(db, team=team)
    days = _days(db, team) if rows else {}
    return [_item(row, days.get(row.id, ())) for row in rows]


def save(db: Connection, item: Item) -> None:
    """Writes down how far the item is."""
    column = t.plan_item.c
    values = {"stage": item.stage, "done": item.done, "overdue_told": item.overdue_told}
    db.execute(update(t.plan_item).where(column.team_id == item.team, column.id == item.id).values(values))


def comment(db: Connection, item: Item, words: str, *, by: MemberId, at: datetime) -> Comment:
    """Keeps what somebody said about the item."""
    values = {"team_id": item.team, "item_id": item.id, "said_by": by, "said_at": at, "words": words}
    return _comment(db.execute(insert(t.plan_comment).values(values).returning(*t.plan_comment.c)).one())


def comments(db: Connection, item: Item) -> Sequence[Comment]:
    """What was said about the item, the first first."""
    return [_comment(row) for row in _COMMENTS.all(db, team=item.team, item=item.id)]


def _days(db: Connection, team: TeamId) -> dict[int, tuple[date, ...]]:
    found: dict[int, tuple[date, ...]] = {}
    for row in _CHECKPOINTS.all(db, team=team):
        found[row.item_id] = (*found.get(row.item_id, ()), row.business_date)
    return found


def _item(row: Found, checkpoints: Iterable[date]) -> Item:
    aim = None if row.metric is None else Aim(row.metric, row.present, row.wanted)
    return Item(
        row.id,
        TeamId(row.team_id),
        MemberId(row.owner_id),
        MemberId(row.made_by),
        Task(row.task, row.deadline, row.goal, aim, tuple(checkpoints)),
        row.start_day,
        row.stage,
        row.done,
        bool(row.overdue_told),
        row.alert_id,
    )


def _comment(row: Found) -> Comment:
    return Comment(row.id, row.item_id, MemberId(row.said_by), row.said_at, row.words)
