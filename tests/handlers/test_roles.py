"""Who may do what: every command and every button, as each declares it, tried by everybody who may not."""

from dataclasses import replace

import pytest

from bot.command import Command, Press, Where, Who
from bot.render import render
from handlers import CAPABILITIES
from kpi.message import Message, say
from kpi.team import Role
from tests.handlers.stage import Stage

PARTS = [replace(part, plain=None, edited=None) for part in CAPABILITIES]  # the stage is silent on plain lines
COMMANDS = [command for part in CAPABILITIES for command in part.commands]
PRESSES = [press for part in CAPABILITIES for press in part.presses]
OF_LEADS = [command for command in COMMANDS if command.who is Who.LEAD]
OF_A_TEAM = [
    command for command in COMMANDS if command.who in {Who.LEAD, Who.TEAM} and command.where is not Where.GROUP
]
OPERATORS = [command for command in COMMANDS if command.who is Who.OPERATOR]


def _named(command: Command) -> str:
    return command.name


def _pressed(press: Press) -> str:
    return press.action


@pytest.fixture(params=[Role.SELLER, Role.VIEWER], ids=lambda role: role.value)
def role(request: pytest.FixtureRequest) -> Role:
    return Role(request.param)


@pytest.mark.parametrize("command", OF_LEADS, ids=_named)
def test_no_other_than_a_lead_gives_a_lead_s_command(stage: Stage, command: Command, role: Role) -> None:
    stage.capabilities = PARTS
    heard = stage.say(stage.member("Ken", role=role), f"/{command.name}", private=command.where is not Where.GROUP)
    assert heard is not None
    assert heard.text == _refusal(stage, "leads-only")


@pytest.mark.parametrize("press", [press for press in PRESSES if press.who is Who.LEAD], ids=_pressed)
def test_no_other_than_a_lead_presses_a_lead_s_button(stage: Stage, press: Press, role: Role) -> None:
    stage.capabilities = PARTS
    heard = stage.press(stage.member("Ken", role=role), f"v1:{press.action}:1:1:1")
    assert heard is not None
    assert heard.text == _refusal(stage, "leads-only")


@pytest.mark.parametrize("command", OF_A_TEAM, ids=_named)
def test_somebody_of_no_team_gives_no_command_of_a_team(stage: Stage, command: Command) -> None:
    stage.capabilities = PARTS
    heard = stage.say(stage.person("Ken"), f"/{command.name}", private=True)
    assert heard is not None
    assert heard.text == _refusal(stage, "no-team")
    assert stage.members == []


@pytest.mark.parametrize("press", [p for p in PRESSES if p.who in {Who.LEAD, Who.TEAM}], ids=_pressed)
def test_nor_presses_a_button_of_a_team(stage: Stage, press: Press) -> None:
    stage.capabilities = PARTS
    heard = stage.press(stage.person("Ken"), f"v1:{press.action}:1:1:1")
    assert heard is not None
    assert heard.text == _refusal(stage, "no-team")


@pytest.mark.parametrize("command", OPERATORS, ids=_named)
def test_what_is_for_the_operator_does_not_exist_for_a_lead(stage: Stage, command: Command) -> None:
    stage.capabilities = PARTS
    lead = stage.member("Ken", administrator=True)
    heard, unknown = (stage.say(lead, f"/{name}", private=True) for name in (command.name, "nonsense"))
    assert heard is not None
    assert unknown is not None
    assert heard.text == unknown.text.replace("nonsense", command.name)


def test_every_command_and_button_of_these_was_tried() -> None:
    assert len(OF_LEADS) > 1
    assert OPERATORS
    assert {command.name for command in OF_A_TEAM} >= {"me", "top", "export"}


def _refusal(stage: Stage, key: str) -> str:
    """The text of a refusal without its tags."""
    text = render(Message((say(key),)), stage.language).text
    for tag in ("b", "code", "i"):
        text = text.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    return text
