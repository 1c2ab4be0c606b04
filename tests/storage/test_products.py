"""What a team sells is known by the names its reports gave it."""

from kpi.ids import TelegramId
from storage import chats, products
from storage.database import Database
from tests.storage.given import NOW, later, team


def test_each_team_knows_its_own_goods_once_the_newest_first(database: Database) -> None:
    with database.write() as db:
        ours, theirs = team(db, -1).id, team(db, -2).id
        products.saw(db, ours, ("面膜", "serum"), NOW)
        products.saw(db, ours, ("面膜", "口红"), later(5))
        products.saw(db, theirs, ("奶粉",), NOW)
        assert products.names(db, ours) == ("口红", "serum", "面膜")
        assert products.names(db, theirs) == ("奶粉",)


def test_the_goods_of_two_teams_that_become_one_are_known_once(database: Database) -> None:
    with database.write() as db:
        known, ahead = team(db, -100).id, team(db, -1001).id
        products.saw(db, known, ("面膜", "口红"), NOW)
        products.saw(db, ahead, ("口红", "奶粉"), later(5))
        chats.move_chat(db, TelegramId(-100), TelegramId(-1001))
        assert sorted(products.names(db, known)) == sorted(("面膜", "口红", "奶粉"))
