"""What stands in the books after all that happened."""

from kpi.entry import Measure
from storage.database import Database
from storage.tables import entry_line


def amounts(database: Database) -> list[int]:
    """The amounts that are in force, in cents, in the order in which they were stored."""
    with database.read() as db:
        in_force = (entry_line.c.measure == Measure.GROSS, entry_line.c.voided_at.is_(None))
        rows = db.execute(entry_line.select().where(*in_force).order_by(entry_line.c.id))
        return [line.value for line in rows]


def disordered(found: list[int], written: dict[int, int]) -> int:
    """Reports that were stored before an earlier one of the same seller. `written` says whose an amount is.

    Amounts rise as they are written.
    """
    latest: dict[int, int] = {}
    wrong = 0
    for cents in found:
        seller = written[cents]
        wrong += cents < latest.get(seller, 0)
        latest[seller] = max(cents, latest.get(seller, 0))
    return wrong
