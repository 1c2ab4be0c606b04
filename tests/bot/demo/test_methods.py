"""Parameters: which a method takes, and how they are written."""

import json

import pytest

from bot.demo.methods import METHODS, read, strangers
from bot.demo.rejection import RejectedError
from bot.demo.values import Json, Upload
from tests.bot.demo.conftest import Scene


@pytest.mark.parametrize(
    ("method", "given", "name", "value"),
    [
        ("sendMessage", {"chat_id": "-1002", "text": "x"}, "chat_id", -1002),
        ("sendMessage", {"chat_id": -1002, "text": "x"}, "chat_id", -1002),
        ("sendMessage", {"chat_id": "@team", "text": "x"}, "chat_id", "@team"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "text", "5"),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": '{"a": [1]}'}, "reply_markup", {"a": [1]}),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": {"a": [1]}}, "reply_markup", {"a": [1]}),
        ("sendMessage", {"chat_id": 1, "text": "x", "protect_content": "true"}, "protect_content", True),
        ("sendMessage", {"chat_id": 1, "text": "x", "protect_content": False}, "protect_content", False),
    ],
)
def test_a_form_and_json_say_the_same(method: str, given: dict[str, object], name: str, value: Json) -> None:
    assert read(method, given, {}).values[name] == value


@pytest.mark.parametrize(
    ("method", "given", "reason"),
    [
        ("sendMessage", {"chat_id": 1}, "message text is empty"),
        ("sendMessage", {"text": "x"}, '"chat_id" is required'),
        ("sendMessage", {"chat_id": "team", "text": "x"}, '"chat_id" must be a number'),
        ("sendMessage", {"chat_id": 1, "text": "\ud800"}, "must be encoded in UTF-8"),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": "{"}, 'can\'t parse "reply_markup"'),
        ("getUpdates", {"offset": "1.5"}, '"offset" must be a number'),
        ("setMessageReaction", {"chat_id": 1}, '"message_id" is required'),
    ],
)
def test_what_is_missing_or_malformed_is_refused(method: str, given: dict[str, object], reason: str) -> None:
    with pytest.raises(RejectedError, match=reason):
        read(method, given, {})


def test_a_file_comes_under_its_own_name_or_attached() -> None:
    file = Upload("a.png", b"x")
    assert read("sendPhoto", {"chat_id": 1}, {"photo": file}).file("photo") == file
    assert read("sendPhoto", {"chat_id": 1, "photo": "attach://f1"}, {"f1": file}).file("photo") == file


@pytest.mark.parametrize("method", METHODS)
def test_parameters_that_are_not_carried_out_are_strangers(method: str) -> None:
    known = METHODS[method]
    taken = dict.fromkeys([*known.required, *known.optional, *known.missing, "colour"], 1)
    assert set(strangers(method, taken)) == {*known.missing, "colour"}


async def test_an_unknown_method_fails_loudly_and_is_listed(scene: Scene) -> None:
    answer = await scene.ask("sendDice", chat_id=scene.group.id)
    assert (answer["ok"], answer["error_code"]) == (False, 404)
    assert scene.telegram.unknown == ["sendDice"]


@pytest.mark.parametrize("name", ["colour", "entities", "business_connection_id"])
async def test_an_unknown_parameter_fails_loudly_and_is_listed(scene: Scene, name: str) -> None:
    answer = await scene.ask("sendMessage", chat_id=scene.group.id, text="x", **{name: "1"})
    assert answer["error_code"] == 400
    assert scene.telegram.unknown == [f"sendMessage.{name}"]
    assert scene.telegram.messages(scene.group) == []


async def test_every_known_method_is_carried_out_or_says_why_not(scene: Scene) -> None:
    for method in METHODS:
        answer = await scene.telegram.call(method, {}, {})
        assert json.dumps(answer)
        assert answer["ok"] or answer["description"]
    assert scene.telegram.unknown == []
