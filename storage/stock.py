"""Stock: what came in, was counted and was sold of each product. It follows from steps and lines in force."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from kpi.entry import Line
from kpi.ids import EntryId, MemberId, TeamId
from kpi.stock import Ledger, Move, Step
from storage import tables as t
from storage.prepared import Found, Prepared
from storage.rows import insert_once

_move, _line, _named = t.stock_move.c, t.entry_line.c, t.line_product.c
_IN_FORCE = Prepared(
    select(t.stock_move)
    .where(_move.team_id == bindparam("team"), _move.voided_at.is_(None))
    .order_by(_move.business_date, _move.id)
)
_LINES = t.line_product.join(
    t.entry_line,
    and_(*(_named[name] == _line[name] for name in ("entry_id", "line", "revision"))),
)
_BOUGHT = (_named.team_id == bindparam("team"), _line.voided_at.is_(None))
_SOLD = Prepared(
    select(_named.product, _line.business_date, func.sum(_line.value).label("pieces"))
    .select_from(_LINES)
    .where(*_BOUGHT, _line.business_date >= bindparam("since"))
    .group_by(_named.product, _line.business_date)
)
# A report that is corrected later was still made when it was made.
_AFTER = Prepared(
    select(_move.id, func.sum(_line.value).label("pieces"))
    .select_from(_LINES.join(t.entry, t.entry.c.id == _named.entry_id))
    .join(
        t.stock_move,
        (_move.team_id == _named.team_id)
        & (_move.product == _named.product)
        & (_move.business_date == _line.business_date)
        & (_move.made_at < t.entry.c.recorded_at),
    )
    .where(*_BOUGHT, _move.voided_at.is_(None))
    .group_by(_move.id)
)
_PRODUCTS = Prepared(
    select(_move.product).where(_move.team_id == bindparam("team"), _move.voided_at.is_(None)).distinct()
)
_ANY = Prepared(select(_move.id).where(_move.team_id == bindparam("team"), _move.voided_at.is_(None)).limit(1))


@dataclass(frozen=True, slots=True)
class Written:
    """A step as it stands in the books, of the product called `name`."""

    key: str
    name: str
    move: Move
    by: MemberId


def add(
    db: Connection,
    team: TeamId,
    product: tuple[str, str],
    step: Step,
    *,
    pieces: int,
    cost: int | None,
    day: date,
    by: MemberId,
    at: datetime,
) -> int:
    """Writes a step of `product`, its key and its name, down: its number."""
    key, name = product
    values = {
        "team_id": team,
        "product": key,
        "name": name,
        "step": step,
        "pieces": pieces,
        "cost_minor": cost,
        "business_date": day,
        "made_by": by,
        "made_at": at,
    }
    number: int = db.execute(insert(t.stock_move).values(values).returning(_move.id)).scalar_one()
    return number


def get(db: Connection, team: TeamId, number: int) -> Written | None:
    """The step, unless it was taken back."""
    row = db.execute(
        select(t.stock_move).where(_move.team_id == team, _move.id == number, _move.voided_at.is_(None))
    ).first()
    return None if row is None else Written(row.product, row.name, _as_move(row), MemberId(row.made_by))


def take_back(db: Connection, team: TeamId, number: int, *, by: MemberId, at: datetime) -> None:
    """The step counts no more."""
    this = (_move.team_id == team, _move.id == number)
    db.execute(update(t.stock_move).where(*this).values(voided_at=at, voided_by=by))


def is_kept(db: Connection, team: TeamId) -> bool:
    """Whether the team keeps books of its stock at all."""
    return _ANY.first(db, team=team) is not None


def products(db: Connection, team: TeamId) -> frozenset[str]:
    """The keys of the products that the team keeps books of."""
    return frozenset(row.product for row in _PRODUCTS.all(db, team=team))


def ledgers(db: Connection, team: TeamId) -> list[Ledger]:
    """All products of the team, by their names as they were written last."""
    moves: dict[str, list[Found]] = {}
    for row in _IN_FORCE.all(db, team=team):
        moves.setdefault(row.product, []).append(row)
    if not moves:
        return []
    sold, after = _sold(db, team, min(rows[0].business_date for rows in moves.values())), _after(db, team)
    found = [
        Ledger(key, rows[-1].name, tuple(map(_as_move, rows)), sold.get(key, {}), after) for key, rows in moves.items()
    ]
    return sorted(found, key=lambda ledger: ledger.name)


def _sold(db: Connection, team: TeamId, since: date) -> Mapping[str, Mapping[date, int]]:
    found: defaultdict[str, dict[date, int]] = defaultdict(dict)
    for row in _SOLD.all(db, team=team, since=since):
        found[row.product][row.business_date] = int(row.pieces)
    return found


def _after(db: Connection, team: TeamId) -> Mapping[int, int]:
    return {row.id: int(row.pieces) for row in _AFTER.all(db, team=team)}


def keep_products(db: Connection, team: TeamId, entry: EntryId, revision: int, lines: Sequence[Line]) -> None:
    """Writes down which products the new lines of an entry are about."""
    keep_each(db, team, ((entry, revision, number, line) for number, line in enumerate(lines)))


def keep_each(db: Connection, team: TeamId, lines: Iterable[tuple[EntryId, int, int, Line]]) -> None:
    """The same of many entries: each line with its entry, revision and number."""
    rows = [
        {"team_id": team, "entry_id": entry, "revision": revision, "line": number, "product": line.product}
        for entry, revision, number, line in lines
        if line.product is not None
    ]
    if rows:
        db.execute(insert(t.line_product), rows)


def low(db: Connection, team: TeamId) -> set[str]:
    """The keys of the products that leads were told are running low."""
    return set(db.execute(select(t.low_stock.c.product).where(t.low_stock.c.team_id == team)).scalars())


def set_low(db: Connection, team: TeamId, product: str) -> bool:
    """Remembers that leads are told of it: whether they were not yet."""
    return insert_once(db, t.low_stock, {"team_id": team, "product": product})


def recovered(db: Connection, team: TeamId, products: Collection[str]) -> None:
    """The next time that these run low, leads are told again."""
    db.execute(delete(t.low_stock).where(t.low_stock.c.team_id == team, t.low_stock.c.product.in_(products)))


def _as_move(row: Found) -> Move:
    return Move(row.id, row.step, row.pieces, row.cost_minor, row.business_date)
