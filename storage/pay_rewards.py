"""Cash and gifts that leads give: for a big order, for praise, or for what they say."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, insert, select, update

from kpi.ids import EntryId, MemberId, TeamId
from kpi.pay.facts import Reason, Reward, Stage
from kpi.pay.terms import Cash, Gift, Prize
from kpi.period import Period
from storage import tables as t
from storage.rows import Found


@dataclass(frozen=True, slots=True)
class Given:
    """A reward, whose it is, the day that it counts for, and when a gift was received."""

    member: MemberId
    day: date
    reward: Reward
    entry: EntryId | None
    received_at: datetime | None


def offer(
    db: Connection,
    team: TeamId,
    member: MemberId,
    prize: Prize,
    reason: Reason,
    *,
    day: date,
    by: MemberId,
    at: datetime,
    entry: EntryId | None = None,
    note: str = "",
) -> Given | None:
    """A reward that waits for a lead. None for an order that was offered before: it is paid once."""
    if entry is not None and db.execute(_one(team).where(t.pay_reward.c.entry_id == entry)).first():
        return None
    values = _values(team, member, prize, reason, day=day, note=note) | {
        "entry_id": entry,
        "made_by": by,
        "made_at": at,
    }
    return _given(db.execute(insert(t.pay_reward).values(values | {"stage": Stage.OFFERED}).returning(*_ALL)).one())


def give(
    db: Connection, team: TeamId, member: MemberId, prize: Prize, *, day: date, note: str, by: MemberId, at: datetime
) -> Given:
    """What a lead gives by their own word, for what `note` says."""
    values = _values(team, member, prize, Reason.LEAD, day=day, note=note)
    given = {"stage": Stage.GIVEN, "made_by": by, "made_at": at, "decided_by": by, "decided_at": at}
    return _given(db.execute(insert(t.pay_reward).values(values | given).returning(*_ALL)).one())


def decide(db: Connection, team: TeamId, number: int, stage: Stage, *, by: MemberId, at: datetime) -> bool:
    """A lead's answer to what is offered: whether it still was. The first answer counts."""
    column = t.pay_reward.c
    waiting = (column.team_id == team, column.id == number, column.stage == Stage.OFFERED)
    values = {"stage": stage, "decided_by": by, "decided_at": at}
    return bool(db.execute(update(t.pay_reward).where(*waiting).values(values)).rowcount)


def take_back(db: Connection, team: TeamId, number: int, *, by: MemberId, at: datetime) -> bool:
    """That what was given is not given after all: whether it could be. A gift that has arrived stays."""
    column = t.pay_reward.c
    this = (column.team_id == team, column.id == number, column.stage == Stage.GIVEN, column.received_at.is_(None))
    values = {"stage": Stage.DECLINED, "decided_by": by, "decided_at": at}
    return bool(db.execute(update(t.pay_reward).where(*this).values(values)).rowcount)


def receive(db: Connection, team: TeamId, number: int, member: MemberId, *, at: datetime) -> bool:
    """That a gift was handed over, as its receiver says: whether it was news."""
    column = t.pay_reward.c
    open_ = (
        column.team_id == team,
        column.id == number,
        column.member_id == member,
        column.stage == Stage.GIVEN,
        column.gift.is_not(None),
        column.received_at.is_(None),
    )
    return bool(db.execute(update(t.pay_reward).where(*open_).values(received_at=at)).rowcount)


def get(db: Connection, team: TeamId, number: int) -> Given | None:
    row = db.execute(_one(team).where(t.pay_reward.c.id == number)).first()
    return _given(row) if row else None


def within(db: Connection, team: TeamId, period: Period) -> list[Given]:
    """All that counts for days of `period`, in the order in which it was given or offered."""
    day = t.pay_reward.c.given_on
    rows = db.execute(_one(team).where(day >= period.start, day < period.end).order_by(t.pay_reward.c.id))
    return [_given(row) for row in rows]


def orders_settled(db: Connection, team: TeamId) -> frozenset[EntryId]:
    """The orders that a lead was asked about."""
    column = t.pay_reward.c
    found = select(column.entry_id).where(column.team_id == team, column.entry_id.is_not(None))
    return frozenset(EntryId(entry) for entry in db.execute(found).scalars())


_ALL = tuple(t.pay_reward.c)


def _one(team: TeamId) -> "Select[*tuple[object, ...]]":
    return select(*_ALL).where(t.pay_reward.c.team_id == team)


def _values(
    team: TeamId, member: MemberId, prize: Prize, reason: Reason, *, day: date, note: str
) -> dict[str, int | str | date | Reason | Stage | datetime | None]:
    gift, amount = (prize.name, prize.value) if isinstance(prize, Gift) else (None, prize.amount)
    return {
        "team_id": team,
        "member_id": member,
        "given_on": day,
        "gift": gift,
        "amount": amount,
        "reason": reason,
        "note": note,
    }


def _given(row: Found | Row[*tuple[object, ...]]) -> Given:
    prize = Cash(row.amount) if row.gift is None else Gift(row.gift, row.amount)
    entry = None if row.entry_id is None else EntryId(row.entry_id)
    reward = Reward(row.id, prize, row.reason, row.stage, row.note)
    return Given(MemberId(row.member_id), row.given_on, reward, entry, row.received_at)
