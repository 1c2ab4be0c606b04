"""Entries: what people reported, with every correction kept.

A correction voids the lines in force and appends the next revision. The totals move in the same transaction.
"""

import dataclasses
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from kpi.checks import PastSale
from kpi.entry import Entry, How, Line, Measure
from kpi.ids import EntryId, MemberId, TeamId
from storage import customers, spent, stock, totals
from storage import tables as t
from storage.prepared import Found, Prepared, Value
from storage.rows import as_line
from storage.types import Whole

RECENT = 40  # lines, of some 20 sales: more of them hardly move a median

_GIVEN = ("team_id", "author_id", "source", "source_ref", "how", "recorded_at")
_NEW = Prepared(insert(t.entry).returning(t.entry.c.id), *_GIVEN)
_NEW_AT = Prepared(insert(t.entry).returning(t.entry.c.id), "id", *_GIVEN)
_NEW_LINE = Prepared(
    insert(t.entry_line).inline(),
    *("team_id", "entry_id", "line", "revision", "measure", "value", "business_date", "member_id"),
    *("recorded_at", "recorded_by"),
)
_NEW_ADJUSTMENT = insert(t.adjustment)
_THIS = Prepared(select(t.entry).where(t.entry.c.team_id == bindparam("team"), t.entry.c.id == bindparam("entry")))
_BY_REF = Prepared(
    select(t.entry).where(
        t.entry.c.team_id == bindparam("team"),
        t.entry.c.source == bindparam("source"),
        t.entry.c.source_ref == bindparam("source_ref"),
    )
)

_LAST_OF_AUTHOR = (
    select(t.entry.c.id, t.entry.c.recorded_at)
    .where(
        t.entry.c.team_id == bindparam("team"),
        t.entry.c.author_id == bindparam("author"),
        t.entry.c.id < bindparam("before"),
    )
    .order_by(t.entry.c.id.desc())
    .limit(3)
    .subquery()
)
_LAST_SUM = (
    select(func.sum(t.entry_line.c.value))
    .where(t.entry_line.c.entry_id == _LAST_OF_AUTHOR.c.id, t.entry_line.c.voided_at.is_(None))
    .scalar_subquery()
)
# The sum of all that was said tells nearly always, and much sooner, that two reports are not the same.
_LIKE = Prepared(
    select(_LAST_OF_AUTHOR.c.id)
    .where(_LAST_OF_AUTHOR.c.recorded_at >= bindparam("since"), _LAST_SUM - bindparam("sum", type_=Whole) == 0)
    .order_by(_LAST_OF_AUTHOR.c.id.desc())
)


def beside(table: Table) -> ColumnElement[bool]:
    """What joins a table that says more of some lines."""
    return and_(*(table.c[name] == t.entry_line.c[name] for name in ("entry_id", "line", "revision")))


# `for_day` says which locked day a line is for; only an adjustment has one. `customer_id` is whom it names, if anybody,
# and `product` what was sold.
LINES = (
    select(t.entry_line, t.adjustment.c.for_day, t.line_customer.c.customer_id, t.line_product.c.product)
    .outerjoin(t.adjustment, beside(t.adjustment))
    .outerjoin(t.line_customer, beside(t.line_customer))
    .outerjoin(t.line_product, beside(t.line_product))
    .order_by(t.entry_line.c.line)
)
_IN_FORCE = Prepared(LINES.where(t.entry_line.c.entry_id == bindparam("entry"), t.entry_line.c.voided_at.is_(None)))
_LAST_REVISION = Prepared(
    select(func.max(t.entry_line.c.revision).label("revision")).where(t.entry_line.c.entry_id == bindparam("entry"))
)
_NEWEST = (
    select(t.entry_line.c.entry_id, t.entry_line.c.measure, t.entry_line.c.value)
    .where(
        t.entry_line.c.team_id == bindparam("team"),
        t.entry_line.c.member_id == bindparam("member"),
        t.entry_line.c.business_date >= bindparam("since"),
        t.entry_line.c.voided_at.is_(None),
        or_(t.entry_line.c.measure == Measure.GROSS, t.entry_line.c.measure == Measure.ORDERS),
    )
    .order_by(t.entry_line.c.business_date.desc(), t.entry_line.c.id.desc())
    .limit(RECENT)
    .subquery()
)


def _told(measure: Measure) -> ColumnElement[int | None]:
    """What the newest lines of an entry say of `measure`; NULL when they say nothing."""
    return func.sum(case((_NEWEST.c.measure == measure, _NEWEST.c.value)))


_GROSS, _ORDERS = _told(Measure.GROSS), _told(Measure.ORDERS)
_RECENT_SALES = Prepared(
    select(_GROSS.label("gross"), _ORDERS.label("orders")).group_by(_NEWEST.c.entry_id).having(_GROSS.is_not(None))
)


def record(
    db: Connection,
    team: TeamId,
    *,
    author: MemberId,
    source: str,
    source_ref: str,
    how: How,
    lines: Sequence[Line],
    at: datetime,
) -> Entry:
    """A new entry with its first revision. `IntegrityError` when this source already made one."""
    entry_id = _number(
        db, team_id=team, author_id=author, source=source, source_ref=source_ref, how=how, recorded_at=at
    )
    entry = Entry(entry_id, team, author, source, source_ref, how, at, 1, tuple(lines))
    with customers.recounting(db, team, customers.of_lines(lines)):
        _append(db, entry, author, at)
    return entry


def _number(db: Connection, **values: Value) -> EntryId:
    """The number of a new entry: one that none ever had."""
    free = spent.free_number(db)
    new = _NEW.one(db, **values) if free is None else _NEW_AT.one(db, id=free, **values)
    return EntryId(new.id)


def get(db: Connection, team: TeamId, entry: EntryId) -> Entry | None:
    row = _THIS.first(db, team=team, entry=entry)
    return _whole(db, row) if row else None


def by_ref(db: Connection, team: TeamId, source: str, source_ref: str) -> Entry | None:
    """The entry that a message made."""
    row = _BY_REF.first(db, team=team, source=source, source_ref=source_ref)
    return _whole(db, row) if row else None


def of_message(db: Connection, source: str, source_ref: str) -> Entry | None:
    """The entry that a message made, completed or changed, in whichever team."""
    answered = select(t.entry_answer.c.entry_id).where(
        t.entry_answer.c.source == source, t.entry_answer.c.source_ref == source_ref
    )
    made = (t.entry.c.source == source) & (t.entry.c.source_ref == source_ref)
    row = db.execute(select(t.entry).where(or_(made, t.entry.c.id == answered.scalar_subquery()))).first()
    return _whole(db, row) if row else None


def answered(db: Connection, entry: EntryId, source: str, source_ref: str) -> None:
    """Remembers that a message completed or changed the entry."""
    values = {"source": source, "source_ref": source_ref}
    db.execute(delete(t.entry_answer).where(*(t.entry_answer.c[name] == value for name, value in values.items())))
    db.execute(insert(t.entry_answer).values(**values, entry_id=entry))


def team_of_entry(db: Connection, entry: EntryId) -> TeamId | None:
    """In whose books the entry is. The caller checks that it is any business of theirs."""
    found: TeamId | None = db.execute(select(t.entry.c.team_id).where(t.entry.c.id == entry)).scalar()
    return found


def latest(db: Connection, team: TeamId, author: MemberId) -> Entry | None:
    """The last entry of `author` that is not undone."""
    in_force = select(t.entry_line.c.id).where(
        t.entry_line.c.entry_id == t.entry.c.id, t.entry_line.c.voided_at.is_(None)
    )
    mine = select(t.entry).where(t.entry.c.team_id == team, t.entry.c.author_id == author, in_force.exists())
    row = db.execute(mine.order_by(t.entry.c.id.desc()).limit(1)).first()
    return _whole(db, row) if row else None


def twin(db: Connection, entry: Entry, within: timedelta) -> Entry | None:
    """What the author of `entry` reported shortly before it in the very same figures, if that still counts."""
    told, since = sum(line.value for line in entry.lines), entry.recorded_at - within
    like = _LIKE.all(db, team=entry.team, author=entry.author, before=entry.id, since=since, sum=told)
    recent = (EntryId(row.id) for row in like)
    same = next((number for number in recent if _in_force(db, number) == entry.lines), None)
    return None if same is None else get(db, entry.team, same)


def since(db: Connection, team: TeamId, author: MemberId, at: datetime, most: int = 10) -> list[Entry]:
    """The newest entries of `author` that were made since then and are not undone, the last one first."""
    in_force = select(t.entry_line.c.id).where(
        t.entry_line.c.entry_id == t.entry.c.id, t.entry_line.c.voided_at.is_(None)
    )
    mine = (t.entry.c.team_id == team, t.entry.c.author_id == author, t.entry.c.recorded_at >= at)
    rows = db.execute(select(t.entry).where(*mine, in_force.exists()).order_by(t.entry.c.id.desc()).limit(most))
    return [_whole(db, row) for row in rows]


def replace(
    db: Connection, team: TeamId, entry: EntryId, lines: Sequence[Line], *, by: MemberId, at: datetime
) -> Entry:
    """Voids the lines in force and appends `lines` as the next revision. None at all undoes the entry.

    The same lines again change nothing. `LookupError` when the team has no such entry.
    """
    before = _existing(db, team, entry)
    if tuple(lines) == before.lines:
        return before
    voiding = update(t.entry_line).where(t.entry_line.c.entry_id == entry, t.entry_line.c.voided_at.is_(None))
    with customers.recounting(db, team, customers.of_lines((*before.lines, *lines))):
        db.execute(voiding.values(voided_at=at, voided_by=by))
        totals.add(db, team, before.lines, sign=-1)
        return _revised(db, before, lines, by, at)


def restore(db: Connection, team: TeamId, entry: EntryId, *, by: MemberId, at: datetime) -> Entry:
    """Brings the last lines of an undone entry back as the next revision; any other stays as it is.

    `LookupError` when the team has no such entry.
    """
    before = _existing(db, team, entry)
    if not before.undone:
        return before
    last = _lines(db, entry, t.entry_line.c.revision == _last_revision(db, entry))
    with customers.recounting(db, team, customers.of_lines(last)):
        return _revised(db, before, last, by, at)


def _revised(db: Connection, before: Entry, lines: Sequence[Line], by: MemberId, at: datetime) -> Entry:
    after = dataclasses.replace(before, revision=before.revision + 1, lines=tuple(lines))
    _append(db, after, by, at)
    return after


def revisions(db: Connection, team: TeamId, entry: EntryId) -> dict[int, tuple[Line, ...]]:
    """What each revision of an entry said, by its number. Where a number is missing the entry was undone."""
    found: dict[int, list[Line]] = {}
    for row in db.execute(LINES.where(t.entry_line.c.team_id == team, t.entry_line.c.entry_id == entry)):
        found.setdefault(row.revision, []).append(as_line(row))
    return {number: tuple(lines) for number, lines in sorted(found.items())}


def edited_at(db: Connection, team: TeamId, entry: EntryId) -> int | None:
    """Telegram's `edit_date` of the last edit that was applied."""
    when: int | None = db.execute(select(t.entry.c.edited_at).where(*_this(team, entry))).scalar_one()
    return when


def set_edited_at(db: Connection, team: TeamId, entry: EntryId, edit_date: int) -> None:
    """Remembers that the edit made at `edit_date` was applied."""
    db.execute(update(t.entry).where(*_this(team, entry)).values(edited_at=edit_date))


def recent_sales(db: Connection, team: TeamId, member: MemberId, since: date) -> list[PastSale]:
    """The member's sales in force since that day, one for each entry, as the `RECENT` newest lines tell them."""
    rows = _RECENT_SALES.all(db, team=team, member=member, since=since)
    return [PastSale(int(row.gross), None if row.orders is None else int(row.orders)) for row in rows]


def has_any(db: Connection, team: TeamId) -> bool:
    """Whether the team ever booked anything."""
    return db.execute(select(t.entry.c.id).where(t.entry.c.team_id == team).limit(1)).first() is not None


def _append(db: Connection, entry: Entry, by: MemberId, at: datetime) -> None:
    """Writes the lines of `entry` as its newest revision, and adds them to the totals."""
    rows: list[dict[str, Value]] = [
        {
            "team_id": entry.team,
            "entry_id": entry.id,
            "line": number,
            "revision": entry.revision,
            "measure": line.measure,
            "value": line.value,
            "business_date": line.business_date,
            "member_id": line.member,
            "recorded_at": at,
            "recorded_by": by,
        }
        for number, line in enumerate(entry.lines)
    ]
    if rows:
        _NEW_LINE.run_each(db, rows)
        customers.keep_names(db, entry.team, entry.id, entry.revision, entry.lines)
        stock.keep_products(db, entry.team, entry.id, entry.revision, entry.lines)
        totals.add(db, entry.team, entry.lines, sign=1)
    _append_adjustments(db, entry)


def _append_adjustments(db: Connection, entry: Entry) -> None:
    rows = [
        {
            "team_id": entry.team,
            "entry_id": entry.id,
            "line": number,
            "revision": entry.revision,
            "for_day": line.for_day,
        }
        for number, line in enumerate(entry.lines)
        if line.for_day is not None
    ]
    if rows:
        db.execute(_NEW_ADJUSTMENT, rows)


def _this(team: TeamId, entry: EntryId) -> tuple[ColumnElement[bool], ...]:
    return (t.entry.c.team_id == team, t.entry.c.id == entry)


def _existing(db: Connection, team: TeamId, entry: EntryId) -> Entry:
    found = get(db, team, entry)
    if found is None:
        raise LookupError(f"no entry {entry} in team {team}")
    return found


def _whole(db: Connection, row: Found) -> Entry:
    entry = EntryId(row.id)
    lines = _in_force(db, entry)
    revision = _last_revision(db, entry) + (0 if lines else 1)  # undoing is a revision that has no lines
    team, author = TeamId(row.team_id), MemberId(row.author_id)
    return Entry(entry, team, author, row.source, row.source_ref, row.how, row.recorded_at, revision, lines)


def _in_force(db: Connection, entry: EntryId) -> tuple[Line, ...]:
    return tuple(as_line(row) for row in _IN_FORCE.all(db, entry=entry))


def _lines(db: Connection, entry: EntryId, which: ColumnElement[bool]) -> list[Line]:
    rows = db.execute(LINES.where(t.entry_line.c.entry_id == entry, which))
    return [as_line(row) for row in rows]


def _last_revision(db: Connection, entry: EntryId) -> int:
    return _LAST_REVISION.one(db, entry=entry).revision or 0
