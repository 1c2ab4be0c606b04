"""Months whose pay was told: proposed with a slip for each member, confirmed or disputed, closed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from kpi.ids import MemberId, TeamId
from kpi.pay.closing import Blocked, MonthStage, SlipStage, blocked, may_become
from kpi.pay.facts import MemberMonth
from kpi.pay.payroll import Payroll
from kpi.pay.slip import Payslip
from kpi.pay.stored_slips import decode_facts, decode_slip, encode_facts, encode_slip
from kpi.pay.versions import Version
from kpi.period import Grain, Period, period_of
from storage import tables as t
from storage.rows import Found


@dataclass(frozen=True, slots=True)
class PayMonth:
    """A month whose pay was told by the rules of version `rules_id`; the team sold `net` in it."""

    id: int
    month: Period
    rules_id: int
    net: int
    stage: MonthStage
    over_budget: str  # why it was closed although it goes beyond the budget


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip as it was told, by its number; what the person `said` against it, and the lead's `answer`."""

    number: int
    month: int
    revision: int
    facts: MemberMonth
    slip: Payslip
    stage: SlipStage
    said: str
    answer: str


class ClosedError(ValueError):
    """Something of a month that is closed was to be changed."""


class BlockedError(ValueError):
    """A month that may not be closed yet; `by` says what keeps it open."""

    def __init__(self, by: tuple[Blocked, ...]) -> None:
        super().__init__(", ".join(each.by.value for each in by))
        self.by = by


def propose(
    db: Connection, team: TeamId, month: Period, version: Version, pay: Payroll, *, by: MemberId, at: datetime
) -> PayMonth:
    """The month's slips, for everybody to confirm. What was told otherwise before gets another slip, which waits anew.

    A month stays with the version by which it was first told. `ClosedError` when it is closed.
    """
    found = get(db, team, month)
    if found is None:
        values = {"team_id": team, "start_day": month.start, "rules_id": version.id, "net": pay.net}
        new = values | {"stage": MonthStage.PROPOSED, "proposed_by": by, "proposed_at": at}
        found = _month(db.execute(insert(t.pay_month).values(new).returning(*t.pay_month.c)).one())
    elif found.stage is MonthStage.CLOSED or found.rules_id != version.id:
        raise ClosedError(month.key)
    else:
        db.execute(update(t.pay_month).where(t.pay_month.c.id == found.id).values(net=pay.net))
    before = {each.slip.member: each for each in slips(db, team, found.id)}
    for facts, told in zip(pay.months, pay.slips, strict=True):
        old = before.get(told.member)
        if old is None or (old.slip, old.facts) != (told, facts):
            _tell(db, team, found.id, facts, told, revision=1 if old is None else old.revision + 1, at=at)
    return PayMonth(found.id, month, found.rules_id, pay.net, found.stage, found.over_budget)


def get(db: Connection, team: TeamId, month: Period) -> PayMonth | None:
    column = t.pay_month.c
    row = db.execute(select(t.pay_month).where(column.team_id == team, column.start_day == month.start)).first()
    return _month(row) if row else None


def of_team(db: Connection, team: TeamId) -> list[PayMonth]:
    """All months whose pay was told, the latest first."""
    column = t.pay_month.c
    rows = db.execute(select(t.pay_month).where(column.team_id == team).order_by(column.start_day.desc()))
    return [_month(row) for row in rows]


def slips(db: Connection, team: TeamId, month: int) -> list[Slip]:
    """The slips of a month as they were told last, by member."""
    column = t.pay_slip.c
    newest = select(func.max(column.id)).where(column.team_id == team, column.month_id == month)
    rows = db.execute(select(t.pay_slip).where(column.id.in_(newest.group_by(column.member_id))))
    return sorted((_slip(row) for row in rows), key=lambda each: each.slip.member)


def slip(db: Connection, team: TeamId, number: int) -> Slip | None:
    """One slip, also one that was told anew since. Only its member and leads may read it: that is asked elsewhere."""
    column = t.pay_slip.c
    row = db.execute(select(t.pay_slip).where(column.team_id == team, column.id == number)).first()
    return _slip(row) if row else None


def confirm(db: Connection, team: TeamId, number: int, member: MemberId, *, at: datetime) -> bool:
    """That the person agrees: whether they could. Nobody else can, nor to one that was told anew or is closed."""
    return _say(db, team, number, member, SlipStage.CONFIRMED, at=at)


def dispute(db: Connection, team: TeamId, number: int, member: MemberId, reason: str, *, at: datetime) -> bool:
    """That the person does not agree, and why: whether they could."""
    return _say(db, team, number, member, SlipStage.DISPUTED, at=at, said=reason)


def answer(db: Connection, team: TeamId, number: int, text: str, *, by: MemberId, at: datetime) -> bool:
    """A lead's answer to a dispute: whether there was one."""
    return _become(db, team, number, SlipStage.ANSWERED, answer=text, answered_by=by, answered_at=at)


def close(
    db: Connection,
    team: TeamId,
    month: Period,
    *,
    over_budget: bool,
    reason: str = "",
    passed_over: Collection[MemberId] = (),
    by: MemberId,
    at: datetime,
) -> None:
    """Closes the month for good; locking its entries is the caller's. `BlockedError` while something keeps it open."""
    found = get(db, team, month)
    stage = MonthStage.OPEN if found is None else found.stage
    said = [] if found is None else [(each.slip.member, each.stage) for each in slips(db, team, found.id)]
    if by_ := blocked(stage, said, over_budget=over_budget, reason=reason, passed_over=passed_over):
        raise BlockedError(by_)
    column = t.pay_month.c
    this = (column.team_id == team, column.start_day == month.start)
    values = {"stage": MonthStage.CLOSED, "closed_by": by, "closed_at": at, "over_budget": reason}
    db.execute(update(t.pay_month).where(*this).values(values))


def _tell(
    db: Connection, team: TeamId, month: int, facts: MemberMonth, told: Payslip, *, revision: int, at: datetime
) -> None:
    values = {
        "team_id": team,
        "month_id": month,
        "member_id": told.member,
        "revision": revision,
        "facts": encode_facts(facts),
        "body": encode_slip(told),
        "made_at": at,
        "stage": SlipStage.WAITING,
    }
    db.execute(insert(t.pay_slip).values(values))


def _say(
    db: Connection, team: TeamId, number: int, member: MemberId, stage: SlipStage, *, at: datetime, **values: str
) -> bool:
    found = slip(db, team, number)
    if found is None or found.slip.member != member:
        return False
    return _become(db, team, number, stage, said_at=at, **values)


def _become(db: Connection, team: TeamId, number: int, stage: SlipStage, **values: str | int | datetime) -> bool:
    """The only way in which a slip changes: what was told never does, nor anything in a closed month."""
    found = slip(db, team, number)
    if found is None or stage not in may_become(found.stage):
        return False
    column, month = t.pay_slip.c, t.pay_month.c
    open_ = select(month.id).where(month.team_id == team, month.stage == MonthStage.PROPOSED)
    latest = max(each.number for each in slips(db, team, found.month) if each.slip.member == found.slip.member)
    this = (column.team_id == team, column.id == number, column.month_id.in_(open_), column.id == latest)
    return bool(db.execute(update(t.pay_slip).where(*this).values(stage=stage, **values)).rowcount)


def _month(row: Found) -> PayMonth:
    month = period_of(Grain.MONTH, row.start_day)
    return PayMonth(row.id, month, row.rules_id, row.net, row.stage, row.over_budget)


def _slip(row: Found) -> Slip:
    told = decode_slip(row.body)
    return Slip(row.id, row.month_id, row.revision, decode_facts(row.facts), told, row.stage, row.said, row.answer)
