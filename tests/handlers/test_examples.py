"""Whatever the commands give as an example is understood, in both languages."""

import pytest

from bot.command import Capability, Command, Where
from handlers import CAPABILITIES
from tests.handlers.stage import Stage

OURS = {
    "start",
    "help",
    "team",
    "settings",
    "setup",
    "language",
    "target",
    "member",
    "lock",
    "unlock",
    "audit",
    "check",
    "clean",
    "sources",
    "pk",
    "who",
}
PARTS: tuple[Capability, ...] = CAPABILITIES
EXAMPLES = [
    (command, line)
    for part in PARTS
    for command in part.commands
    if command.name in OURS
    for _, lines in command.examples
    for line in lines
]


@pytest.mark.parametrize(("command", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_every_example_is_understood(stage: Stage, command: Command, line: str, language: str) -> None:
    """Not the usage, nor an unknown name, is what it is answered by."""
    stage.capabilities = [part for part in PARTS if part.plain is None]
    lead = stage.member("林小花", administrator=True)
    stage.member("小美", "mei")
    stage.member("阿强", "qiang")
    stage.member("Mei", "mei_2")
    stage.member("Ken", "ken")
    heard = stage.say(lead, line, private=command.where is Where.PRIVATE)
    assert heard is not None
    assert {"zh": "这样写：", "en": "Write it like this:"}[language] not in heard.text
    assert {"zh": "没有", "en": "Nobody"}[language] not in heard.lines[0]


def test_all_of_them_are_tried() -> None:
    assert {command.name for command, _ in EXAMPLES} == OURS
