"""`/healthz` and `/metrics` on a port of this machine alone, for who sets METRICS_PORT.

Counts are taken when they are asked for, in a thread, and the database is asked at most once a minute.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric, SummaryMetricFamily
from prometheus_client.registry import Collector

from bot.alive import HOST, Pulse
from bot.logs import error_class
from storage import health
from storage.connection import DatabaseError
from storage.database import Database

log = logging.getLogger(__name__)

_AGAIN = timedelta(minutes=1)
_TEXT = "text/plain; version=0.0.4; charset=utf-8"
Draw = Callable[[object], Awaitable[bytes]]


class ErrorCount(logging.Handler):
    """Counts what is logged as a warning or worse, by the class of the error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.counts: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        if (name := error_class(record)) is not None:
            self.counts[name] += 1


class Figures(Collector):
    """What is known of the process and of its database. `file` holds the books; None for PostgreSQL."""

    def __init__(
        self,
        pulse: Pulse,
        database: Database,
        file: Path | None,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
    ) -> None:
        self._pulse = pulse
        self._database = database
        self._file = file
        self._clock = clock
        self._monotonic = monotonic
        self._looked: tuple[datetime, health.Health] | None = None
        self._charts = 0
        self._drawn_for = 0.0  # seconds
        self.errors = ErrorCount()

    def timed(self, draw: Draw) -> Draw:
        """`draw`, counted."""

        async def drawn(spec: object) -> bytes:
            start = self._monotonic()
            try:
                return await draw(spec)
            finally:
                self._charts += 1
                self._drawn_for += self._monotonic() - start

        return drawn

    def describe(self) -> Iterator[Metric]:
        """Nothing, lest being registered ask the database."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        yield from self._of_loops()
        yield SummaryMetricFamily(
            "longhubang_chart_seconds", "Drawing of charts.", count_value=self._charts, sum_value=self._drawn_for
        )
        errors = CounterMetricFamily("longhubang_errors", "Warnings and errors in the log.", labels=["error"])
        for name, n in sorted(self.errors.counts.items()):
            errors.add_metric([name], n)
        yield errors
        try:
            yield from self._of_books(self._health())
        except (DatabaseError, OSError) as error:
            log.warning("the database could not be counted (%s)", type(error).__name__)

    def _of_loops(self) -> Iterator[Metric]:
        pulse = self._pulse
        yield CounterMetricFamily("longhubang_updates", "Updates received and stored.", value=pulse.updates)
        lag, tick = pulse.since(pulse.received_at), pulse.since(pulse.ticked_at)
        if lag is not None:
            yield _gauge("lag_seconds", "Since updates were last received and stored, or none came.", lag)
        if tick is not None:
            yield _gauge("tick_age_seconds", "Since what is due was last made.", tick)

    def _of_books(self, found: health.Health) -> Iterator[Metric]:
        age = 0.0 if found.oldest is None else max(0.0, (self._clock() - found.oldest).total_seconds())
        yield _gauge("outbox_messages", "Messages that wait to be sent.", found.waiting)
        yield _gauge("outbox_age_seconds", "How long the first of them waits.", age)
        yield _gauge("posts_late", "Posts of the last week that came late.", found.late)
        yield _gauge("posts_skipped", "Posts of the last week that came too late to be made.", found.skipped)
        yield _gauge("updates_failed", "Updates of the last day that met a defect.", found.failed)
        lost = GaugeMetricFamily("longhubang_messages_lost", "Messages given up in the last week.", labels=["reason"])
        for reason, n in found.lost:
            lost.add_metric([reason], n)
        yield lost
        if self._file is not None:
            yield _gauge("database_bytes", "Size of the books.", self._file.stat().st_size)

    def _health(self) -> health.Health:
        now = self._clock()
        if self._looked is None or not timedelta() <= now - self._looked[0] < _AGAIN:
            with self._database.read() as db:
                self._looked = now, health.look(db, now)
        return self._looked[1]


def _gauge(name: str, meaning: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"longhubang_{name}", meaning, value=value)


class HealthServer:
    """Answers at `port` of this machine."""

    def __init__(self, port: int, pulse: Pulse, figures: Figures) -> None:
        self._port = port
        self._pulse = pulse
        self._figures = figures
        self._registry = CollectorRegistry()
        self._registry.register(figures)

    def application(self) -> web.Application:
        """The routes, also for tests."""
        application = web.Application()
        application.router.add_get("/healthz", self._healthz)
        application.router.add_get("/metrics", self._metrics)
        return application

    async def start(self) -> web.AppRunner:
        """Serves until the runner is cleaned up. A port that is taken is logged: the bot goes on without."""
        logging.getLogger().addHandler(self._figures.errors)
        runner = web.AppRunner(self.application(), access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, HOST, self._port).start()
        except OSError as error:
            log.error("METRICS_PORT %d cannot be used (%s)", self._port, type(error).__name__)  # noqa: TRY400 - the class says it
        return runner

    async def stop(self, runner: web.AppRunner) -> None:
        """Ends what `start` began."""
        logging.getLogger().removeHandler(self._figures.errors)
        await runner.cleanup()

    async def _healthz(self, _: web.Request) -> web.Response:
        if self._pulse.fresh():
            return web.Response(text="ok\n")
        return web.Response(text="stale\n", status=HTTPStatus.SERVICE_UNAVAILABLE)

    async def _metrics(self, _: web.Request) -> web.Response:
        body = await asyncio.to_thread(generate_latest, self._registry)
        return web.Response(body=body, headers={"Content-Type": _TEXT})
