"""Messages as JSON lines in and out."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def answers(*messages: Mapping[str, object] | str) -> list[Answer]:
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


BAD_LINES = [
    ("", "no JSON"),
    ("   ", "no JSON"),
    ("no json", "no JSON"),
    ('{"text": "3单', "no JSON"),
    ("{'text': '3单'}", "no JSON"),
    ("[" * 100_000, "no JSON"),
    ("9" * 5000, "no JSON"),
    ("[]", "valid dictionary"),
    ("5", "valid dictionary"),
    ("null", "valid dictionary"),
    ("{}", "text"),
    (json.dumps({"text": "3单"}), "now"),
    (json.dumps({"now": NOW}), "text"),
    (json.dumps({"text": None, "now": NOW}), "text"),
    (json.dumps({"text": 3, "now": NOW}), "text"),
    (json.dumps({"text": ["3单"], "now": NOW}), "text"),
    (json.dumps({"text": "3单", "now": "yesterday"}), "now"),
    (json.dumps({"text": "3单", "now": "2026-11-23T15:00:00"}), "now"),
    (json.dumps({"text": "3单", "now": "0001-01-01T00:00:00+14:00", "zone": "America/New_York"}), "now"),
    (json.dumps({"text": "3单", "now": "9999-12-31T23:59:59-12:00"}), "now"),
    (json.dumps({"text": "3单", "now": NOW, "zone": "Mars/Olympus"}), "zone"),
    (json.dumps({"text": "3单", "now": NOW, "zone": "../secret"}), "zone"),
    (json.dumps({"text": "3单", "now": NOW, "zone": "a\0b"}), "zone"),
    (json.dumps({"text": "3单", "now": NOW, "zone": 8}), "zone"),
    (json.dumps({"text": "3单", "now": NOW, "members": "Ken"}), "members"),
    (json.dumps({"text": "3单", "now": NOW, "members": ["Ken", 5]}), "members"),
    (json.dumps({"text": "3单", "now": NOW, "products": {"serum": 1}}), "products"),
    (json.dumps({"text": "3单", "now": NOW, "currency": 86}), "currency"),
    ('{"text": "3单 \udcff", "now": "' + NOW + '"}', "UTF-8"),
]


@pytest.mark.parametrize(("line", "says"), BAD_LINES)
def test_a_line_that_is_no_message_gives_an_error_that_names_what_is_wrong(line: str, says: str) -> None:
    (answer,) = answers(line)
    assert set(answer) == {"error"}
    assert says in answer["error"]


def test_bad_lines_among_good_ones_change_neither_order_nor_answers() -> None:
    good = json.dumps({"text": "3单 299", "now": NOW})
    mixed = [line for bad, _ in BAD_LINES for line in (bad, good)]
    assert [set(answer) for answer in answers(*mixed)] == [{"error"}, {"records"}] * len(BAD_LINES)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"zone": None, "lang": None, "currency": None, "members": None, "products": None},
        {"id": 7, "more": {"deep": [1]}},
        {"members": [""], "products": ["", " ", "\u200b"]},
        {"lang": "fr"},
    ],
)
def test_what_is_not_said_or_not_known_is_passed_over(more: dict[str, object]) -> None:
    (answer,) = answers({"text": "3单 299", "now": NOW} | more)
    assert [(record["orders"], record["revenue"]) for record in answer["records"]] == [(3, "299")]


def test_a_byte_order_mark_is_no_part_of_the_line() -> None:
    (answer,) = answers("\ufeff" + json.dumps({"text": "3单 299", "now": NOW}))
    assert "records" in answer


def test_a_message_of_a_megabyte_is_nothing_to_log() -> None:
    assert answers({"text": "3单 299 " * 130_000, "now": NOW}) == [{"none": True}]


@given(st.text(max_size=60) | st.recursive(st.none() | st.integers() | st.text(max_size=8), st.lists).map(json.dumps))
def test_any_line_is_answered_by_one_object(line: str) -> None:
    assert len(answers(line)) == 1


@given(st.text(max_size=60), st.datetimes(), st.lists(st.text(max_size=6), max_size=4))
def test_any_text_at_any_time_is_answered(text: str, now: datetime, names: list[str]) -> None:
    message = {"text": text, "now": now.isoformat() + "Z", "members": names, "products": names}
    (answer,) = answers(message)
    assert set(answer) <= {"records", "none", "ambiguous", "ask", "error"}


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
