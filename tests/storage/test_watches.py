"""What a team watches is kept as it was asked for."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from sqlalchemy import Connection

from kpi.metrics import Metric
from kpi.watch import Side, Watch
from storage import watches
from storage.database import Database
from tests.storage.given import seller, team


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as db:
        yield db


@pytest.mark.parametrize(
    "watch",
    [
        Watch(Metric.AOV, Side.BELOW, Fraction(10_000), of_team=False),
        Watch(Metric.COMPLAINT_RATE, Side.ABOVE, Fraction(2, 100), of_team=False, whole=True),
        Watch(Metric.REPURCHASE, Side.BELOW, Fraction(725, 1000), of_team=True),
    ],
)
def test_a_watch_comes_back_as_it_was_put(db: Connection, watch: Watch) -> None:
    ours = team(db)
    watches.put(db, ours.id, watch)
    assert [found.watch for found in watches.of_team(db, ours.id)] == [watch]


def test_who_is_beyond_a_limit_is_kept_until_they_are_not(db: Connection) -> None:
    ours = team(db)
    mei = seller(db, ours, "小美", 7)
    watches.put(db, ours.id, Watch(Metric.AOV, Side.BELOW, Fraction(1), of_team=False))
    (found,) = watches.of_team(db, ours.id)
    for whose in (None, mei.id):
        watches.set_crossed(db, ours.id, found.id, whose, beyond=True)
    assert watches.crossed(db, ours.id, found.id) == {None, mei.id}
    watches.set_crossed(db, ours.id, found.id, None, beyond=False)
    assert watches.crossed(db, ours.id, found.id) == {mei.id}
    watches.remove(db, ours.id, found.id)
    assert watches.of_team(db, ours.id) == []
    assert watches.crossed(db, ours.id, found.id) == set()
