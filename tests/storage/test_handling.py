"""Orders that were shipped, and sales that wait for it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from kpi.entry import Entry, Line, Measure
from kpi.ids import MemberId
from kpi.processing import Shipped
from kpi.team import Member, Team
from storage import entries, handling
from storage.database import Database
from tests.storage.given import JUNE, MONDAY, NOW, line, report, seller, team

LIMIT = timedelta(hours=48)


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as db:
        yield db


@pytest.fixture
def shop(db: Connection) -> Team:
    return team(db)


@pytest.fixture
def mei(db: Connection, shop: Team) -> Member:
    return seller(db, shop, "小美", 1)


def shipping(member: MemberId, *handled: tuple[int, int]) -> list[Line]:
    """Lines of orders with the minutes that each of them took."""
    return [
        line
        for orders, minutes in handled
        for line in (
            Line(Measure.SHIPPED, orders, MONDAY, member),
            Line(Measure.HANDLING_MINUTES, orders * minutes, MONDAY, member),
        )
    ]


def sale(db: Connection, mei: Member, ref: str) -> Entry:
    return report(db, mei, ref, line(mei.id, 100), line(mei.id, 2, Measure.ORDERS))


def marked(db: Connection, mei: Member, ref: str, *sales: Entry) -> Entry:
    made = report(db, mei, ref, *shipping(mei.id, (2, 60)))
    handling.mark(db, mei.team, made.id, [one.id for one in sales])
    return made


def test_orders_stand_with_the_minutes_of_each(db: Connection, shop: Team, mei: Member) -> None:
    report(db, mei, "1", *shipping(mei.id, (3, 360), (1, 1800)))
    assert handling.shipped(db, shop.id, JUNE) == {mei.id: [Shipped(360, 3), Shipped(1800)]}


def test_what_is_undone_was_not_shipped(db: Connection, shop: Team, mei: Member) -> None:
    made = report(db, mei, "1", *shipping(mei.id, (3, 360)))
    entries.replace(db, shop.id, made.id, (), by=mei.id, at=NOW)
    assert handling.shipped(db, shop.id, JUNE) == {}
    entries.restore(db, shop.id, made.id, by=mei.id, at=NOW)
    assert handling.shipped(db, shop.id, JUNE) == {mei.id: [Shipped(360, 3)]}


def test_a_team_that_marks_nothing_has_nothing_overdue(db: Connection, shop: Team, mei: Member) -> None:
    sale(db, mei, "1")
    assert handling.overdue(db, shop.id, NOW + timedelta(days=3), LIMIT) == []
    assert [one.orders for one in handling.unshipped(db, shop.id, NOW, lately=True)] == [2]


def test_req_28_a_sale_is_overdue_until_it_is_shipped(db: Connection, shop: Team, mei: Member) -> None:
    first, second = sale(db, mei, "1"), sale(db, mei, "2")
    marked(db, mei, "3", first)
    late = NOW + LIMIT + timedelta(minutes=1)
    assert [one.entry for one in handling.overdue(db, shop.id, late, LIMIT)] == [second.id]
    assert handling.overdue(db, shop.id, NOW + LIMIT, LIMIT) == []
    marked(db, mei, "4", second)
    assert handling.overdue(db, shop.id, late, LIMIT) == []


def test_a_sale_waits_again_when_its_mark_is_undone(db: Connection, shop: Team, mei: Member) -> None:
    first, second = sale(db, mei, "1"), sale(db, mei, "2")
    marked(db, mei, "3", first)
    mark = marked(db, mei, "4", second)
    assert handling.shipped_by(db, shop.id, second.id) == mark.id
    entries.replace(db, shop.id, mark.id, (), by=mei.id, at=NOW)
    assert handling.shipped_by(db, shop.id, second.id) is None
    assert [one.entry for one in handling.unshipped(db, shop.id, NOW)] == [second.id]


def test_an_undone_sale_waits_for_nothing(db: Connection, shop: Team, mei: Member) -> None:
    first, second = sale(db, mei, "1"), sale(db, mei, "2")
    marked(db, mei, "3", first)
    entries.replace(db, shop.id, second.id, (), by=mei.id, at=NOW)
    assert handling.unshipped(db, shop.id, NOW) == []


def test_a_mark_says_anew_which_sales_it_means(db: Connection, shop: Team, mei: Member) -> None:
    first, second = sale(db, mei, "1"), sale(db, mei, "2")
    made = marked(db, mei, "3", first)
    handling.mark(db, shop.id, made.id, [second.id])
    assert handling.marked(db, shop.id, made.id) == (second.id,)
