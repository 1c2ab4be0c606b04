"""Messages as JSON lines in and out."""

import json
from typing import TypedDict

import pytest

from bot.reader.jsonl import parse_lines
from bot.reader.reading import Doubt
from bot.texts import LANGUAGES, text

NOW = "2026-11-23T15:00:00+08:00"


class Answer(TypedDict, total=False):
    records: list[dict[str, str | int | None]]
    none: bool
    ambiguous: bool
    ask: str
    error: str


def answers(*messages: dict[str, object] | str) -> list[Answer]:
    lines = (message if isinstance(message, str) else json.dumps(message) for message in messages)
    return [json.loads(line) for line in parse_lines(lines)]


def test_a_sale_is_a_record_with_every_field() -> None:
    assert answers({"text": "今天卖了5单，一共1280元，新客3个", "now": NOW}) == [
        {
            "records": [
                {
                    "kind": "sale",
                    "revenue": "1280",
                    "orders": 5,
                    "units": None,
                    "new_customers": 3,
                    "count": None,
                    "product": None,
                    "day": "today",
                    "for_seller": None,
                    "currency": "CNY",
                }
            ]
        }
    ]


def test_answers_come_in_the_order_of_the_lines_and_a_bad_line_stops_nothing() -> None:
    kinds = [
        set(answer) for answer in answers("nonsense", {"text": "hello", "now": NOW}, {"text": "业绩 5", "now": NOW})
    ]
    assert kinds == [{"error"}, {"none"}, {"ambiguous", "ask"}]


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        (NOW, None, "yesterday"),
        ("2026-11-23T23:30:00+00:00", "Asia/Shanghai", "2026-11-22"),
        ("2026-11-23T23:30:00+00:00", None, "yesterday"),
    ],
)
def test_the_day_is_told_from_now_in_its_zone(now: str, zone: str | None, day: str) -> None:
    (answer,) = answers({"text": "11月22日 3单 299", "now": now, "zone": zone})
    (record,) = answer["records"]
    assert record["day"] == day


@pytest.mark.parametrize(
    ("written", "revenue"),
    [("流水2.3k", "2300"), ("/sale 1e9", "1000000000"), ("收款 69.90", "69.90"), ("没开单", "0")],
)
def test_an_amount_is_a_plain_decimal_string(written: str, revenue: str) -> None:
    (answer,) = answers({"text": written, "now": NOW})
    (record,) = answer["records"]
    assert record["revenue"] == revenue


def test_members_and_products_are_known_from_the_line() -> None:
    (answer,) = answers(
        {"text": "Zoe 2 mugs 30", "now": NOW, "members": ["Zoe"], "products": ["mug"], "currency": "USD"}
    )
    (record,) = answer["records"]
    assert (record["for_seller"], record["product"], record["units"]) == ("Zoe", "mugs", 2)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "5",
        "{}",
        json.dumps({"text": "3单"}),
        json.dumps({"text": 3, "now": NOW}),
        json.dumps({"text": "3单", "now": "2026-11-23T15:00:00"}),
        json.dumps({"text": "3单", "now": NOW, "zone": "Mars/Olympus"}),
        json.dumps({"text": "3单", "now": NOW, "zone": "../secret"}),
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_message_gives_an_error(line: str) -> None:
    (answer,) = answers(line)
    assert set(answer) == {"error"}


def test_half_a_character_is_read_like_any_other() -> None:
    (answer,) = answers('{"text": "3单 299 \\ud83d", "now": "' + NOW + '"}')
    assert "records" in answer


@pytest.mark.parametrize("doubt", Doubt)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_is_worded(doubt: Doubt, language: str) -> None:
    assert text(language, f"doubt-{doubt.value}", {"piece": "5"})


def test_the_question_is_put_in_the_language_of_the_message() -> None:
    chinese, english = answers(
        {"text": "业绩 5", "now": NOW, "lang": "zh"}, {"text": "sales 5", "now": NOW, "lang": "en"}
    )
    assert (chinese["ask"], english["ask"]) == ("“5”是单数还是金额？", "“5”: orders or amount?")
