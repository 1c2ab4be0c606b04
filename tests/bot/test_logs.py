import logging
import sys

from bot.logs import TokenFree

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz0123456"


def test_no_token_gets_into_the_log_by_message_argument_or_traceback() -> None:
    try:
        raise ValueError(f"https://api.example/bot{TOKEN}/sendMessage")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "to %s " + TOKEN, (TOKEN,), sys.exc_info())
    written = TokenFree("%(message)s").format(record)
    assert "AAH" not in written
    assert written.count("<token>") >= 3
