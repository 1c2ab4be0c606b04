"""The HTTP side is what a Bot API server is."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientError, ClientSession, ClientTimeout, FormData
from aiohttp.test_utils import TestServer

from bot.demo.door import door
from bot.demo.faults import Fault
from bot.demo.values import Object
from bot.errors import Ambiguous
from bot.http import TelegramBot, connect
from tests.bot.demo.conftest import TOKEN, Scene
from tests.bot.demo.pictures import png

SEND = f"/bot{TOKEN}/sendMessage"


@pytest.fixture
async def server(scene: Scene) -> AsyncIterator[TestServer]:
    running = TestServer(door(scene.telegram))
    async with running:
        yield running


@pytest.fixture
async def client(server: TestServer) -> AsyncIterator[ClientSession]:
    async with ClientSession(server.make_url("/")) as session:
        yield session


@pytest.fixture
async def bot(server: TestServer) -> AsyncIterator[TelegramBot]:
    async with connect(TOKEN, str(server.make_url("")).rstrip("/")) as made:
        yield made


async def test_the_bots_own_request_layer_gets_through(scene: Scene, bot: TelegramBot) -> None:
    scene.telegram.write(scene.mei, scene.group, "/sale 3 299")
    (update,) = await bot.raw_updates(offset=None, limit=100, patience=0, kinds=("message",))
    assert isinstance(update["message"], dict)
    assert update["message"]["text"] == "/sale 3 299"
    await bot.send_photo(scene.group.id, png(), caption="本周 📈")
    assert (scene.last().photo, scene.last().text) == (png(), "本周 📈")


async def test_a_long_poll_ends_when_somebody_writes(scene: Scene, bot: TelegramBot) -> None:
    poll = asyncio.create_task(bot.raw_updates(offset=None, limit=100, patience=25, kinds=("message",)))
    await bot.get_me()
    scene.telegram.write(scene.mei, scene.group, "x")
    assert len(await poll) == 1


async def test_a_file_is_found_under_its_path(scene: Scene, bot: TelegramBot, client: ClientSession) -> None:
    sent = await bot.send_document(scene.group.id, b"a,b", filename="a.csv")
    assert sent.document
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b"
    assert (await client.get(f"/file/bot{TOKEN}/documents/nothing")).status == 404


def as_form(parameters: Object) -> FormData:
    form = FormData()
    for name, value in parameters.items():
        form.add_field(name, str(value))
    return form


def as_multipart(parameters: Object) -> FormData:
    form = as_form(parameters)
    form.add_field("unused", b"", filename="unused")
    return form


@pytest.mark.parametrize("way", ["json", "query", "urlencoded", "multipart"])
async def test_parameters_come_in_four_ways(scene: Scene, client: ClientSession, way: str) -> None:
    sent: Object = {"chat_id": scene.group.id, "text": f"by {way}"}
    match way:
        case "json":
            answer = await client.post(SEND, json=sent)
        case "query":
            answer = await client.get(SEND, params={name: str(value) for name, value in sent.items()})
        case "urlencoded":
            answer = await client.post(SEND, data=as_form(sent))
        case _:
            answer = await client.post(SEND, data=as_multipart(sent))
    assert (answer.status, (await answer.json())["ok"]) == (200, True)
    assert scene.last().text == f"by {way}"


async def test_a_refusal_has_the_status_of_its_code(scene: Scene, client: ClientSession) -> None:
    answer = await client.post(SEND, json={"chat_id": scene.group.id, "text": "<b>", "parse_mode": "HTML"})
    assert answer.status == 400
    assert await answer.json() == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    }


@pytest.mark.parametrize("path", ["/bot5:other/getMe", "/file/bot5:other/photos/file_1"])
async def test_another_token_is_unauthorized(client: ClientSession, path: str) -> None:
    assert (await client.get(path)).status == 401


async def test_a_method_that_is_not_known_is_not_found(scene: Scene, client: ClientSession) -> None:
    assert (await client.get(f"/bot{TOKEN}/sendDice")).status == 404
    assert scene.telegram.unknown == ["sendDice"]


async def test_a_reset_breaks_the_connection_after_the_deed(scene: Scene, client: ClientSession) -> None:
    scene.telegram.faults.next("sendMessage", Fault.RESET)
    with pytest.raises(ClientError):
        await client.post(SEND, json={"chat_id": scene.group.id, "text": "x"})
    assert scene.last().text == "x"


async def test_a_request_that_hangs_is_carried_out_and_never_answered(scene: Scene, client: ClientSession) -> None:
    scene.telegram.faults.next("sendMessage", Fault.HANG)
    with pytest.raises(TimeoutError):
        await client.post(SEND, json={"chat_id": scene.group.id, "text": "x"}, timeout=ClientTimeout(total=0.2))
    assert scene.last().text == "x"


async def test_a_bad_gateway_and_half_an_answer_come_after_the_deed(scene: Scene, client: ClientSession) -> None:
    scene.telegram.faults.next("sendMessage", Fault.BAD_GATEWAY)
    scene.telegram.faults.next("sendMessage", Fault.BAD_JSON)
    gateway = await client.post(SEND, json={"chat_id": scene.group.id, "text": "x"})
    assert (gateway.status, gateway.content_type) == (502, "text/html")
    half = await client.post(SEND, json={"chat_id": scene.group.id, "text": "y"})
    with pytest.raises(json.JSONDecodeError):
        json.loads(await half.read())
    assert [m.text for m in scene.telegram.messages(scene.group)] == ["x", "y"]


async def test_the_bots_own_layer_calls_a_lost_answer_ambiguous(scene: Scene, bot: TelegramBot) -> None:
    scene.telegram.faults.next("sendMessage", Fault.RESET)
    with pytest.raises(Ambiguous):
        await bot.send_message(scene.group.id, "x")
    assert scene.last().text == "x"
