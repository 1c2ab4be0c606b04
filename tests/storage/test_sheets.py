"""Lists that wait to be confirmed, and the names that members have in them."""

from kpi.ids import TelegramId
from storage import aliases, chats, members, sheets
from storage.database import Database
from tests.storage.given import NOW, group, later, seller, team

OLD, NEW = TelegramId(-100), TelegramId(-1001)


def test_a_list_waits_until_it_is_closed_and_then_says_nothing(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        kept = sheets.keep(db, ours.id, "one", at=NOW, expires_at=later(60))
        assert sheets.get(db, kept.id, later(59)) == kept
        sheets.change(db, kept.id, "two")
        found = sheets.get(db, kept.id, later(59))
        assert found is not None
        assert (found.body, found.closed) == ("two", False)
        sheets.close(db, kept.id, later(1))
        found = sheets.get(db, kept.id, later(2))
        assert found is not None
        assert (found.body, found.closed) == ("", True)


def test_a_list_that_nobody_confirms_is_forgotten_and_its_number_never_used_again(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        first = sheets.keep(db, ours.id, "one", at=NOW, expires_at=later(60))
        assert sheets.get(db, first.id, later(60)) is None
        second = sheets.keep(db, ours.id, "two", at=later(61), expires_at=later(120))
        assert second.id > first.id
        assert sheets.get(db, first.id, later(1)) is None


def test_an_alias_is_whom_it_was_last_said_to_be_and_nobody_who_left(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        aliases.remember(db, ours.id, "花开", mei.id)
        aliases.remember(db, ours.id, "花开", ken.id)
        aliases.remember(db, ours.id, "富贵", mei.id)
        assert aliases.of_team(db, ours.id) == {"花开": ken.id, "富贵": mei.id}
        members.set_active(db, ours.id, ken.id, active=False)
        assert aliases.of_team(db, ours.id) == {"富贵": mei.id}


def test_aliases_and_lists_go_with_the_team_that_is_folded_into_another(database: Database) -> None:
    with database.write() as db:
        known, ahead = team(db, OLD), team(db, NEW)
        mei, again = seller(db, known, "小美", 1), seller(db, ahead, "小美", 1)
        ken = seller(db, ahead, "Ken", 2)
        aliases.remember(db, known.id, "花开", mei.id)
        aliases.remember(db, ahead.id, "花开", ken.id)
        aliases.remember(db, ahead.id, "富贵", again.id)
        kept = sheets.keep(db, ahead.id, "one", at=NOW, expires_at=later(60))
        chats.move_chat(db, OLD, NEW)
        assert aliases.of_team(db, known.id) == {"花开": ken.id, "富贵": mei.id}
        found = sheets.get(db, kept.id, NOW)
        assert found is not None
        assert found.team == known.id
        assert group(db, NEW).id == known.chat
