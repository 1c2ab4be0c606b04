"""Help: what somebody may do here, from the declared commands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.command import Answer, Answers, Capability, Command, Request, Usage, Where, Who, answer
from kpi.message import Joined, Say, joined, say


@dataclass(frozen=True, slots=True)
class Section:
    """Capabilities that belong together, under the text `help-<heading>`."""

    heading: str
    parts: tuple[Capability, ...]

    @property
    def commands(self) -> tuple[Command, ...]:
        return tuple(command for part in self.parts for command in part.commands)


def helping(sections: Sequence[Section]) -> Capability:
    """The capability of `/help`, which explains the commands of `sections`."""
    explaining = Capability()

    @explaining.press("help", who=Who.ANYONE)
    @explaining.command(
        "help",
        words=("帮助", "help"),
        who=Who.ANYONE,
        zh=("/help", "/help sale", "帮助 报单"),
        en=("/help", "/help sale"),
    )
    def explain(request: Request) -> Answers:
        if request.arguments:
            return (_one(request, [command for section in sections for command in section.commands]),)
        lines = (line for section in sections for line in _section(request, section))
        return (answer(*lines, say("help-more")),)

    return explaining


def _one(request: Request, commands: Sequence[Command]) -> Answer:
    """A single command with all its examples."""
    wanted = request.arguments.lower().removeprefix("/")
    for command in commands:
        if wanted == command.name or wanted in command.words:
            examples = (say("usage-example", example=line) for line in command.examples_in(request.chat.language))
            return answer(say("help-command", name=command.name, does=_does(command)), *examples)
    raise Usage


def _section(request: Request, section: Section) -> Iterator[Say]:
    usable = [command for command in section.commands if _usable(command, request)]
    if usable:
        yield say(f"help-{section.heading}")
    for command in usable:
        examples = command.examples_in(request.chat.language) or (f"/{command.name}",)
        yield say("help-line", example=examples[0], does=_does(command))


def _does(command: Command) -> Joined:
    return joined(say(f"command-{command.name}"))


def _usable(command: Command, request: Request) -> bool:
    elsewhere = Where.PRIVATE if request.in_group else Where.GROUP
    return command.where is not elsewhere and (command.who is not Who.LEAD or request.is_lead)
