"""The customer book: names, who is the same as whom, and what everybody bought. It follows from the lines in force.

A customer is what a team calls by one name. Two who turn out to be one are merged: every name and purchase stays
as it was written, `customer.same_as` says whom it counts as, and undoing the merge brings both back.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    bindparam,
    case,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from kpi.customers import SAID, Customer, Purchase, alias_key
from kpi.entry import Line, Measure
from kpi.ids import CustomerId, EntryId, MemberId, TeamId
from storage import feedback, totals
from storage import tables as t
from storage.newcomers import IN_FORCE, LINES, NAMED, OWN, alike, miscounted
from storage.rows import Found

_CHUNK = 500  # values in one statement
_KEPT = t.customer.alias("kept")
_ANY: ColumnElement[str] = literal_column("'%'", Text())
_BY_KEY = select(t.customer.c.id, OWN.label("own")).where(
    t.customer.c.team_id == bindparam("team"), t.customer.c.alias_key == bindparam("key")
)
_SOLD_TO = (
    select(t.line_customer.c.customer_id)
    .select_from(LINES)
    .where(*IN_FORCE, t.entry_line.c.member_id == bindparam("member"))
)
_MENTIONED = (
    select(t.customer.c.alias)
    .where(
        t.customer.c.team_id == bindparam("team"),
        # a % in a name finds too much, which the reader then does not find in the text
        bindparam("text", type_=Text()).like(_ANY.concat(t.customer.c.alias_key).concat(_ANY)),
        t.customer.c.id.in_(_SOLD_TO),
    )
    .order_by(t.customer.c.id)
)
_FIRST_SAID = func.min(case((t.entry_line.c.measure.in_(SAID), t.entry_line.c.line)))
_FIRST_LINE = func.min(t.entry_line.c.line)
_NEW_SAID = func.min(case((t.entry_line.c.measure == Measure.NEW_CUSTOMERS, t.entry_line.c.line)))
_PURCHASES = (
    select(
        OWN.label("own"),
        t.entry_line.c.member_id,
        t.entry_line.c.business_date,
        t.entry_line.c.entry_id,
        func.sum(case((t.entry_line.c.measure == Measure.GROSS, t.entry_line.c.value))).label("gross"),
        (func.coalesce(_NEW_SAID, -1) != _FIRST_SAID).label("comes_back"),
    )
    .select_from(NAMED)
    .where(*IN_FORCE)
    .group_by(OWN, t.entry_line.c.entry_id, t.entry_line.c.member_id, t.entry_line.c.business_date)
    .order_by(t.entry_line.c.business_date, t.entry_line.c.entry_id, func.coalesce(_FIRST_SAID, _FIRST_LINE), OWN)
)
_NEW_NAMES = insert(t.line_customer)
_MERGES = (
    select(t.customer_merge)
    .where(t.customer_merge.c.team_id == bindparam("team"), t.customer_merge.c.undone_at.is_(None))
    .order_by(t.customer_merge.c.id)
)


@dataclass(frozen=True, slots=True)
class Merge:
    """That all who were `gone` then count as `kept`."""

    id: int
    gone: CustomerId
    kept: CustomerId


def named(db: Connection, team: TeamId, alias: str) -> CustomerId:
    """The number of that name, made when there is none. One who was merged keeps a number of their own."""
    found = db.execute(_BY_KEY, {"team": team, "key": alias_key(alias)}).first()
    if found is not None:
        return CustomerId(found.id)
    values = {"team_id": team, "alias": alias, "alias_key": alias_key(alias)}
    return CustomerId(db.execute(insert(t.customer).values(values).returning(t.customer.c.id)).scalar_one())


def find(db: Connection, team: TeamId, alias: str) -> Customer | None:
    """Whom that name means, whether or not anything they bought still counts."""
    found = db.execute(_BY_KEY, {"team": team, "key": alias_key(alias)}).first()
    return get(db, team, CustomerId(found.own)) if found else None


def get(db: Connection, team: TeamId, customer: CustomerId) -> Customer | None:
    """Whom that number counts as; None when the team has no such customer."""
    return of_numbers(db, team, [customer]).get(customer)


def of_numbers(db: Connection, team: TeamId, numbers: Iterable[CustomerId]) -> dict[CustomerId, Customer]:
    """Whom each of those numbers counts as."""
    rows = db.execute(
        select(t.customer.c.id, _KEPT.c.id.label("own"), _KEPT.c.alias)
        .join(_KEPT, (_KEPT.c.team_id == t.customer.c.team_id) & (_KEPT.c.id == OWN))
        .where(t.customer.c.team_id == team, t.customer.c.id.in_(set(numbers)))
    )
    return {CustomerId(row.id): Customer(CustomerId(row.own), row.alias) for row in rows}


def aliases(db: Connection, team: TeamId, numbers: Iterable[CustomerId]) -> dict[CustomerId, str]:
    """The name of each number itself, as it was written; without those that were forgotten."""
    mine = (t.customer.c.team_id == team, t.customer.c.id.in_(set(numbers)), t.customer.c.alias.is_not(None))
    return {CustomerId(row.id): row.alias for row in db.execute(select(t.customer).where(*mine))}


def mentioned(db: Connection, team: TeamId, member: MemberId, text: str) -> list[str]:
    """The names of customers whom `member` sold to, as far as they occur in `text`."""
    rows = db.execute(_MENTIONED, {"team": team, "member": member, "text": alias_key(text)})
    return [row.alias for row in rows]


def purchases(
    db: Connection, team: TeamId, *, customer: CustomerId | None = None, member: MemberId | None = None
) -> list[Purchase]:
    """The purchases in force by customers with a name, in their order: all, of one customer, by one seller."""
    query, values = _PURCHASES, {"team": int(team)}
    if customer is not None:
        query, values = query.where(bindparam("customer") == OWN), values | {"customer": int(customer)}
    if member is not None:
        query = query.where(t.entry_line.c.member_id == bindparam("member"))
        values |= {"member": int(member)}
    return [_purchase(row) for row in db.execute(query, values)]


def _purchase(row: Found) -> Purchase:
    amount = None if row.gross is None else int(row.gross)
    return Purchase(CustomerId(row.own), MemberId(row.member_id), row.business_date, amount, bool(row.comes_back))


def rename(db: Connection, team: TeamId, customer: CustomerId, alias: str) -> bool:
    """Gives them another name. False when somebody else has it. A merged name of their own changes places with it."""
    holder = db.execute(_BY_KEY, {"team": team, "key": alias_key(alias)}).first()
    if holder is not None and holder.own != customer:
        return False
    before = aliases(db, team, [customer]).get(customer)
    if holder is not None and holder.id != customer:
        _call(db, team, CustomerId(holder.id), None)
        _call(db, team, customer, alias)
        _call(db, team, CustomerId(holder.id), before)
    else:
        _call(db, team, customer, alias)
    return True


def _call(db: Connection, team: TeamId, customer: CustomerId, alias: str | None) -> None:
    values = {"alias": alias, "alias_key": None if alias is None else alias_key(alias)}
    db.execute(update(t.customer).where(t.customer.c.team_id == team, t.customer.c.id == customer).values(values))


def forget(db: Connection, team: TeamId, customer: CustomerId) -> None:
    """Strikes out the name, and those of all who were merged into it, also in their words. What they bought stays."""
    own = alike(db, team, [customer])
    feedback.forget(db, team, aliases(db, team, own).values())
    all_names = t.customer.c.id.in_(own)
    db.execute(update(t.customer).where(t.customer.c.team_id == team, all_names).values(alias=None, alias_key=None))


def merge(
    db: Connection, team: TeamId, *, gone: CustomerId, kept: CustomerId, by: MemberId, at: datetime
) -> tuple[Merge, set[date]]:
    """Makes one customer of two who are themselves, and says on which days that counts somebody as new no more.

    `IntegrityError` when `gone` is somebody else already.
    """
    values = {"team_id": team, "gone_id": gone, "kept_id": kept, "merged_at": at, "merged_by": by}
    with recounting(db, team, [gone, kept]) as days:
        number = db.execute(insert(t.customer_merge).values(values).returning(t.customer_merge.c.id)).scalar_one()
        settle(db, team)
    return Merge(number, gone, kept), days


def merge_in_force(db: Connection, team: TeamId, number: int) -> Merge | None:
    """The merge of that number, unless it was undone."""
    row = db.execute(_MERGES.where(t.customer_merge.c.id == number), {"team": team}).first()
    return Merge(row.id, CustomerId(row.gone_id), CustomerId(row.kept_id)) if row else None


def unmerge(db: Connection, team: TeamId, merged: Merge, *, by: MemberId, at: datetime) -> set[date]:
    """Undoes a merge: both are themselves again, with whoever was merged into either. Says which days it changes."""
    undoing = update(t.customer_merge).where(t.customer_merge.c.team_id == team, t.customer_merge.c.id == merged.id)
    with recounting(db, team, alike(db, team, [merged.kept])) as days:
        db.execute(undoing.values(undone_at=at, undone_by=by))
        settle(db, team)
    return days


def settle(db: Connection, team: TeamId) -> None:
    """Writes down whom everybody counts as, as the merges in force say."""
    into = {row.gone_id: row.kept_id for row in db.execute(_MERGES, {"team": team})}
    column = t.customer.c
    merged = or_(column.same_as.is_not(None), column.id.in_(into))
    for row in db.execute(select(column.id, column.same_as).where(column.team_id == team, merged)).all():
        own = _end(into, row.id)
        if own != row.same_as:
            db.execute(update(t.customer).where(column.team_id == team, column.id == row.id).values(same_as=own))


def _end(into: dict[int, int], customer: int) -> int | None:
    """Where the merges lead; None when nowhere."""
    own = into.get(customer)
    while own in into:
        own = into[own]
    return own


@contextmanager
def recounting(db: Connection, team: TeamId, customers: Collection[CustomerId]) -> Iterator[set[date]]:
    """Moves the totals along while purchases of `customers` come and go: somebody else may be new then, or nobody.

    What it gives holds, afterwards, the days on which it moved anything.
    """
    days: set[date] = set()
    if not customers:
        yield days
        return
    before = Counter(miscounted(db, team, customers))
    yield days
    after = Counter(miscounted(db, team, customers))
    for lines, sign in ((before - after, -1), (after - before, 1)):
        totals.add(db, team, lines.elements(), sign=sign)
        days.update(line.business_date for line in lines)


def of_lines(lines: Iterable[Line]) -> set[CustomerId]:
    """Whom `lines` name."""
    return {line.customer for line in lines if line.customer is not None}


def keep_names(db: Connection, team: TeamId, entry: int, revision: int, lines: Iterable[Line]) -> None:
    """Writes down whom the lines of a revision name."""
    key = {"team_id": team, "entry_id": entry, "revision": revision}
    rows = [
        key | {"line": number, "customer_id": line.customer}
        for number, line in enumerate(lines)
        if line.customer is not None
    ]
    if rows:
        db.execute(_NEW_NAMES, rows)


def of_entries(db: Connection, team: TeamId, numbers: Iterable[EntryId]) -> set[CustomerId]:
    """Whom the entries name, or ever named."""
    column, wanted = t.line_customer.c, list(numbers)
    found: set[CustomerId] = set()
    for start in range(0, len(wanted), _CHUNK):
        theirs = (column.team_id == team, column.entry_id.in_(wanted[start : start + _CHUNK]))
        found.update(CustomerId(number) for number in db.execute(select(column.customer_id).where(*theirs)).scalars())
    return found
