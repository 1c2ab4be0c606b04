"""What two teams that become one keep of pay.

What both say of the same is the younger team's, which was set last; but a month that both have told stays as the older
one told it. Amounts inside rules and slips name their currency and stay as they are.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, Table, and_, case, delete, exists, func, select, update

from kpi.ids import MemberId
from kpi.pay.facts import MemberMonth
from kpi.pay.stored_slips import decode_facts, decode_slip, encode_facts, encode_slip
from kpi.team import Team
from storage import tables as t
from storage.renumbering import Renumbered, in_units_of, renumbered


def move_pay(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    """Moves all that `younger` keeps of pay into `older`, whose members it has under the numbers of `same`."""
    column = t.pay_rules.c
    last = db.execute(select(func.max(column.number)).where(column.team_id == older.id)).scalar() or 0
    _make_way(db, younger, older, same)
    of_both = _Move(db, younger, older, same)
    of_both.people(t.pay_rules, "made_by", "published_by", number=column.number + last)
    _renumber_slips(db, younger, same)
    of_both.people(t.pay_month, "proposed_by", "closed_by")
    of_both.people(t.pay_slip, "member_id", "answered_by")
    of_both.people(t.base_pay, "member_id", "set_by", amount=of_both.money(t.base_pay.c.amount))
    of_both.people(t.pay_grade)
    of_both.people(t.member_grade, "member_id")
    reference = t.market_reference.c
    low, high = of_both.some(reference.low), of_both.some(reference.high)
    of_both.people(t.market_reference, "set_by", low=low, high=high)
    some = of_both.some(t.pay_reward.c.amount)
    of_both.people(t.pay_reward, "member_id", "made_by", "decided_by", amount=some)
    of_both.people(t.equity_grant, "member_id", "made_by")
    of_both.people(t.share_pool, "made_by", amount=of_both.some(t.share_pool.c.amount))
    of_both.people(t.pool_share, "member_id", amount=of_both.money(t.pool_share.c.amount))


class _Move:
    """Rows of `younger` become those of `older`."""

    def __init__(self, db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
        self._db, self._younger, self._older, self._same = db, younger, older, same

    def people(self, table: Table, *columns: str, **values: ColumnElement[int]) -> None:
        """The rows of a table; the members in `columns` get their numbers in the older team."""
        moved = {name: renumbered(table.c[name], self._same) for name in columns}
        theirs = table.c.team_id == self._younger.id
        self._db.execute(update(table).where(theirs).values(team_id=self._older.id, **moved, **values))

    def money(self, amount: ColumnElement[int]) -> ColumnElement[int]:
        """The same amount as the older team counts it."""
        return in_units_of(self._older, self._younger, amount)

    def some(self, amount: ColumnElement[int]) -> ColumnElement[int]:
        """The same, where it must not become nothing."""
        there = self.money(amount)
        return case((there < 1, 1), else_=there)


def _make_way(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    """Takes away what both teams have and only one can keep."""
    told, ours = t.pay_month.c, t.pay_month.alias("ours").c
    both = exists().where(ours.team_id == older.id, ours.start_day == told.start_day)
    doubled = select(told.id).where(told.team_id == younger.id, both)
    db.execute(delete(t.pay_slip).where(t.pay_slip.c.month_id.in_(doubled)))
    db.execute(delete(t.pay_month).where(told.id.in_(doubled)))
    _drop_known(db, t.base_pay, ("since",), (younger, older), same)
    _drop_known(db, t.member_grade, (), (younger, older), same)
    for table, key in ((t.market_reference, "work"), (t.pay_grade, "name")):
        theirs = select(table.c[key]).where(table.c.team_id == younger.id).scalar_subquery()
        db.execute(delete(table).where(table.c.team_id == older.id, table.c[key].in_(theirs)))


def _drop_known(db: Connection, table: Table, key: Sequence[str], teams: tuple[Team, Team], same: Renumbered) -> None:
    """Takes away what the older team has of members and keys that the younger one has too."""
    younger, older = teams
    theirs = table.alias("theirs").c
    alike = [theirs[name] == table.c[name] for name in key]
    member = renumbered(theirs.member_id, same) == table.c.member_id
    known = exists().where(and_(theirs.team_id == younger.id, member, *alike))
    db.execute(delete(table).where(table.c.team_id == older.id, known))


def _renumber_slips(db: Connection, younger: Team, same: Renumbered) -> None:
    """Slips name members also in what they were told from."""
    column = t.pay_slip.c
    for row in db.execute(select(t.pay_slip).where(column.team_id == younger.id)).all():
        facts, slip = decode_facts(row.facts), decode_slip(row.body)
        slip = replace(slip, member=_number(slip.member, same))
        values = {"facts": encode_facts(_in_older(facts, same)), "body": encode_slip(slip)}
        db.execute(update(t.pay_slip).where(column.id == row.id).values(values))


def _in_older(facts: MemberMonth, same: Renumbered) -> MemberMonth:
    first = facts.champions
    if first is not None:
        first = replace(first, members=tuple(_number(member, same) for member in first.members))
    return replace(facts, member=_number(facts.member, same), champions=first)


def _number(member: MemberId, same: Renumbered) -> MemberId:
    return MemberId(same.get(member, member))
