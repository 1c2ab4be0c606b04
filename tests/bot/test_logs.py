import json
import logging
import sys

import pytest

from bot.logs import JsonLines, TokenFree, error_class

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz0123456"


def failed() -> logging.LogRecord:
    try:
        try:
            raise KeyError("what Mei wrote")
        except KeyError as first:
            raise ValueError(f"https://api.example/bot{TOKEN}/sendMessage") from first
    except ValueError:
        return logging.LogRecord("x", logging.ERROR, "f", 1, "to %s " + TOKEN, (TOKEN,), sys.exc_info())


def test_no_token_gets_into_the_log_by_message_argument_or_traceback() -> None:
    written = TokenFree("%(message)s").format(failed())
    assert "AAH" not in written
    assert written.count("<token>") == 2


def test_a_traceback_says_what_was_raised_and_where_but_not_what_it_said() -> None:
    written = TokenFree("%(message)s").format(failed())
    assert [written.count(word) for word in ("KeyError", "ValueError", "in failed", "Mei", "api.example")] == [
        1,
        1,
        2,
        0,
        0,
    ]


def test_a_line_of_json_holds_the_same() -> None:
    line = json.loads(JsonLines().format(failed()))
    assert (line["level"], line["logger"], line["error"]) == ("ERROR", "x", "ValueError")
    assert line["said"] == "to <token> <token>"
    assert "in failed" in line["trace"]
    assert "Mei" not in line["trace"]


def test_within_a_group_each_error_is_named() -> None:
    try:
        raise ExceptionGroup("both", [OSError("Mei"), ValueError("Mei")])
    except ExceptionGroup:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "", (), sys.exc_info())
    written = TokenFree("%(message)s").format(record)
    assert "OSError" in written
    assert "ValueError" in written
    assert "Mei" not in written


@pytest.mark.parametrize(
    ("level", "said", "values", "expected"),
    [
        (logging.INFO, "%s", ("NetworkError",), None),
        (logging.WARNING, "no updates (%s)", ("NetworkError",), "NetworkError"),
        (logging.WARNING, "the tick is overdue", (), "ticker"),
        (logging.ERROR, "%d late", (3,), "ticker"),
    ],
)
def test_an_error_is_counted_by_its_class(
    level: int, said: str, values: tuple[object, ...], expected: str | None
) -> None:
    assert error_class(logging.LogRecord("x", level, "bot/ticker.py", 1, said, values, None)) == expected
    assert error_class(failed()) == "ValueError"
