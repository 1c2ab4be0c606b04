"""R10: copies made while sellers report, each restored and added up."""

from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from threading import Event, Thread

from kpi.ids import TeamId
from storage import backups, totals
from tests.chaos.goals import Found, Run
from tests.conftest import migrated
from tests.storage import given

_NOW = datetime(2026, 6, 8, 19, 30, tzinfo=UTC)
_TEAM = TeamId(1)


def copied(run: Run) -> list[Found]:
    """R10."""
    number = run.size(10, 50)
    file = run.folder / "books.db"
    copies = _under_load(file, run.folder / "copies", number)
    unsound = sum(not _is_whole(copy, run.folder / f"{place}" / "books.db") for place, copy in enumerate(copies))
    sizes = [backups.contents(copy).rows["entry"] for copy in copies]
    return [
        Found("copies-unsound", unsound, number),
        Found("copies-backwards", sum(later < earlier for earlier, later in pairwise(sizes)), number),
        Found("copies-grown", sizes[-1] - sizes[0], number),
    ]


def _under_load(file: Path, folder: Path, number: int) -> list[Path]:
    """Copies of books into which somebody writes all the while."""
    database, stop = migrated(f"sqlite:///{file}"), Event()
    with database.write() as db:
        mei = given.seller(db, given.team(db), "小美", 1)

    def sell() -> None:
        for sale in count(2):
            if stop.is_set():
                return
            with database.write() as db:
                given.report(db, mei, f"{sale}", given.line(mei.id, sale))

    seller = Thread(target=sell)
    seller.start()
    try:
        return [backups.back_up(file, folder, _NOW + timedelta(seconds=second)) for second in range(number)]
    finally:
        stop.set()
        seller.join()
        database.close()


def _is_whole(copy: Path, place: Path) -> bool:
    """Whether a copy can be restored, and its totals are what its entries add up to."""
    backups.restore(copy, place, _NOW, replace=False)
    database = migrated(f"sqlite:///{place}")
    with database.write() as db:
        kept = given.gross(db, _TEAM)
        totals.rebuild(db, _TEAM)
        whole = given.gross(db, _TEAM) == kept
    database.close()
    return whole
