"""CPU per report and reports a second: our bot, one on aiogram, and the floor, in front of the same service.

Ours sends at the pace that Telegram allows, 24 messages a second, so receiving and sending are measured apart:
first how fast reports are stored with their answers queued, then what each answer takes while the queue is sent. The
CPU of the few answers that leave during the first part is taken off. The others answer as they go.
"""

import asyncio
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median

from tests.bench import crowd
from tests.bench.process import OTHER_PYTHON, Bot, other, ours
from tests.bench.rows import Measured
from tests.bench.service import Service

LATENCIES = (0.0, 0.05)  # seconds
_WARM_UP = 200  # reports that load what is loaded late


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: reports in a round, rounds, and for how many seconds answers are watched."""

    reports: int
    rounds: int
    sending: float


@dataclass(frozen=True, slots=True)
class Round:
    """CPU in milliseconds, reports a second, and memory in megabytes at the end."""

    stored: float = 0.0
    answer: float = 0.0
    whole: float = 0.0
    rate: float = 0.0
    resident: float = 0.0


async def figures(folder: Path, size: Size) -> list[Measured]:
    """All rounds, interleaved, as medians."""
    rounds: dict[tuple[str, float], list[Round]] = {}
    for number in range(size.rounds):
        for latency in LATENCIES:
            for name, measure in _BOTS.items():
                here = folder / f"{name}-{number}-{latency}"
                here.mkdir()
                rounds.setdefault((name, latency), []).append(await measure(here, latency, size))
    return _told({key: _middle(found) for key, found in rounds.items()})


def _middle(rounds: list[Round]) -> Round:
    return Round(*(median(getattr(one, field.name) for one in rounds) for field in fields(Round)))


def _told(found: dict[tuple[str, float], Round]) -> list[Measured]:
    return [*_cpu(found), *_memory(found), *_rates(found)]


def _cpu(found: dict[tuple[str, float], Round]) -> Iterator[Measured]:
    for latency in LATENCIES:
        ours, aiogram, floor, _ = (found[name, latency] for name in _BOTS)
        yield Measured("cpu-ours", ours.whole, _ms(latency))
        if not latency:
            yield Measured("cpu-stored", ours.stored)
            yield Measured("cpu-answer", ours.answer)
        yield Measured("cpu-aiogram", aiogram.whole, _ms(latency))
        yield Measured("cpu-floor", floor.whole, _ms(latency))
        if not latency:
            yield Measured("cpu-silent", found["silent", latency].whole)
        yield Measured("cpu-ratio", aiogram.whole / ours.whole, _ms(latency))


def _memory(found: dict[tuple[str, float], Round]) -> Iterator[Measured]:
    yield Measured("memory-ours", found["ours", 0.0].resident)
    yield Measured("memory-aiogram", found["aiogram", 0.0].resident)


def _rates(found: dict[tuple[str, float], Round]) -> Iterator[Measured]:
    for latency in LATENCIES:
        ours, aiogram, floor, silent = (found[name, latency] for name in _BOTS)
        yield Measured("rate-ours", ours.rate, _ms(latency))
        yield Measured("rate-aiogram", aiogram.rate, _ms(latency))
        yield Measured("rate-floor", floor.rate, _ms(latency))
        yield Measured("rate-silent", silent.rate, _ms(latency))


def _ms(latency: float) -> int:
    return round(latency * 1000)


async def _ours(folder: Path, latency: float, size: Size) -> Round:
    file = Path(shutil.copy(folder.parent / "settled.db", folder / "bot.db"))
    service = Service(latency)
    async with ours(await service.start(), file) as bot:
        await service.until(lambda: service.polled)
        await _stored(service, 1, _WARM_UP)
        first, begun, used = len(service.answers), time.perf_counter(), bot.cpu
        await _stored(service, _WARM_UP + 1, size.reports)
        took, storing, sent = time.perf_counter() - begun, bot.cpu - used, len(service.answers) - first
        answer = await _answer(service, bot, size.sending)
        memory = bot.resident
    service.stop()
    stored = (storing - sent * answer) / size.reports * 1000
    return Round(stored, answer * 1000, stored + answer * 1000, size.reports / took, memory)


async def _stored(service: Service, first: int, count: int) -> None:
    """Hands out reports and waits until all are acknowledged, which is after their commit."""
    service.put(crowd.sales(first, count))
    await service.until(lambda: service.waiting == 0)


async def _answer(service: Service, bot: Bot, seconds: float) -> float:
    """Seconds of CPU for each message that leaves while nothing comes in."""
    sent, used = len(service.answers), bot.cpu
    await asyncio.sleep(seconds)
    return (bot.cpu - used) / max(1, len(service.answers) - sent)


async def _aiogram(folder: Path, latency: float, size: Size) -> Round:
    return await _other("aiogram_bot", OTHER_PYTHON, folder, latency, size)


async def _floor(folder: Path, latency: float, size: Size) -> Round:
    return await _other("floor", Path(sys.executable), folder, latency, size)


async def _silent(folder: Path, latency: float, size: Size) -> Round:
    return await _other("floor", Path(sys.executable), folder, latency, size, "silent")


async def _other(module: str, python: Path, folder: Path, latency: float, size: Size, *options: str) -> Round:
    service = Service(latency)
    async with other(module, python, await service.start(), folder / "bot.db", *options) as bot:
        await service.until(lambda: service.polled)
        await _done(service, 1, _WARM_UP, answered="silent" not in options)
        begun, used = time.perf_counter(), bot.cpu
        await _done(service, _WARM_UP + 1, size.reports, answered="silent" not in options)
        took, cpu = time.perf_counter() - begun, bot.cpu - used
        memory = bot.resident
    service.stop()
    return Round(whole=cpu / size.reports * 1000, rate=size.reports / took, resident=memory)


async def _done(service: Service, first: int, count: int, *, answered: bool) -> None:
    """Hands out reports and waits until all are acknowledged, and answered where they are."""
    before = len(service.answers)
    service.put(crowd.sales(first, count))
    wanted = count if answered else 0
    await service.until(lambda: service.waiting == 0 and len(service.answers) - before >= wanted)


_BOTS = {"ours": _ours, "aiogram": _aiogram, "floor": _floor, "silent": _silent}
