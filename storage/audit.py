"""Who changed what and when.

Corrections of entries are told by the revisions of their lines. What changes besides (settings, targets, roles, locks)
is written down here, in the words' keys and frozen values, as the outbox has them: keys that were used are never given
another meaning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    cast,
    exists,
    func,
    insert,
    literal,
    literal_column,
    null,
    or_,
    select,
    true,
    union_all,
)

from kpi.ids import EntryId, MemberId, TeamId
from kpi.message import Say, decode_say, encode_say
from kpi.period import Period
from storage import tables as t
from storage.rows import Found

_Rows = Select[*tuple[Any, ...]]
_line = t.entry_line.c
_CHANGED = literal_column(
    "(entry_line.revision > 1 OR entry_line.voided_at IS NOT NULL)", Boolean
)  # the words of the partial index


@dataclass(frozen=True, slots=True)
class Change:
    """Something else than an entry that was changed: `old` is None for what is new, `new` for what says it all."""

    at: datetime
    by: MemberId
    what: Say
    old: Say | None
    new: Say | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What happened to an entry: it was made as `revision` says or, with `undone`, taken back from there."""

    at: datetime
    by: MemberId
    entry: EntryId
    revision: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes: those of an entry, by or about a member, and those made within or for a period.

    `since` and `until` are the instants between which the days of `period` lie. Of an entry its making is one, too.
    """

    entry: EntryId | None = None
    member: MemberId | None = None
    period: Period | None = None
    since: datetime | None = None
    until: datetime | None = None


def note(
    db: Connection,
    team: TeamId,
    *,
    by: MemberId,
    at: datetime,
    what: Say,
    old: Say | None = None,
    new: Say | None = None,
    member: MemberId | None = None,
    period: Period | None = None,
) -> None:
    """Writes a change down; `member` and `period` are whom and which days it concerns."""
    values = {
        "team_id": team,
        "at": at,
        "by_id": by,
        "member_id": member,
        "start_day": period.start if period else None,
        "end_day": period.end if period else None,
        "what": encode_say(what),
        "old": encode_say(old) if old else None,
        "new": encode_say(new) if new else None,
    }
    db.execute(insert(t.audit).values(values))


def changes(db: Connection, team: TeamId, wanted: Wanted, *, most: int, after: int = 0) -> list[Change | Turn]:
    """The newest `most` changes, without the first `after` of them."""
    parts = [*_turns(team, wanted), *([] if wanted.entry is not None else [_others(team, wanted)])]
    whole = union_all(*parts).subquery()
    newest = select(whole).order_by(whole.c.at.desc(), whole.c.number.desc(), whole.c.undone.desc())
    return [_change(row) for row in db.execute(newest.limit(most).offset(after))]


def _turns(team: TeamId, wanted: Wanted) -> Iterator[_Rows]:
    """Entries as they were corrected or restored, as they were taken back, and as adjustments were made."""
    made = (_line.recorded_at, _line.recorded_by)
    following = t.entry_line.alias()
    followed = exists().where(following.c.entry_id == _line.entry_id, following.c.revision == _line.revision + 1)
    adjusting = select(t.adjustment.c.entry_id).where(t.adjustment.c.team_id == team)
    all_of_one = wanted.entry is not None
    yield _turn(team, wanted, *made, undone=False).where(true() if all_of_one else _CHANGED & (_line.revision > 1))
    yield _turn(team, wanted, _line.voided_at, _line.voided_by, undone=True).where(_CHANGED, ~followed)
    if not all_of_one:
        yield _turn(team, wanted, *made, undone=False).where(_line.revision == 1, _line.entry_id.in_(adjusting))


def _turn(team: TeamId, wanted: Wanted, at: ColumnElement[datetime], by: ColumnElement[int], *, undone: bool) -> _Rows:
    return (
        select(
            at.label("at"),
            by.label("by"),
            _line.entry_id.label("entry_id"),
            func.max(_line.id).label("number"),
            _line.revision.label("revision"),
            literal(int(undone)).label("undone"),
            *(cast(null(), Text).label(name) for name in ("what", "old", "new")),
        )
        .where(_line.team_id == team, at.is_not(None), *_about(team, wanted, at, by))
        .group_by(at, by, _line.entry_id, _line.revision)
    )


def _about(
    team: TeamId, wanted: Wanted, at: ColumnElement[datetime], by: ColumnElement[int]
) -> Iterator[ColumnElement[bool]]:
    """Which lines are asked for."""
    if wanted.entry is not None:
        yield _line.entry_id == wanted.entry
    told = t.entry_line.alias()
    of_team = select(told.c.entry_id).where(told.c.team_id == team)
    if wanted.member is not None:
        authored = select(t.entry.c.id).where(t.entry.c.team_id == team, t.entry.c.author_id == wanted.member)
        named = of_team.where(told.c.member_id == wanted.member)
        yield or_(by == wanted.member, _line.entry_id.in_(named), _line.entry_id.in_(authored))
    if wanted.period is not None:
        day = told.c.business_date
        for_it = of_team.where(day >= wanted.period.start, day < wanted.period.end)
        yield or_(_between(at, wanted), _line.entry_id.in_(for_it))


def _others(team: TeamId, wanted: Wanted) -> _Rows:
    column = t.audit.c
    found = select(
        column.at,
        column.by_id.label("by"),
        cast(null(), Integer).label("entry_id"),
        column.id.label("number"),
        *(cast(null(), Integer).label(name) for name in ("revision", "undone")),
        column.what,
        column.old,
        column.new,
    ).where(column.team_id == team)
    if wanted.member is not None:
        found = found.where(or_(column.by_id == wanted.member, column.member_id == wanted.member))
    if wanted.period is not None:
        touches = (column.start_day < wanted.period.end) & (column.end_day > wanted.period.start)
        found = found.where(or_(_between(column.at, wanted), touches))
    return found


def _between(at: ColumnElement[datetime], wanted: Wanted) -> ColumnElement[bool]:
    return (at >= wanted.since) & (at < wanted.until)


def _change(row: Found) -> Change | Turn:
    by = MemberId(row.by)
    if row.entry_id is not None:
        return Turn(row.at, by, EntryId(row.entry_id), row.revision, bool(row.undone))
    old, new = (decode_say(side) if side else None for side in (row.old, row.new))
    return Change(row.at, by, decode_say(row.what), old, new)
