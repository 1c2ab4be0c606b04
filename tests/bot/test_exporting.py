"""A process that writes exports: the same file as here, and nothing is left of it."""

from pathlib import Path

import pytest

from bot.exporting import ExportWorker, made_from
from kpi.ids import TeamId
from kpi.message import Export, Form
from storage.database import Database
from tests.storage.given import JUNE, line, report, seller, team


@pytest.fixture
def books(tmp_path: Path) -> tuple[str, Export]:
    """The address of a database in which somebody sold something, and an export of it."""
    url = f"sqlite:///{tmp_path / 'books.db'}"
    database = Database(url)
    database.migrate()
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美 💄", 1)
        report(db, mei, "1", line(mei.id, 128_000))
    database.close()
    return url, Export(Form.CSV, ours.id, mei.id, JUNE, whole=True, names=True)


async def test_the_process_writes_the_same_file_and_is_gone(books: tuple[str, Export]) -> None:
    url, export = books
    worker = ExportWorker(url)
    name, content = await worker.make(export, "zh")
    assert (name, content) == made_from(url, export, "zh")
    assert "小美 💄" in content.decode()
    assert worker.worker.processes == []


async def test_a_team_that_is_gone_is_told_and_the_next_export_is_written(books: tuple[str, Export]) -> None:
    url, export = books
    worker = ExportWorker(url)
    with pytest.raises(LookupError):
        await worker.make(Export(Form.CSV, TeamId(99), None, JUNE), "en")
    assert (await worker.make(export, "en")) == made_from(url, export, "en")
