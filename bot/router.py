"""Which capability answers a request: a command, a button, an open question, or the reader of plain lines."""

import re
from dataclasses import replace

from bot.asking import dismissed
from bot.command import Answer, Answers, Command, Refusal, Request, Usage, Where, Who, data
from bot.incoming import Happening, Incoming
from bot.registry import Registry
from bot.scene import in_team
from kpi.message import Button, Lane, Message, Say, say
from kpi.team import Role
from storage import members, questions

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)")
_CANCEL = {"取消", "算了", "不用了", "cancel", "/cancel", "never mind"}
_DATA_LIMIT = 64  # bytes of callback data


class Router:
    """Finds who answers and checks that they may be asked."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def answers(self, request: Request, incoming: Incoming) -> Answers:
        """What the capability in charge says. Nothing when the update is not for us."""
        if incoming.happening is Happening.PRESS:
            return self._press(request)
        if incoming.happening is Happening.EDIT:
            return () if incoming.sender.anonymous else self._registry.edited(request)
        if incoming.attached is not None and not request.in_group:
            return tuple(self._registry.document(_checked(Who.LEAD, request)))
        if not incoming.text.strip():
            return ()
        if incoming.sender.anonymous:
            return self._anonymous(request)
        if incoming.forwarded and request.in_group:
            return self._registry.forwarded(request)
        return self._message(request)

    def _message(self, request: Request) -> Answers:
        if not request.text:  # nothing but the bot's name
            return self._registry.plain(request)
        named = _COMMAND.match(request.text)
        if named is not None:
            return self._named(request, named)
        answered = self._replied(request) or self._question(request)
        if answered is not None:
            return answered
        if not request.in_group and request.text.strip().lower() in _CANCEL:
            return (Answer(Message((say("nothing-to-cancel"),))),)
        command = self._worded(request)
        if command is None or (request.in_group and command.where is Where.PRIVATE):
            return self._registry.plain(request)
        worded = replace(request, arguments=_after_word(request.text))
        if not request.in_group:
            return _run(command, worded)
        try:
            return tuple(command.handler(_admit(command, worded)))
        except Usage:  # a sentence that happens to begin with one of our words
            return ()

    def _replied(self, request: Request) -> Answers | None:
        """What an answer to the card of an entry puts right; None when it is like any other message."""
        answers = None if request.reply_to is None else self._registry.replied(request)
        return None if answers is None else tuple(answers) or None

    def _named(self, request: Request, named: re.Match[str]) -> Answers:
        name, addressee = named.group(1).lower(), named.group(2)
        if addressee and addressee.lower() != request.bot_username.lower():
            return ()
        if name == "cancel":
            return self._question(request) or (Answer(Message((say("nothing-to-cancel"),))),)
        command = self._called(name, request)
        if command is not None:
            arguments = request.text[named.end() :].strip()
            return _run(command, replace(request, arguments=arguments))
        if request.in_group and not addressee:
            return ()
        raise Refusal(say("unknown-command", name=name))

    def _worded(self, request: Request) -> Command | None:
        """The command whose trigger word heads the text. English words count in private and alone only."""
        head = request.text.split()[0]
        if not head.isascii():
            return _known(self._registry.by_word.get(head), request)
        alone = request.text.strip().lower()
        return None if request.in_group else _known(self._registry.by_word.get(alone), request)

    def _called(self, name: str, request: Request) -> Command | None:
        return _known(self._registry.by_name.get(name.lower()), request)

    def _press(self, request: Request) -> Answers:
        version, action, *values = (*request.text.split(":"), "", "")
        if action == "run":
            return self._unmasked(request)
        press = self._registry.presses.get(action)
        if version != "v1" or press is None:
            raise Refusal(say("button-old"))
        checked = _checked(press.who, replace(request, values=tuple(values[:-2])))
        return tuple(press.handler(checked))

    def _unmasked(self, request: Request) -> Answers:
        """The command that an anonymous administrator wrote, now that the press shows who it is."""
        text = request.text.split(":", 2)[-1]
        named = _COMMAND.match(text)
        command = self._called(named.group(1), request) if named else None
        if named is None or command is None or command.joins:
            raise Refusal(say("button-old"))
        return _run(command, replace(request, text=text, arguments=text[named.end() :].strip()))

    def _question(self, request: Request) -> Answers | None:
        """What the reader of the open question makes of the text; None when it is no answer to it."""
        question = questions.open_for(request.db, request.chat.id, request.person.id, request.now)
        if question is None:
            return None
        if request.text.strip().lower() in _CANCEL:
            return (*dismissed(request, question), Answer(Message((say("cancelled"),))))
        return tuple(self._registry.asked[question.kind].handler(in_team(request, question.team), question)) or None

    def _anonymous(self, request: Request) -> Answers:
        """Nobody is behind the anonymous administrator's number: a report cannot be booked, and a command is
        offered as a button, whose press shows who it is.
        """
        named = _COMMAND.match(request.text)
        if named is None or not request.in_group:
            return self._anonymous_report(request)
        command = self._called(named.group(1), request)
        if command is None or command.joins:
            return self._anonymous_report(request)
        again = data("run", request.text.strip())
        if len(again.encode()) > _DATA_LIMIT:
            raise Refusal(say("anonymous-long"))
        button = Button(say("button-it-is-me"), again)
        return (Answer(Message((say("anonymous-command"),), ((button,),)), lane=Lane.ANSWER),)

    def _anonymous_report(self, request: Request) -> Answers:
        if tuple(self._registry.plain(request)):
            raise Refusal(say("anonymous-report"))
        return ()


def _known(command: Command | None, request: Request) -> Command | None:
    """The command, if it exists for this person: what is for who runs the bot does not exist for anybody else."""
    return None if command and command.who is Who.OPERATOR and request.service is None else command


def _run(command: Command, request: Request) -> Answers:
    """What the command says; its usage when the arguments were not understood."""
    admitted = _admit(command, request)
    try:
        return tuple(command.handler(admitted))
    except Usage:
        raise _usage(command, admitted) from None


def _admit(command: Command, request: Request) -> Request:
    """The request as the command may have it, or a refusal: the right place, a team, the right to it."""
    if command.where is Where.PRIVATE and request.in_group:
        link = Button(say("button-private"), url=f"https://t.me/{request.bot_username}?start={command.name}")
        raise Refusal(say("private-only", name=command.name), buttons=((link,),))
    if command.where is Where.GROUP and not request.in_group:
        raise Refusal(say("group-only", name=command.name))
    return _joined(_checked(command.who, request), joins=command.joins or command.who is Who.LEAD)


def _checked(who: Who, request: Request) -> Request:
    if who in {Who.ANYONE, Who.OPERATOR}:  # for others than operators the command does not exist
        return request
    if request.team is None:
        raise no_team(request)
    if who is Who.LEAD and not request.is_lead:
        raise Refusal(say("leads-only"))
    if who is Who.VIEWER and request.role not in {Role.LEAD, Role.VIEWER}:
        raise Refusal(say("viewers-only"))
    return _joined(request, joins=who is Who.LEAD)


def _joined(request: Request, *, joins: bool) -> Request:
    """The request with its person as a member, when what they do makes them one."""
    if not joins or request.team is None or (request.member and request.member.active):
        return request
    member = members.join(request.db, request.team.id, request.person.id, request.person.name)
    return replace(request, member=member)


def no_team(request: Request) -> Refusal:
    """Somebody of no team is told how to get one; somebody of several is asked which."""
    if not request.teams:
        return Refusal(say("no-team"))
    rows = tuple((Button(say("button-team", team=t.name), data("team", t.id)),) for t in request.teams)
    return Refusal(say("which-team"), buttons=rows)


def _usage(command: Command, request: Request) -> Refusal:
    examples = command.examples_in(request.chat.language)
    lines: tuple[Say, ...] = tuple(say("usage-example", example=example) for example in examples)
    return Refusal(say(f"command-{command.name}"), say("usage"), *lines)


def _after_word(text: str) -> str:
    return text.split(maxsplit=1)[1].strip() if len(text.split(maxsplit=1)) > 1 else ""
