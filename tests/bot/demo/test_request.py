"""The in-process request layer fails as the one over HTTP does, and after the deed where Telegram does."""

import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.demo.faults import Fault
from bot.demo.request import MemoryRequest
from bot.errors import Ambiguous, Unsent
from tests.bot.demo.conftest import TOKEN, Scene

FAULTS = [
    (Fault.HANG, Ambiguous, True),
    (Fault.RESET, Ambiguous, True),
    (Fault.BAD_GATEWAY, NetworkError, True),
    (Fault.BAD_JSON, TelegramError, True),
    (Fault.REFUSED, Unsent, False),
    (Fault.UNAUTHORIZED, InvalidToken, False),
    (Fault.NOT_FOUND, InvalidToken, False),
    (Fault.CONFLICT, Conflict, False),
    (Fault.TOO_MANY, RetryAfter, False),
    (Fault.FORBIDDEN, Forbidden, False),
    (Fault.THREAD_NOT_FOUND, BadRequest, False),
    (Fault.NOT_ENOUGH_RIGHTS, BadRequest, False),
]


def test_every_fault_is_tried() -> None:
    assert {fault for fault, _, _ in FAULTS} == set(Fault)


@pytest.mark.parametrize(("fault", "error", "delivered"), FAULTS)
async def test_a_fault_meets_one_request(
    scene: Scene, fault: Fault, error: type[TelegramError], *, delivered: bool
) -> None:
    scene.telegram.faults.next("sendMessage", fault)
    with pytest.raises(TelegramError) as raised:
        await scene.bot.send_message(scene.group.id, "x")
    assert type(raised.value) is error
    assert len(scene.telegram.messages(scene.group)) == int(delivered)
    scene.clock.move(seconds=2)
    await scene.bot.send_message(scene.group.id, "y")
    assert scene.last().text == "y"


async def test_faults_come_in_the_order_of_the_script_and_for_their_method_only(scene: Scene) -> None:
    scene.telegram.faults.next("getUpdates", Fault.UNAUTHORIZED, times=2)
    scene.telegram.faults.next("getUpdates", Fault.REFUSED)
    await scene.say("x")
    for error in (InvalidToken, InvalidToken, Unsent):
        with pytest.raises(error):
            await scene.bot.get_updates()
    assert await scene.bot.get_updates() == ()


async def test_a_pause_that_was_asked_for_is_enforced(scene: Scene) -> None:
    scene.telegram.faults.next("sendMessage", Fault.TOO_MANY, retry_after=30)
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await scene.bot.send_message(scene.group.id, "x")
    assert [chat for chat, _ in scene.telegram.flood.too_early] == [scene.group.id]
    scene.clock.move(seconds=30)
    await scene.bot.send_message(scene.group.id, "x")


async def test_faults_can_be_chosen_request_by_request(scene: Scene) -> None:
    scene.telegram.faults.choose = lambda method: Fault.HANG if method == "sendMessage" else None
    with pytest.raises(Ambiguous):
        await scene.bot.send_message(scene.group.id, "x")
    await scene.bot.get_me()
    scene.telegram.faults.clear()
    await scene.bot.send_message(scene.group.id, "y")


async def test_an_error_names_neither_token_nor_address(scene: Scene) -> None:
    for fault in (Fault.HANG, Fault.RESET, Fault.REFUSED):
        scene.telegram.faults.next("sendMessage", fault)
        with pytest.raises(NetworkError) as raised:
            await scene.bot.send_message(scene.group.id, "x")
        assert "test" not in str(raised.value)
        assert "http" not in str(raised.value)


async def test_a_path_without_a_file_is_not_found(scene: Scene) -> None:
    answer = await MemoryRequest(scene.telegram).do_request(f"https://host/file/bot{TOKEN}/photos/nothing", "GET")
    assert answer[0] == 404


async def test_another_token_is_unauthorized(scene: Scene) -> None:
    stranger = Bot("5:other", request=MemoryRequest(scene.telegram))
    with pytest.raises(InvalidToken):
        await stranger.get_me()
