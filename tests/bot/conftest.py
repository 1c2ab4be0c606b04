"""What the tests of `bot/` share."""

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.bot.shop import Shop


@pytest.fixture
def shop(sqlite_database: Database) -> Iterator[Shop]:
    """A team without people yet, in an open transaction."""
    with sqlite_database.write() as db:
        yield Shop(db)
