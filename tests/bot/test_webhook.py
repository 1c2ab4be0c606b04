"""Updates that Telegram brings: only with the secret, stored before they are acknowledged, left to polling again."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from sqlalchemy.exc import OperationalError

from bot.command import Answers, Capability, answer
from bot.command import Request as Asked
from bot.demo.telegram import Fault
from bot.webhook import LARGEST, PATH, Webhook
from kpi.message import say
from storage.tables import entry
from tests.journeys.world import World

SECRET = "s3cret"
_PATIENCE = 20  # seconds, for a receiver that never lets go
HEADER = "X-Telegram-Bot-Api-Secret-Token"
MEI = {"id": 42, "is_bot": False, "first_name": "Mei", "language_code": "en"}
GROUP = {"id": -1001, "type": "supergroup", "title": "Team"}

Client = TestClient[Request, Application]
odd = Capability()
troubles: list[Exception] = []


@odd.command("odd")
def fail(_: Asked) -> Answers:
    if troubles:
        raise troubles.pop()
    return (answer(say("not-counted")),)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    here = World(tmp_path, datetime(2026, 6, 8, 10, 12, tzinfo=UTC), more=(odd,))
    await here.start()
    yield here
    here.database.close()


@pytest.fixture
async def client(world: World) -> AsyncIterator[Client]:
    dispatch = world.receiver._dispatch
    hook = Webhook(world.bot, dispatch, url="https://bot.example", secret=SECRET, port=1, pulse=world.pulse)
    async with TestClient(TestServer(hook.application())) as found:
        yield found


def update(number: int, text: str) -> dict[str, object]:
    sent = int(datetime(2026, 6, 8, 10, 12, tzinfo=UTC).timestamp())
    message = {"message_id": number, "date": sent, "chat": GROUP, "from": MEI, "text": text}
    return {"update_id": number, "message": message}


def booked(world: World) -> int:
    with world.database.read() as db:
        return len(db.execute(entry.select()).all())


async def test_what_telegram_brings_is_booked_once(world: World, client: Client) -> None:
    for _ in range(2):
        answered = await client.post(PATH, json=update(7, "/sale 1 100"), headers={HEADER: SECRET})
        assert answered.status == 200
    assert booked(world) == 1


@pytest.mark.parametrize("shown", [None, "", "other", "s3cre", "秘密"])
async def test_without_the_secret_nothing_is_read(world: World, client: Client, shown: str | None) -> None:
    headers = {} if shown is None else {HEADER: shown}
    assert (await client.post(PATH, json=update(7, "/sale 1 100"), headers=headers)).status == 403
    assert booked(world) == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"no json", 400), (b"[]", 200), (b'{"update_id": 1, "message": {}}', 200), (b"x" * (LARGEST + 1), 413)],
)
async def test_nonsense_is_answered_and_changes_nothing(world: World, client: Client, body: bytes, status: int) -> None:
    assert (await client.post(PATH, data=BytesIO(body), headers={HEADER: SECRET})).status == status
    assert booked(world) == 0


async def test_what_could_not_be_stored_is_not_acknowledged(client: Client) -> None:
    troubles.append(OperationalError("", {}, sqlite3.OperationalError("disk full")))
    assert (await client.post(PATH, json=update(7, "/odd"), headers={HEADER: SECRET})).status == 500
    assert (await client.post(PATH, json=update(7, "/odd"), headers={HEADER: SECRET})).status == 200


async def test_polling_takes_over_from_the_webhook_of_an_earlier_run(world: World) -> None:
    await world.bot.set_webhook("https://bot.example/telegram", secret_token=SECRET)
    stop = asyncio.Event()

    def stop_after(method: str) -> Fault | None:
        if method == "deleteWebhook":
            stop.set()
        return None

    world.telegram.faults.choose = stop_after
    async with asyncio.timeout(_PATIENCE):
        await world.receiver.run(stop)
    assert world.telegram.updates.webhook == ""
    assert await world.receiver.turn() == 0
