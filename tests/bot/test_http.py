"""The request layer against a real server on the loopback address."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.errors import Ambiguous, Unsent
from bot.http import TelegramBot, connect

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz0123456"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Service:
    """A Bot API server that answers as the test says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answer: Answer = _ok({"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}})
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.files: list[tuple[str, bytes]] = []

    async def handle(self, request: web.Request) -> web.StreamResponse:
        form = await request.json() if request.content_type == "application/json" else await request.post()
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        self.files += [(v.filename, v.file.read()) for v in form.values() if isinstance(v, web.FileField)]
        self.asked.append((request.path, fields))
        return await self.answer(request)


def _ok(result: object) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": True, "result": result})

    return answer


def _error(status: int, **body: object) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": False, "error_code": status, **body}, status=status)

    return answer


async def _reset(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def _broken_json(_: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>", content_type="application/json")


@pytest.fixture
async def service() -> AsyncIterator[tuple[Service, TelegramBot]]:
    here = Service()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", here.handle)
    server = TestServer(application)
    await server.start_server()
    bot = connect(TOKEN, str(server.make_url("")).rstrip("/"))
    await bot._request[0].initialize()
    await bot._request[1].initialize()
    yield here, bot
    await bot._request[0].shutdown()
    await bot._request[1].shutdown()
    await server.close()


async def test_a_text_arrives_as_it_was_written(service: tuple[Service, TelegramBot]) -> None:
    here, bot = service
    await bot.send_message(1, "小美 💄 <b>x</b> & =+\n", message_thread_id=3)
    path, fields = here.asked[0]
    assert path == f"/bot{TOKEN}/sendMessage"
    assert fields["text"] == "小美 💄 <b>x</b> & =+\n"
    assert (fields["chat_id"], fields["message_thread_id"]) == ("1", "3")


async def test_a_picture_is_uploaded(service: tuple[Service, TelegramBot]) -> None:
    here, bot = service
    await bot.send_photo(1, b"\x89PNG\r\n\x00", caption="图")
    assert here.files[0][1] == b"\x89PNG\r\n\x00"
    assert here.asked[0][1]["caption"] == "图"


async def test_updates_come_as_telegram_sends_them(service: tuple[Service, TelegramBot]) -> None:
    here, bot = service
    here.answer = _ok([{"update_id": 5, "a kind that does not exist yet": {}}])
    raws = await bot.raw_updates(offset=5, limit=100, patience=0, kinds=("message", "chat_member"))
    assert raws == [{"update_id": 5, "a kind that does not exist yet": {}}]
    assert json.loads(here.asked[0][1]["allowed_updates"]) == ["message", "chat_member"]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (_error(400, description="Bad Request: chat not found"), BadRequest),
        (_error(400, description="x", parameters={"migrate_to_chat_id": -1001}), ChatMigrated),
        (_error(401, description="Unauthorized"), InvalidToken),
        (_error(403, description="Forbidden: bot was blocked by the user"), Forbidden),
        (_error(404, description="Not Found"), InvalidToken),
        (_error(429, description="x", parameters={"retry_after": 3}), RetryAfter),
        (_error(502, description="Bad Gateway"), NetworkError),
        (_reset, Ambiguous),
    ],
)
async def test_an_error_keeps_its_kind_and_hides_the_token(
    service: tuple[Service, TelegramBot], answer: Answer, error: type[Exception]
) -> None:
    here, bot = service
    here.answer = answer
    with pytest.raises(error) as raised:
        await bot.send_message(1, "x")
    assert TOKEN not in str(raised.value)
    assert not isinstance(raised.value, Unsent)


async def test_an_answer_that_is_no_json_is_neither_unsent_nor_a_rejection(
    service: tuple[Service, TelegramBot],
) -> None:
    here, bot = service
    here.answer = _broken_json
    with pytest.raises(Exception, match="Invalid server response") as raised:
        await bot.send_message(1, "x")
    assert not isinstance(raised.value, (Unsent, BadRequest))


async def test_no_answer_in_time_is_ambiguous(service: tuple[Service, TelegramBot]) -> None:
    here, bot = service
    leave = asyncio.Event()

    async def silent(_: web.Request) -> web.StreamResponse:
        await leave.wait()
        return web.Response()

    here.answer = silent
    with pytest.raises(Ambiguous):
        await bot.send_message(1, "x", read_timeout=0.05)
    leave.set()


async def test_a_refused_connection_is_certainly_unsent() -> None:
    bot = connect(TOKEN, f"http://127.0.0.1:{unused_port()}")
    await bot._request[1].initialize()
    with pytest.raises(Unsent) as raised:
        await bot.send_message(1, "x")
    assert TOKEN not in str(raised.value)
    await bot._request[1].shutdown()


async def test_a_closed_pool_is_certainly_unsent() -> None:
    with pytest.raises(Unsent):
        await connect(TOKEN, "http://127.0.0.1:9").send_message(1, "x")
