"""What a seller's reports usually count."""

from datetime import timedelta

from kpi.entry import Measure
from storage import entries, usual
from storage.database import Database
from tests.storage.given import MONDAY, NOW, line, report, seller, team


def test_the_newest_counts_in_force_since_that_day_are_the_members_own(database: Database) -> None:
    with database.write() as db:
        here = team(db)
        mei, ken = seller(db, here, "小美", 1), seller(db, here, "Ken", 2)
        new, day = Measure.NEW_CUSTOMERS, timedelta(days=1)
        for number, (member, count, when) in enumerate(
            [(mei, 1, MONDAY - day), (mei, 2, MONDAY), (mei, 3, MONDAY - 9 * day), (ken, 4, MONDAY)]
        ):
            report(db, member, f"1:{number}", line(member.id, count, new, when), line(member.id, 900, day=when))
        undone = report(db, mei, "1:9", line(mei.id, 500, new))
        entries.replace(db, here.id, undone.id, (), by=mei.id, at=NOW)
        assert usual.counts(db, here.id, mei.id, new, MONDAY - 7 * day) == [2, 1]
        assert usual.counts(db, here.id, mei.id, Measure.ORDERS, MONDAY - 7 * day) == []
