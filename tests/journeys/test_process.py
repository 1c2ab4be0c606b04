"""The process as whoever runs it sees it: it starts, stops and stands by. What it writes: `tests/chaos/secrecy.py`."""

import asyncio
import os
import re
from http import HTTPStatus
from pathlib import Path

from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from bot.demo.telegram import Fault
from tests.journeys.process import kill, staged, team_of, terminate

_PATIENCE = 60  # seconds


async def test_it_ends_with_code_0_when_asked_idle_and_busy(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage, asyncio.timeout(_PATIENCE):
        idle = await stage.start()
        await stage.until_requests(2)
        assert await terminate(idle) == 0
        group, sellers = team_of(stage, 5)
        stage.telegram.faults.next("sendMessage", Fault.HANG, times=2)
        busy = await stage.start()
        for seller in sellers:
            stage.telegram.write(seller, group, "/sale 1 100")
        await stage.until_acknowledged()
        assert await terminate(busy) == 0


async def test_a_second_process_stands_by_and_takes_over(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage, asyncio.timeout(_PATIENCE):
        _, sellers = team_of(stage, 1)
        first = await stage.start()
        await stage.until_acknowledged()
        second = await stage.start()
        stage.telegram.write(sellers[0], sellers[0], "/sale 1 100")
        await stage.until_acknowledged()
        await kill(first)
        stage.telegram.write(sellers[0], sellers[0], "/sale 1 101")
        await stage.until_acknowledged()
        assert second.returncode is None
        assert "409" not in stage.log
        assert await terminate(second) == 0


async def test_it_says_over_http_what_it_did_and_whether_it_works(tmp_path: Path) -> None:
    port = unused_port()
    async with (
        staged(tmp_path) as stage,
        asyncio.timeout(_PATIENCE),
        ClientSession(f"http://127.0.0.1:{port}") as client,
    ):
        _, (seller,) = team_of(stage, 1)
        await stage.start(METRICS_PORT=str(port))
        await stage.until_acknowledged()
        before = await _updates(client)
        stage.telegram.write(seller, seller, "/sale 1 100")
        await stage.until_acknowledged()
        assert await _updates(client) == before + 1
        assert (await client.get("/healthz")).status == HTTPStatus.OK
        os.utime(tmp_path / "alive", (0, 0))  # nothing came for years
        assert (await client.get("/healthz")).status == HTTPStatus.SERVICE_UNAVAILABLE


async def _updates(client: ClientSession) -> float:
    """How many updates it says it has stored."""
    found = re.search(r"^longhubang_updates_total (\S+)$", await (await client.get("/metrics")).text(), re.MULTILINE)
    assert found is not None
    return float(found[1])
