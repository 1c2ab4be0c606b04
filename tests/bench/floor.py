"""The least that storing and answering takes in Python: `floor API_URL DATABASE [silent]`.

aiohttp and sqlite3 without a bot library. A batch is one transaction and is acknowledged after its commit; with
`silent` nothing is answered.
"""

import asyncio
import html
import json
import sqlite3
import sys
from typing import TypedDict

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from tests.bench import rival
from tests.bench.service import TOKEN

_CONNECTIONS = 100
_POLL = 25  # seconds


class Party(TypedDict):
    """A chat or a person."""

    id: int
    first_name: str


Message = TypedDict("Message", {"message_id": int, "from": Party, "chat": Party, "text": str})


class Update(TypedDict):
    """An update, as far as it is read."""

    update_id: int
    message: Message


def opened(database: str) -> sqlite3.Connection:
    """The database, as safe as ours: a commit is on the disk."""
    db = sqlite3.connect(database, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.executescript(rival.SCHEMA)
    return db


class Floor:
    """A bot that knows `/sale` and nothing else."""

    def __init__(self, session: ClientSession, db: sqlite3.Connection, address: str) -> None:
        self._session = session
        self._db = db
        self._address = address

    async def run(self, *, silent: bool) -> None:
        """Works until it is stopped."""
        offset, answering = 0, set[asyncio.Task[None]]()
        while True:
            asked = {"offset": offset, "timeout": _POLL}
            async with self._session.post(f"{self._address}/getUpdates", json=asked) as reply:
                updates: list[Update] = json.loads(await reply.read())["result"]
            if not updates:
                continue
            offset = updates[-1]["update_id"] + 1
            for answer in self._store(updates):
                if not silent:
                    task = asyncio.create_task(self._say(answer))
                    answering.add(task)
                    task.add_done_callback(answering.discard)

    def _store(self, updates: list[Update]) -> list[dict[str, object]]:
        self._db.execute("BEGIN IMMEDIATE")
        answers = [answer for update in updates if (answer := self._report(update["message"])) is not None]
        self._db.execute("COMMIT")
        return answers

    def _report(self, message: Message) -> dict[str, object] | None:
        chat, seller = message["chat"]["id"], message["from"]
        sold = rival.sale(message["text"], chat=chat, message=message["message_id"], seller=seller["id"])
        if sold is None:
            return None
        entry = self._db.execute(rival.INSERT, sold.row).lastrowid or 0
        standing = self._db.execute(rival.STANDING, sold.asked).fetchone()
        keyboard = [[{"text": text, "callback_data": data} for text, data in rival.buttons(entry)]]
        text = rival.card(sold, html.escape(seller["first_name"]), entry, standing)
        return {
            "chat_id": chat,
            "text": text,
            "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": keyboard},
        }

    async def _say(self, answer: dict[str, object]) -> None:
        async with self._session.post(f"{self._address}/sendMessage", json=answer) as reply:
            await reply.read()


async def main(api_url: str, database: str, *options: str) -> None:
    """Runs until it is stopped."""
    timeout = ClientTimeout(total=None)
    async with ClientSession(connector=TCPConnector(limit=_CONNECTIONS), timeout=timeout) as session:
        floor = Floor(session, opened(database), f"{api_url}/bot{TOKEN}")
        await floor.run(silent="silent" in options)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
