"""Our own labelled messages and chit-chat are read as well as the figures ask, and the score counts what it should."""

import pytest

from bot.reader import read
from bot.reader.reading import Doubt, Nothing, Question, Reading, Records
from tests.bot.reader.corpus import (
    CHITCHAT,
    OWN,
    Expected,
    Message,
    context_beside,
    is_core,
    is_exact,
    is_wrong_money,
    messages_of,
)
from tests.bot.reader.score import Talk, falls_short, figures_of, figures_of_talk, marks_of, talk_of
from tests.bot.reader.team import TEAM, YESTERDAY, new, refund, sale

CONTEXT = context_beside(OWN)
MESSAGES = messages_of(OWN)
TALK = CHITCHAT.read_text(encoding="utf-8").splitlines()
ASKED = Question(Doubt.WHO, "Bob")
SOLD: Expected = {
    "kind": "sale",
    "revenue": "1280",
    "orders": 5,
    "units": None,
    "new_customers": None,
    "count": None,
    "product": "面膜",
    "day": "today",
    "for_seller": None,
    "currency": "CNY",
}


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_our_own_messages_are_read_as_labelled(message: Message) -> None:
    reading = read(message.text, CONTEXT)
    assert is_exact(message, reading, CONTEXT), f"{message.text!r} is read as {reading}"


@pytest.mark.parametrize("line", TALK)
def test_chitchat_is_neither_logged_nor_asked_about(line: str) -> None:
    assert read(line, CONTEXT) == Nothing()


def test_there_are_messages_of_all_classes_and_languages_and_none_twice() -> None:
    assert len(MESSAGES) >= 150
    assert len(TALK) >= 300
    assert {message.language for message in MESSAGES} == {"zh", "en", "mix"}
    classes = {"command", "free", "report", "multi", "forwarded", "refund", "metric", "none", "ambiguous"}
    assert {message.sort for message in MESSAGES} == classes
    assert len({message.text for message in MESSAGES}) == len(MESSAGES)


@pytest.mark.parametrize(
    ("reading", "exact", "core", "wrong_money"),
    [
        (Records((sale("1280.00", 5, product="面膜"),)), True, True, False),
        (Records((sale("1280", 5, product="面膜", currency="CNY"),)), True, True, False),
        (Records((sale("1280", 5, product="口红"),)), False, True, False),
        (Records((sale("1280", 5, product="面膜", units=2),)), False, True, False),
        (Records((sale("1280", 4, product="面膜"),)), False, False, False),
        (Records((sale(None, 5, product="面膜"),)), False, False, False),
        (Records((sale("1281", 5, product="面膜"),)), False, False, True),
        (Records((sale("1280", 5, product="面膜", currency="USD"),)), False, False, True),
        (Records((sale("1280", 5, product="面膜", for_seller="Ken"),)), False, False, True),
        (Records((sale("1280", 5, product="面膜", day=YESTERDAY),)), False, False, True),
        (Records((refund("1280", 5, product="面膜"),)), False, False, True),
        (Records((sale("1280", 5, product="面膜"), sale("99"))), False, False, True),
        (Records((sale("1280", 5, product="面膜"), new(2))), False, False, False),
        (Nothing(), False, False, False),
        (ASKED, False, False, False),
    ],
)
def test_a_reading_is_compared_with_its_label(reading: Reading, exact: bool, core: bool, wrong_money: bool) -> None:
    message = Message("1", "zh", "free", (), "", [SOLD])
    found = is_exact(message, reading, TEAM), is_core(message, reading, TEAM), is_wrong_money(message, reading, TEAM)
    assert found == (exact, core, wrong_money)


@pytest.mark.parametrize(
    ("expect", "reading", "right", "wrong_money"),
    [
        ("none", Nothing(), True, False),
        ("none", ASKED, False, False),
        ("none", Records((sale("5"),)), False, True),
        ("none", Records((sale(None, 3),)), False, False),
        ("ambiguous", ASKED, True, False),
        ("ambiguous", Nothing(), False, False),
        ("ambiguous", Records((sale("5"),)), False, True),
    ],
)
def test_silence_and_questions_are_compared_too(expect: str, reading: Reading, right: bool, wrong_money: bool) -> None:
    message = Message("1", "zh", "none", (), "", expect)
    assert (is_exact(message, reading, TEAM), is_core(message, reading, TEAM)) == (right, right)
    assert is_wrong_money(message, reading, TEAM) is wrong_money


def test_of_several_amounts_one_left_out_is_wrong_money() -> None:
    message = Message("1", "zh", "multi", (), "", [SOLD, {**SOLD, "revenue": "99"}])
    assert is_wrong_money(message, Records((sale("99", 5, product="面膜"),)), TEAM)


def test_a_figure_short_of_its_aim_is_named() -> None:
    texts = ["3单 299", "今天真热", "Bob 2 orders 200"]
    marks = marks_of([Message(text, "zh", "free", (), text, "none") for text in texts], TEAM)
    assert falls_short(figures_of("file", marks)) == ["file: exact %", "file: core %", "file: wrong money %"]
    assert falls_short(figures_of_talk(talk_of(texts, TEAM))) == ["chit-chat: logged %", "chit-chat: asked about %"]
    assert falls_short(figures_of_talk(Talk(1000, ("one",), ("one", "two", "three")))) == []
