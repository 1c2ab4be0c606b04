"""Words that work with customers, and who found them useful."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from kpi.ids import MemberId, TeamId
from storage import tables as t
from storage.rows import Found


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip by its number, and how many found it useful or not."""

    id: int
    words: str
    useful: int
    useless: int

    @property
    def is_bad(self) -> bool:
        """Whether more found it useless than useful: it is shown last."""
        return self.useless > self.useful


def add(db: Connection, team: TeamId, words: str, *, by: MemberId, at: datetime) -> int:
    """Keeps a tip: its number."""
    values = {"team_id": team, "words": words, "made_by": by, "made_at": at}
    return int(db.execute(insert(t.tip).values(values).returning(t.tip.c.id)).scalar_one())


def change(db: Connection, team: TeamId, number: int, words: str) -> bool:
    """Other words for a tip: whether there is one. What people found of the old ones is forgotten."""
    column = t.tip.c
    this = (column.team_id == team, column.id == number, column.gone_at.is_(None))
    found = db.execute(update(t.tip).where(*this).values(words=words)).rowcount
    if found:
        db.execute(delete(t.tip_vote).where(t.tip_vote.c.team_id == team, t.tip_vote.c.tip_id == number))
    return bool(found)


def remove(db: Connection, team: TeamId, number: int, at: datetime) -> bool:
    column = t.tip.c
    this = (column.team_id == team, column.id == number, column.gone_at.is_(None))
    return bool(db.execute(update(t.tip).where(*this).values(gone_at=at)).rowcount)


def vote(db: Connection, team: TeamId, number: int, member: MemberId, *, useful: bool) -> None:
    """What a member finds of a tip: the last word counts."""
    column = t.tip_vote.c
    db.execute(delete(t.tip_vote).where(column.team_id == team, column.tip_id == number, column.member_id == member))
    values = {"tip_id": number, "member_id": member, "team_id": team, "useful": useful}
    db.execute(insert(t.tip_vote).values(values))


def of_team(db: Connection, team: TeamId) -> list[Tip]:
    """All tips: the useful ones first, of equal ones the newest; bad ones last."""
    votes: dict[int, list[bool]] = {}
    for row in db.execute(select(t.tip_vote).where(t.tip_vote.c.team_id == team)):
        votes.setdefault(row.tip_id, []).append(row.useful)
    column = t.tip.c
    rows = db.execute(select(t.tip).where(column.team_id == team, column.gone_at.is_(None)))
    found = [_tip(row, votes.get(row.id, [])) for row in rows]
    return sorted(found, key=lambda tip: (tip.is_bad, tip.useless - tip.useful, -tip.id))


def _tip(row: Found, votes: list[bool]) -> Tip:
    useful = sum(votes)
    return Tip(row.id, row.words, useful, len(votes) - useful)
