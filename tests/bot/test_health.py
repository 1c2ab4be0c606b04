"""What a port of this machine tells of the bot."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.alive import is_alive
from bot.health import Figures, HealthServer
from bot.settings import Settings
from tests.journeys.world import World

NOW = datetime(2026, 6, 8, 10, 12, tzinfo=UTC)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    here = World(tmp_path, NOW)
    await here.start()
    yield here
    here.database.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def drawn(_: object) -> bytes:
    return b""


async def test_the_figures_and_the_health_are_answered(world: World, tmp_path: Path) -> None:
    figures = Figures(world.pulse, world.database, tmp_path / "bot.db", lambda: world.now, world._seconds)
    port = free_port()
    server = HealthServer(port, world.pulse, figures)
    runner = await server.start()
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/bot.db", metrics_port=port)
    try:
        async with ClientSession(f"http://127.0.0.1:{port}") as client:
            assert (await client.get("/healthz")).status == 503
            assert not await asyncio.to_thread(is_alive, settings, world.now)
            world.pulse.ticked()
            world.pulse.received(7)
            await figures.timed(drawn)(None)
            logging.getLogger("bot.receive").warning("no updates from Telegram (%s)", "NetworkError")
            world.now += timedelta(seconds=30)
            assert (await client.get("/healthz")).status == 200
            assert await asyncio.to_thread(is_alive, settings, world.now)
            text = await (await client.get("/metrics")).text()
    finally:
        await server.stop(runner)
    size = (tmp_path / "bot.db").stat().st_size
    for line in (
        "updates_total 7.0",
        "lag_seconds 30.0",
        "tick_age_seconds 30.0",
        "outbox_messages 0.0",
        "outbox_age_seconds 0.0",
        "posts_late 0.0",
        'errors_total{error="NetworkError"} 1.0',
        "chart_seconds_count 1.0",
        f"database_bytes {float(size)}",
    ):
        assert f"longhubang_{line}\n" in text or f"longhubang_{line.rpartition(' ')[0]} {size:e}" in text, line
    assert is_alive(settings, datetime.now(UTC)) is False  # nothing answers any more: the file says how old it is


async def test_a_port_that_is_taken_does_not_keep_the_bot_down(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = int(other.getsockname()[1])
        figures = Figures(world.pulse, world.database, None, lambda: world.now, world._seconds)
        server = HealthServer(port, world.pulse, figures)
        await server.stop(await server.start())
    assert f"METRICS_PORT {port} cannot be used" in caplog.text
