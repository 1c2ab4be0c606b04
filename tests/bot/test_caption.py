"""Text below a picture."""

import pytest

from bot.caption import fits
from bot.render import CAPTION_UNITS as LONGEST
from kpi.message import Say, say


def named(name: str) -> Say:
    return say("board-name", name=name)


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("名" * LONGEST, True),
        ("名" * (LONGEST + 1), False),
        ("💄" * (LONGEST // 2), True),  # Telegram counts an emoji twice
        ("💄" * (LONGEST // 2 + 1), False),
    ],
)
def test_a_text_fits_below_a_picture_by_telegrams_measure(name: str, below: bool) -> None:
    assert fits([named(name)]) is below


def test_what_is_escaped_counts_once() -> None:
    assert fits([named("<" * 200)] * 4)


def test_lines_and_their_ends_are_counted() -> None:
    assert fits([named("a" * (LONGEST - 2)), named("b")])
    assert not fits([named("a" * (LONGEST - 1)), named("b")])


@pytest.mark.parametrize("more", [0, 1])
def test_it_must_fit_in_every_language(more: int) -> None:
    """English says more here than Chinese."""
    room = LONGEST - len("This month so far · vs. same days last month") - 1

    assert fits([say("progress-compared"), named("x" * (room + more))]) is not bool(more)
