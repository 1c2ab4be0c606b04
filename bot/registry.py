"""All that the bot can do, gathered from the files of `handlers/`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from bot.command import Answers, Asked, Capability, Command, Handler, Press, ReplyHandler, Request

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Registry:
    """The capabilities, by what calls them."""

    commands: tuple[Command, ...]
    by_name: dict[str, Command]
    by_word: dict[str, Command]
    presses: dict[str, Press]
    asked: dict[str, Asked]
    plain: Handler
    edited: Handler
    forwarded: Handler
    replied: ReplyHandler
    document: Handler


def gather(capabilities: Iterable[Capability]) -> Registry:
    """The registry of `capabilities`. `ValueError` when two claim the same name, word or button."""
    parts = tuple(capabilities)
    commands = tuple(command for part in parts for command in part.commands)
    return Registry(
        commands,
        _unique((command.name, command) for command in commands),
        _unique((word, command) for command in commands for word in command.words),
        _unique((press.action, press) for part in parts for press in part.presses),
        _unique((asked.kind, asked) for part in parts for asked in part.asked),
        _only(part.plain for part in parts),
        _only(part.edited for part in parts),
        _at_most(part.forwarded for part in parts),
        _first_of(part.replied for part in parts),
        _at_most(part.document for part in parts),
    )


def _first_of(handlers: Iterable[ReplyHandler | None]) -> ReplyHandler:
    """One after the other, until one knows what is answered: each knows the messages of its own kind."""
    readers = [reader for reader in handlers if reader is not None]

    def replied(request: Request) -> Answers | None:
        return next((found for reader in readers if (found := reader(request)) is not None), None)

    return replied


def _unique(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key} is declared twice")
        found[key] = value
    return found


def _only(handlers: Iterable[Handler | None]) -> Handler:
    (handler,) = (handler for handler in handlers if handler is not None)
    return handler


def _at_most(handlers: Iterable[Handler | None]) -> Handler:
    """The one that there is; without one nothing is answered."""
    found = [handler for handler in handlers if handler is not None]
    return _only(found) if found else lambda _: ()
