"""What each failure of a send says about the message: the table of what was seen to be delivered and what not."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.errors import Ambiguous, Unsent
from bot.outcome import (
    ChatClosed,
    ChatMoved,
    Delivered,
    Gone,
    MessageLost,
    NotYet,
    Outcome,
    TopicClosed,
    Unknown,
    judge,
)
from kpi.ids import TelegramId


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Unsent("refused"), NotYet(3.0)),
        (RetryAfter(17), NotYet(17.0, flooded=True)),
        (InvalidToken("Unauthorized"), NotYet(30.0)),  # 401 and 404 from a proxy pass
        (Ambiguous("no answer"), Unknown()),
        (TimedOut(), Unknown()),
        (NetworkError("Bad Gateway"), Unknown()),
        (TelegramError("Invalid server response"), Unknown()),
        (ChatMigrated(-1007), ChatMoved(TelegramId(-1007))),
        (Forbidden("bot was blocked by the user"), ChatClosed("Forbidden: bot was blocked by the user")),
        (BadRequest("Chat not found"), ChatClosed("Chat not found")),
        (BadRequest("Message is not modified: specified new content"), Delivered()),
        (BadRequest("Message to edit not found"), MessageLost()),
        (BadRequest("Message thread not found"), TopicClosed()),
        (BadRequest("TOPIC_CLOSED"), TopicClosed()),
        (BadRequest("REACTION_INVALID"), Gone("REACTION_INVALID")),
        (ValueError("ours"), Gone("ValueError")),
    ],
)
def test_an_error_says_what_became_of_the_message(error: Exception, outcome: Outcome) -> None:
    found = judge(error)
    if isinstance(outcome, ChatClosed):
        assert isinstance(found, ChatClosed)
        return
    assert found == outcome
