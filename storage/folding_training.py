"""What two teams that become one keep of lessons, tips, checklists, levels and praise."""

from sqlalchemy import Connection, Table, delete, update

from kpi.ids import TeamId
from storage import tables as t
from storage.renumbering import Renumbered, renumbered

_MEMBERS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (t.lesson, ("made_by",)),
    (t.lesson_progress, ("member_id",)),
    (t.tip, ("made_by",)),
    (t.tip_vote, ("member_id",)),
    (t.complaint_step, ("taken_by",)),
    (t.complaint_result, ("said_by",)),
    (t.promotion, ("member_id", "given_by")),
    (t.praise, ("member_id", "decided_by")),
)


def move_training(db: Connection, younger: TeamId, older: TeamId, same: Renumbered) -> None:
    """Everything moves; of checklists and levels the older team's stay."""
    for table in (t.checklist_step, t.level):
        db.execute(delete(table).where(table.c.team_id == younger))
    for table, columns in _MEMBERS:
        moved = {name: renumbered(table.c[name], same) for name in columns}
        db.execute(update(table).where(table.c.team_id == younger).values({"team_id": older, **moved}))
