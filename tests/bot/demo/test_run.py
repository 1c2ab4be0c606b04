"""The demo puts a bot between an in-memory Telegram and a page, and takes everything down again."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.demo.run import HOST, NoPortError, Stage, run_demo
from bot.demo.sample import OPENING
from kpi.period import Grain, period_of
from storage import chats, teams, totals
from storage.database import Database

LAST_PORT = 65535
NOW = datetime(2026, 6, 8, 7, 30, tzinfo=UTC)


def free_port() -> int:
    with socket.create_server((HOST, 0)) as listening:
        return int(listening.getsockname()[1])


@dataclass
class Show:
    """A demo that a test runs with a bot of its own."""

    folder: Path
    port: int
    said: list[str] = field(default_factory=list)

    async def run(self, bot: Callable[[Stage, asyncio.Event], Awaitable[None]]) -> None:
        async with asyncio.timeout(20):
            await run_demo(
                bot,
                asyncio.Event(),
                real=lambda: NOW,
                folder=self.folder,
                port=self.port,
                language="en",
                tell=self.said.append,
            )


@pytest.fixture
def show(tmp_path: Path) -> Show:
    return Show(tmp_path, free_port())


async def method(stage: Stage, name: str) -> object:
    async with aiohttp.ClientSession() as web, web.get(f"{stage.api_url}/bot{stage.token}/{name}") as answer:
        return (await answer.json())["result"]


async def test_the_bot_finds_its_books_a_telegram_with_news_and_the_demos_clock(show: Show) -> None:
    async def bot(stage: Stage, _stop: asyncio.Event) -> None:
        database = Database(stage.database_url)
        with database.read() as db:
            (team,) = teams.active(db)
        database.close()
        assert team.name == "花花美妆"
        updates = await method(stage, "getUpdates")
        assert isinstance(updates, list)
        assert "my_chat_member" in updates[0]
        assert stage.clock() == NOW

    await show.run(bot)


async def test_the_first_report_waits_for_the_bots_greeting(show: Show) -> None:
    async def bot(stage: Stage, _stop: asyncio.Event) -> None:
        before = await method(stage, "getUpdates")
        assert isinstance(before, list)
        assert OPENING not in [update.get("message", {}).get("text") for update in before]
        database = Database(stage.database_url)
        with database.read() as db:
            group = chats.chat(db, teams.active(db)[0].chat).telegram_id
        database.close()
        await method(stage, f"sendMessage?chat_id={group}&text=hello")
        after = await method(stage, f"getUpdates?timeout=10&offset={before[-1]['update_id'] + 1}")
        assert isinstance(after, list)
        assert [update["message"]["text"] for update in after] == [OPENING]

    await show.run(bot)


async def test_when_the_clock_moves_into_another_day_the_team_has_sold_before_the_bot_looks(show: Show) -> None:
    sold: list[int] = []

    async def bot(stage: Stage, _stop: asyncio.Event) -> None:
        tomorrow = period_of(Grain.DAY, NOW.date() + timedelta(days=1))
        database = Database(stage.database_url)

        def look() -> None:
            with database.read() as db:
                sold.append(len(totals.by_member(db, teams.active(db)[0].id, tomorrow)))

        stage.clock.when_moved(look)
        stage.clock.move_to(NOW + timedelta(hours=6))
        stage.clock.move_to(NOW + timedelta(hours=30))
        database.close()

    await show.run(bot)
    nobody, somebody = sold
    assert nobody == 0
    assert somebody > 0


async def test_it_says_where_the_page_is_and_the_page_is_there(show: Show) -> None:
    async def bot(stage: Stage, _stop: asyncio.Event) -> None:
        assert stage.api_url == f"http://{HOST}:{show.port}"
        assert any(stage.api_url in sentence for sentence in show.said)
        async with aiohttp.ClientSession() as web, web.get(stage.api_url) as answer:
            assert answer.content_type == "text/html"

    await show.run(bot)
    assert len(show.said) == 1


async def test_when_the_port_is_taken_it_takes_the_next_free_one(show: Show) -> None:
    addresses: list[str] = []

    async def bot(stage: Stage, _stop: asyncio.Event) -> None:
        addresses.append(stage.api_url)

    with socket.create_server((HOST, show.port)):
        await show.run(bot)
    (address,) = addresses
    assert int(address.rpartition(":")[2]) > show.port


async def test_when_no_port_is_free_it_says_so(tmp_path: Path) -> None:
    async def bot(_stage: Stage, _stop: asyncio.Event) -> None:
        raise AssertionError

    with socket.create_server((HOST, LAST_PORT)), pytest.raises(NoPortError, match=str(LAST_PORT)):
        await Show(tmp_path, LAST_PORT).run(bot)


async def test_nothing_listens_after_the_bot_has_ended_even_while_a_page_waits_for_news(show: Show) -> None:
    async def bot(stage: Stage, _stop: asyncio.Event) -> None:
        async with aiohttp.ClientSession() as web:
            async with web.get(f"{stage.api_url}/chat/people") as answer:
                person = (await answer.json())[0]["id"]
            address = f"{stage.api_url}/chat/state?person={person}"
            async with web.get(address) as answer:
                version = (await answer.json())["version"]
            page = asyncio.create_task(
                asyncio.to_thread(_wait, show.port, f"/chat/state?person={person}&since={version}")
            )
            await asyncio.wait({page}, timeout=0.1)
            waiting.append(page)

    waiting: list[asyncio.Task[bytes]] = []
    await show.run(bot)
    assert (await waiting[0]).startswith(b"HTTP/1.1 200")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, show.port))


def _wait(port: int, path: str) -> bytes:
    """The answer to one request, read to its end."""
    with socket.create_connection((HOST, port), timeout=10) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
        return line.makefile("rb").read()
