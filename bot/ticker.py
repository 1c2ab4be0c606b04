"""The second loop: every 15 seconds, what is due and not yet made is made.

APScheduler drives it with one interval job. A clock that is set back stops such a job for as long, so a monotonic
watchdog starts it anew.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot import pk, team_pk
from bot.events import KEPT
from bot.live import find_outdated, renew
from bot.parting import announce
from bot.quiet import Quiet
from bot.tick import Missing, find_due, make
from bot.waiting import rest
from storage import fading, open_reports, outbox, personal, questions, removal, sheets, trials, updates
from storage.connection import Connection
from storage.database import Database

log = logging.getLogger(__name__)

EVERY = 15  # seconds
_OVERDUE = 30.0  # seconds
_LOOK = 5.0  # seconds between two looks of the watchdog
_KEYS_LIVE = timedelta(hours=48)  # Telegram redelivers for 24
_SENT_LIVES = timedelta(days=7)
_PRUNE_EVERY = timedelta(hours=1)
_FADE_EVERY = timedelta(days=1)
# A post takes 2 to 3 ms, during which no report can be stored; so few are made in one transaction.
AT_ONCE = 40
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Ticker:
    """Makes what is due. `clock` gives aware UTC, `monotonic` seconds; `made` is called when something was,
    `ticked` when all that was due is made.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
        made: Callable[[], None],
        ticked: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._monotonic = monotonic
        self._made = made
        self._ticked = ticked
        self._quiet = Quiet()
        self._last_tick = monotonic()
        self._last_prune = self._last_fade = _LONG_AGO
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    async def run(self, stop: asyncio.Event) -> None:
        """Ticks until `stop` is set."""
        self._schedule()
        self._scheduler.start()
        try:
            while not stop.is_set():
                await rest(stop, _LOOK)
                if self._monotonic() - self._last_tick > _OVERDUE:
                    log.warning("the tick is overdue and is started anew")
                    self._schedule()
        finally:
            self._scheduler.shutdown(wait=False)

    def soon(self) -> None:
        """Ticks at once, for a clock that was moved by hand."""
        self._schedule()

    async def tick(self) -> int:
        """One look: how many posts were made."""
        self._last_tick = self._monotonic()
        total, now = 0, self._clock()
        try:
            if await asyncio.to_thread(self._prune, now):
                self._made()
            missing = await asyncio.to_thread(self._find, now)
            for start in range(0, len(missing), AT_ONCE):
                total += await asyncio.to_thread(self._make, missing[start : start + AT_ONCE], now)
                self._made()
            for due in (self._settle_pks, self._renew):
                if await asyncio.to_thread(due, now):
                    self._made()
            self._ticked()
        except Exception:
            log.exception("what is due could not be made")
        return total

    def _schedule(self) -> None:
        self._scheduler.add_job(
            self.tick,
            IntervalTrigger(seconds=EVERY, timezone=UTC),
            id="tick",
            replace_existing=True,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
            next_run_time=datetime.now(UTC),  # the scheduler's own clock, whatever ours says
        )

    def _find(self, now: datetime) -> list[Missing]:
        with self._database.read() as db:
            return list(find_due(db, now, self._quiet))

    def _make(self, missing: Sequence[Missing], now: datetime) -> int:
        with self._database.write() as db:
            return make(db, missing, now)

    def _renew(self, now: datetime) -> int:
        """Says live cards anew that show too little: how many."""
        with self._database.read() as db:
            hushed = trials.hushed(db, now)
            outdated = [(team, card) for team, card in find_outdated(db, now) if team.id not in hushed]
        if outdated:
            with self._database.write() as db:
                for team, card in outdated:
                    renew(db, team, card)
        return len(outdated)

    def _settle_pks(self, now: datetime) -> int:
        """Ends the PKs whose time is over: how many."""
        with self._database.read() as db:
            hushed = trials.hushed(db, now)
            of_sellers = [(team, one) for team, one in pk.find_due(db, now) if team.id not in hushed]
            of_teams = team_pk.find_due(db, now)
        if of_sellers or of_teams:
            with self._database.write() as db:
                for team, one in of_sellers:
                    pk.settle(db, team, one, now)
                for due in of_teams:
                    team_pk.settle(db, due, now)
        return len(of_sellers) + len(of_teams)

    def _prune(self, now: datetime) -> int:
        """Forgets once an hour what is of no use any more: how many were told of what goes next."""
        if now - self._last_prune < _PRUNE_EVERY:
            return 0
        with self._database.write() as db:
            updates.prune(db, now - _KEYS_LIVE)
            outbox.prune(db, now - _SENT_LIVES)
            open_reports.prune(db, now - open_reports.KEPT)
            questions.prune(db, now - open_reports.KEPT)
            sheets.prune(db, now)
            for team in trials.made_before(db, now - trials.LIVES):
                trials.end(db, team)
            personal.forget_chats(db)
            told = announce(db, now)
        self._purge(now)
        self._fade(now)
        self._last_prune = now
        return told

    def _purge(self, now: datetime) -> None:
        """Removes the teams whose group has been without the bot for long, in pieces that hold nobody up."""
        with self._database.read() as db:
            gone = personal.abandoned(db, now - KEPT)
        for team, _ in gone:
            self._in_pieces(partial(removal.remove_piece, team=team))

    def _fade(self, now: datetime) -> None:
        """Empties once a day the words that teams keep for so long only."""
        if now - self._last_fade < _FADE_EVERY:
            return
        with self._database.read() as db:
            kept = fading.terms(db, now)
        for days in kept:
            self._in_pieces(partial(fading.fade_piece, days=days, now=now))
        self._last_fade = now

    def _in_pieces(self, piece: Callable[[Connection], bool]) -> None:
        """Does all of something that says when it is done, in transactions that hold nobody up."""
        done = False
        while not done:
            with self._database.write() as db:
                done = piece(db)
