"""The team that the tests of handlers talk to, in both languages."""

from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import Connection

from bot.command import Capability
from handlers.help import Section, helping
from handlers.settings import settings
from handlers.setup import setup
from handlers.start import starting
from handlers.target import deciding, target
from handlers.target_parts import parting
from handlers.team import team
from storage.database import Database
from tests.handlers.stage import Stage


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Every test that asks for it runs in both."""
    return str(request.param)


@pytest.fixture
def db(sqlite_database: Database) -> Iterator[Connection]:
    with sqlite_database.write() as connection:
        yield connection


@pytest.fixture
def capabilities() -> Sequence[Capability]:
    own = (team, target, parting, settings, setup)
    return (*own, starting(own, {}), helping((Section("team", own),)), deciding(frozenset()))


@pytest.fixture
def stage(db: Connection, language: str, capabilities: Sequence[Capability]) -> Stage:
    """The team in either language."""
    return Stage(db, language, capabilities)


@pytest.fixture
def chinese(db: Connection, capabilities: Sequence[Capability]) -> Stage:
    """The team in Chinese, for what only Chinese people write."""
    return Stage(db, "zh", capabilities)


@pytest.fixture
def english(db: Connection, capabilities: Sequence[Capability]) -> Stage:
    return Stage(db, "en", capabilities)
