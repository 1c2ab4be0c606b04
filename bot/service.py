"""What the process itself knows: who runs it, since when it is up, and where its files are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kpi.ids import TelegramId
from kpi.message import Lane, Message, Say, encode, joined, say
from storage import backups, chats, outbox
from storage.connection import Connection
from storage.health import Health
from storage.outbox import Outgoing

_MOST_REASONS = 5
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Service:
    """`database` is the file with the books, None for PostgreSQL; `started` is in UTC."""

    started: datetime
    operators: frozenset[TelegramId] = frozenset()
    database: Path | None = None
    backups: Path = Path("backups")

    def lines(self, health: Health, now: datetime) -> Iterator[Say]:
        """How it is doing, line by line. Times are in UTC."""
        yield say("status-up", since=_at(self.started), teams=health.teams, members=health.members)
        yield say("status-reports", n=health.reports)
        yield say("status-waiting", n=health.waiting, minutes=_minutes(health.oldest, now))
        yield say("status-posts", late=health.late, skipped=health.skipped)
        yield say("status-lost", n=sum(messages for _, messages in health.lost))
        reasons = [say("status-reason", reason=reason or "?", n=n) for reason, n in health.lost[:_MOST_REASONS]]
        if reasons:
            yield say("status-reasons", reasons=joined(*reasons))
        yield say("status-failed", n=health.failed)
        yield say("status-unreachable", n=health.unreachable)
        yield from self._files()

    def _files(self) -> Iterator[Say]:
        if self.database is None:
            yield say("status-postgresql")
            return
        yield say("status-size", megabytes=-(-self.database.stat().st_size // _MEGABYTE))
        copies = backups.copies(self.backups)
        yield say("status-backup", at=_at(backups.made_at(copies[-1]))) if copies else say("status-no-backup")


def tell_operators(db: Connection, service: Service, now: datetime, *lines: Say) -> None:
    """Writes to whoever runs the bot, as far as they have a private chat with it."""
    for operator in sorted(service.operators):
        chat = chats.chat_of(db, operator)
        if chat is not None and chat.active:
            outbox.put(db, Outgoing(chat.id, encode(Message(lines)), Lane.BROADCAST, scheduled=True), now)


def _at(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _minutes(since: datetime | None, now: datetime) -> int:
    """Whole minutes since then; 0 for nothing."""
    return 0 if since is None else max(0, int((now - since).total_seconds() // 60))
