"""The commands as Telegram's menus show them, and as the README lists them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram import (
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.command import Command, Where, Who
from bot.render import plain
from kpi.message import say

# Telegram shows the menu without a language code to whoever has none of their own. It knows `zh`, not `zh-hans`.
_CODES = {"": "en", "zh": "zh"}


@dataclass(frozen=True, slots=True)
class Menu:
    """What one `setMyCommands` sets: pairs of a name and what it does, for an audience and a language code."""

    scope: BotCommandScope
    language: str
    commands: tuple[tuple[str, str], ...]


def menus(commands: Sequence[Command]) -> Iterator[Menu]:
    """The menu of each audience in each language."""
    for code, language in _CODES.items():
        for scope, shown in _audiences(commands):
            yield Menu(scope, code, tuple((command.name, _does(command, language)) for command in shown))


def _audiences(commands: Sequence[Command]) -> Iterator[tuple[BotCommandScope, list[Command]]]:
    commands = [command for command in commands if command.who is not Who.OPERATOR]
    in_group = [command for command in commands if command.where is not Where.PRIVATE]
    yield BotCommandScopeAllPrivateChats(), [command for command in commands if command.where is not Where.GROUP]
    yield BotCommandScopeAllGroupChats(), [command for command in in_group if command.who is not Who.LEAD]
    yield BotCommandScopeAllChatAdministrators(), in_group


def command_table(commands: Sequence[Command], language: str) -> str:
    """The commands as a Markdown table, for the README."""
    heads = [plain(say(f"table-{column}"), language) for column in ("command", "words", "does", "who", "example")]
    rows = [heads, ["---"] * len(heads), *(_row(command, language) for command in commands)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(command: Command, language: str) -> list[str]:
    return [
        f"`/{command.name}`",
        _cell(" ".join(command.words)),
        _cell(_does(command, language)),
        plain(say(f"who-{command.who.value}"), language),
        " ".join(f"`{_cell(example)}`" for example in command.examples_in(language)[:1]),
    ]


def _does(command: Command, language: str) -> str:
    return plain(say(f"command-{command.name}"), language)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
