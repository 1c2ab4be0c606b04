"""A month's board of a thousand sellers with three years behind them: from the daily totals, and added up anew."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import create_engine, func, insert, make_url, select, text

from kpi.entry import Measure
from kpi.ids import MemberId, TeamId
from kpi.period import Grain, period_of
from storage import tables as t
from storage import totals
from storage.connection import Connection
from storage.database import Database
from tests.bench.audience import settle
from tests.bench.rows import Measured
from tests.conftest import PostgresServer

_SELLERS = 1_000
_DAYS = 3 * 365
_LAST = date(2026, 6, 30)
_JUNE = period_of(Grain.MONTH, _LAST)
_ROUNDS = 5
_TEAM = TeamId(1)

# A line a statement would take an hour: each server makes them itself.
_NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count})",
    "postgresql": "WITH n(i) AS (SELECT generate_series(0, {count} - 1))",
}
_DAY = {
    "sqlite": "date('{last}', '-' || (i / {sellers} % {days}) || ' days')",
    "postgresql": "to_char(date '{last}' - (i / {sellers} % {days})::int, 'YYYY-MM-DD')",
}
_UNCHECKED = {"sqlite": "PRAGMA foreign_keys = OFF", "postgresql": "SET session_replication_role = replica"}
_LINES = (
    "INSERT INTO entry_line (id, team_id, entry_id, line, revision, measure, value, business_date, member_id,"
    " recorded_at, recorded_by) {numbers} SELECT i + 1, 1, i + 1, 0, 1, 'gross', 100 + i % 99991, {day},"
    " 1 + i % {sellers}, 0, 1 + i % {sellers} FROM n"
)

Board = dict[MemberId, int]


def figures(folder: Path, sizes: tuple[int, ...]) -> list[Measured]:
    """For each number of entries, on SQLite and on PostgreSQL."""
    server = PostgresServer(folder / "postgresql")
    return [
        figure
        for size in sizes
        for url in (f"sqlite:///{folder / f'history-{size}.db'}", server.url(server.empty()))
        for figure in _of(url, size)
    ]


def _of(url: str, size: int) -> list[Measured]:
    database = Database(url)
    database.migrate()
    with database.write() as db:
        settle(db, 1, datetime(2026, 6, 30, tzinfo=UTC), since=timedelta(days=_DAYS))
        settled = db.execute(select(func.count()).select_from(t.member)).scalar_one()
        more = range(settled + 1, _SELLERS + 1)
        db.execute(
            insert(t.member),
            [{"id": n, "team_id": 1, "name": f"{n}", "administrator": False, "active": True} for n in more],
        )
    _fill(url, size)
    with database.read() as db:
        kept, anew = _seconds(db)
    database.close()
    if make_url(url).get_backend_name() == "sqlite":
        return [Measured("board-sqlite", kept * 1000, size), Measured("board-sqlite-anew", anew * 1000, size)]
    return [Measured("board-postgresql", kept * 1000, size), Measured("board-postgresql-anew", anew * 1000, size)]


def _fill(url: str, size: int) -> None:
    """A line an entry, spread over sellers and days, and the totals of them."""
    address = make_url(url)
    kind = address.get_backend_name()
    engine = create_engine(address.set(drivername="sqlite" if kind == "sqlite" else "postgresql+psycopg"))
    numbers = _NUMBERS[kind].format(count=size)
    day = _DAY[kind].format(last=_LAST, sellers=_SELLERS, days=_DAYS)
    with engine.connect() as db:
        db.execute(text(_UNCHECKED[kind]))
        db.execute(text(_LINES.format(numbers=numbers, day=day, sellers=_SELLERS)))
        totals.rebuild(db, _TEAM)
        db.commit()
        db.execute(text("ANALYZE"))
        db.commit()
    engine.dispose()


def _seconds(db: Connection) -> tuple[float, float]:
    """The medians of interleaved rounds: from the totals, and from the entries. Both must say the same."""
    kept: list[float] = []
    anew: list[float] = []
    for _ in range(_ROUNDS):
        from_totals = _timed(lambda: _kept(db), kept)
        if from_totals != _timed(lambda: _anew(db), anew):
            raise AssertionError("the totals are not what the entries add up to")
    return median(kept), median(anew)


def _timed(board: Callable[[], Board], took: list[float]) -> Board:
    begun = time.perf_counter()
    found = board()
    took.append(time.perf_counter() - begun)
    return found


def _kept(db: Connection) -> Board:
    return {member: sums[Measure.GROSS] for member, sums in totals.by_member(db, _TEAM, _JUNE).items()}


def _anew(db: Connection) -> Board:
    line = t.entry_line.c
    rows = db.execute(
        select(line.member_id, func.sum(line.value).label("value"))
        .where(line.team_id == _TEAM, line.business_date >= _JUNE.start, line.business_date < _JUNE.end)
        .where(line.voided_at.is_(None), line.measure == Measure.GROSS)
        .group_by(line.member_id)
    )
    return {MemberId(row.member_id): int(row.value) for row in rows}
