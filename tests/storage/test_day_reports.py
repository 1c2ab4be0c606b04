"""What a report of the day's totals took the place of is known while that report is in force."""

from datetime import timedelta

from kpi.entry import Measure
from kpi.ids import TelegramId
from storage import chats, day_reports, entries
from storage.database import Database
from storage.day_reports import Replaced
from tests.storage.given import MONDAY, NOW, line, report, seller, team


def test_the_entries_of_a_members_day_are_those_in_force(database: Database) -> None:
    with database.write() as db:
        here = team(db)
        mei, ken = seller(db, here, "小美", 1), seller(db, here, "Ken", 2)
        one = report(db, mei, "1:1", line(mei.id, 100), line(mei.id, 1, Measure.ORDERS))
        report(db, mei, "1:2", line(mei.id, 100, day=MONDAY - timedelta(days=1)))
        both = report(db, mei, "1:3", line(mei.id, 100), line(ken.id, 100))
        undone = report(db, mei, "1:4", line(mei.id, 100))
        entries.replace(db, here.id, undone.id, (), by=mei.id, at=NOW)
        assert sorted(day_reports.of_day(db, here.id, mei.id, MONDAY)) == [one.id, both.id]
        assert day_reports.of_day(db, here.id, ken.id, MONDAY) == [both.id]


def test_a_report_stands_over_what_it_replaced_until_it_is_undone(database: Database) -> None:
    with database.write() as db:
        here = team(db)
        mei = seller(db, here, "小美", 1)
        one, total = report(db, mei, "1:1", line(mei.id, 100)), report(db, mei, "1:2", line(mei.id, 900))
        day_reports.note(db, here.id, total.id, one.id, 1)
        day_reports.note(db, here.id, total.id, one.id, 3)
        assert day_reports.replaced(db, here.id, total.id) == [Replaced(one.id, 3)]
        assert day_reports.over(db, here.id, one.id) == total.id
        assert day_reports.over(db, here.id, total.id) is None
        entries.replace(db, here.id, total.id, (), by=mei.id, at=NOW)
        assert day_reports.over(db, here.id, one.id) is None
        entries.restore(db, here.id, total.id, by=mei.id, at=NOW)
        assert day_reports.over(db, here.id, one.id) == total.id


def test_it_moves_with_a_team_that_is_folded_into_another(database: Database) -> None:
    with database.write() as db:
        known, ahead = team(db, -100), team(db, -1001)
        mei = seller(db, ahead, "小美", 1)
        one, total = report(db, mei, "1:1", line(mei.id, 100)), report(db, mei, "1:2", line(mei.id, 900))
        day_reports.note(db, ahead.id, total.id, one.id, 1)
        chats.move_chat(db, TelegramId(-100), TelegramId(-1001))
        assert day_reports.over(db, known.id, one.id) == total.id
