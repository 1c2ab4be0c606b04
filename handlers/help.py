"""Help: a menu of what somebody may do, from the declared commands, that reaches everything by buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.command import Answer, Answers, Capability, Command, Refusal, Request, Usage, Where, Who, answer, data
from handlers.guided import report_row
from kpi.message import Button, Joined, Say, joined, say
from kpi.team import Role

_SCOPE = "scope"  # as if it were a section
_SCOPE_WORDS = frozenset({"范围", "scope"})
_NAMED = 2  # values of a button of the menu: the message's number, a section's heading


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

    @explaining.command(
        "help",
        words=("帮助", "help"),
        who=Who.ANYONE,
        zh=("/help", "/help sale", "帮助 报单", "帮助 范围"),
        en=("/help", "/help sale", "/help scope"),
    )
    def explain(request: Request) -> Answers:
        if request.arguments.strip().lower() in _SCOPE_WORDS:
            return (_scope(request),)
        if request.arguments:
            return (_one(request, [command for section in sections for command in _known(request, section)]),)
        return (menu(request, sections),)

    @explaining.press("help", who=Who.ANYONE)
    def turn(request: Request) -> Answers:
        """The menu, in a message of its own or in the one that the button sits on; or a section of it."""
        if len(request.values) < _NAMED or request.in_group:
            return (menu(request, sections),)
        if request.values[1] == _SCOPE:
            return (_scope(request),)
        for section in sections:
            if section.heading == request.values[1]:
                return (_page(request, section),)
        raise Refusal(say("button-old"))

    return explaining


def menu(request: Request, sections: Sequence[Section]) -> Answer:
    """The sections in which somebody may do something. A group, which others read, gets the way to it."""
    if request.in_group:
        link = Button(say("button-help-private"), url=f"https://t.me/{request.bot_username}?start=help")
        report = say("greeting-sees-all" if request.sees_all else "help-in-group")
        return answer(report, say("help-in-private"), buttons=((link,),))
    number = _number(request)
    shown = [section for section in sections if _usable(request, section)]
    buttons = [Button(say(f"button-help-{s.heading}"), data("help", number, s.heading)) for s in shown]
    scope = (Button(say("button-help-scope"), data("help", number, _SCOPE)),)
    rows = (*report_row(request), *_pairs(buttons), scope)
    return answer(*_who(request), say("help-menu"), buttons=rows, slot=f"help:{number}")


def _who(request: Request) -> Iterator[Say]:
    """For whom the menu is: what one may do depends on the team and on the role in it."""
    if request.team is None:
        yield say("no-team" if not request.teams else "which-team")
    else:
        yield say("help-who", team=request.team.name, role=joined(say(f"role-{(request.role or Role.SELLER).value}")))


def _scope(request: Request) -> Answer:
    """What the bot does not do: other systems are there for that."""
    number = _number(request)
    back = () if request.in_group else ((Button(say("button-back"), data("help", number)),),)
    return answer(say("help-scope"), buttons=back, slot=None if request.in_group else f"help:{number}")


def _page(request: Request, section: Section) -> Answer:
    """Each command of a section: what it does, and how to write it or a button that does it."""
    number, usable = _number(request), _usable(request, section)
    lines = [line for command in usable for line in _explained(request, command)]
    does = [Button(say("button-do", command=f"/{c.name}"), _doing(c)) for c in usable if _stands_alone(c)]
    back = Button(say("button-back"), data("help", number))
    return answer(say(f"help-{section.heading}"), *lines, buttons=(*_pairs(does), (back,)), slot=f"help:{number}")


def _pairs(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    """Two in a row, so that a menu does not push what stands above it off the screen of a phone."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _explained(request: Request, command: Command) -> Iterator[Say]:
    yield say("help-command", name=command.name, does=_does(command))
    alone = {f"/{command.name}", *command.words}
    written = [line for line in command.examples_in(request.chat.language) if line not in alone]
    if written:
        yield say("usage-example", example=written[0])


def _stands_alone(command: Command) -> bool:
    """Whether the command does something without arguments, as one of its examples says."""
    return any(line == f"/{command.name}" for _, lines in command.examples for line in lines)


def _doing(command: Command) -> str:
    """What its button carries. Reporting makes somebody a member and goes by a button of its own."""
    return data("report") if command.joins else data("run", f"/{command.name}")


def _number(request: Request) -> int:
    """The number of the menu's message within its chat: the one that the button says, else what asked for it."""
    return request.number(0) if request.values else request.message_id or 0


def _one(request: Request, commands: Sequence[Command]) -> Answer:
    """A single command with all its examples."""
    wanted = request.arguments.lower().removeprefix("/")
    for command in commands:
        if wanted == command.name or wanted in command.words:
            examples = (say("usage-example", example=line) for line in command.examples_in(request.chat.language))
            return answer(say("help-command", name=command.name, does=_does(command)), *examples)
    raise Usage


def _does(command: Command) -> Joined:
    return joined(say(f"command-{command.name}"))


def _usable(request: Request, section: Section) -> list[Command]:
    return [command for command in _known(request, section) if _allowed(command, request)]


def _known(request: Request, section: Section) -> list[Command]:
    """Without what exists only for who runs the bot."""
    return [c for c in section.commands if c.who is not Who.OPERATOR or request.service is not None]


def _allowed(command: Command, request: Request) -> bool:
    """Whether somebody may use it in private: viewers do not report, and some things are for leads."""
    if command.where is Where.GROUP or (command.who is Who.LEAD and not request.is_lead):
        return False
    if command.who is Who.VIEWER and request.role not in {Role.LEAD, Role.VIEWER}:
        return False
    return not (command.joins and request.role is Role.VIEWER)
