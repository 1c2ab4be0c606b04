"""The process as whoever runs it sees it: it starts, stops, stands by, and keeps the token to itself."""

import asyncio
from pathlib import Path

from bot.demo.telegram import Fault
from tests.journeys.process import TOKEN, kill, staged, team_of, terminate

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


async def test_the_token_is_in_no_log_whatever_goes_wrong(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage, asyncio.timeout(_PATIENCE):
        group, sellers = team_of(stage, 3)
        for fault in (Fault.BAD_GATEWAY, Fault.BAD_JSON, Fault.RESET, Fault.UNAUTHORIZED):
            stage.telegram.faults.next("sendMessage", fault)
            stage.telegram.faults.next("getMe", fault) if fault is Fault.BAD_GATEWAY else None
        process = await stage.start(LOG_LEVEL="DEBUG", PYTHONASYNCIODEBUG="1")
        for seller in sellers:
            stage.telegram.write(seller, group, "/sale 1 100")
        await stage.until_acknowledged()
        assert await terminate(process) == 0
        assert "getMe" in stage.log or "sendMessage" in stage.log  # the library's own lines are there
        assert TOKEN not in stage.log
        assert TOKEN.partition(":")[2] not in stage.log


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
