"""PK: two sellers who agree to be compared over a day or a week."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.called import called, nobody
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer, data
from bot.leads import lead, of_this_team, refuse_viewer
from bot.periods import read_period
from bot.pk import begun, card, settled, slot
from bot.telling import private_chat
from handlers.team_pk import asked_in_words
from kpi.ids import MemberId
from kpi.message import Button, Message, Say, joined, say
from kpi.period import Grain, Period, following, period_of
from kpi.pk import GRAINS, Pk, Side, Stage, agreed_by
from kpi.team import Member, Role, role_of
from storage import calendars, chats, members, pks

pk = Capability()

_MOST = 8  # colleagues on buttons, and PKs in a list
_VERSUS = ("vs", "VS", "Vs", "v.s.", "对", "和")
_TEAMS = {"团队", "team", "teams"}
_HANDICAP = {"差额让分", "让分", "handicap"}
_NEXT = {
    "明天": Grain.DAY, "明日": Grain.DAY, "tomorrow": Grain.DAY,
    "下周": Grain.WEEK, "next week": Grain.WEEK, "nextweek": Grain.WEEK,
}  # fmt: skip
_WHEN = ("today", "week", "tomorrow", "nextweek")  # on buttons


@pk.command(
    "pk",
    words=("挑战",),
    zh=("/pk", "/pk 阿强 本周 让分", "/pk 小美 vs 阿强 明天", "挑战 @阿强 明天", "/pk 团队"),
    en=("/pk", "/pk @Ken week handicap", "/pk Mei vs Ken tomorrow", "/pk team"),
)
def challenge(request: Request) -> Answers:
    """Asks a colleague for a PK, or as a lead two others; alone it offers everybody."""
    if not request.arguments:
        return (_menu(request, request.message_id or 0),)
    word, _, rest = request.arguments.partition(" ")
    if word.casefold() in _TEAMS:
        return asked_in_words(request, rest)
    left, right, rest = _sides(request)
    period, handicap = _terms(request, rest)
    return _asked(request, left, right, period, handicap=handicap)


@pk.press("pk-with")
def offer(request: Request) -> Answers:
    """When to be compared with the colleague whose button was pressed."""
    of_this_team(request, 1)
    colleague = _pressed_member(request, 2)
    rows = tuple(_times(request, colleague, when) for when in _WHEN if _is_open(request, _named(request, when)))
    back = Button(say("button-back"), data("pk-menu", request.number(0), request.its_team.id))
    return (answer(say("pk-when", name=colleague.name), buttons=(*rows, (back,)), slot=f"pk-menu:{request.number(0)}"),)


@pk.press("pk-menu")
def begin_again(request: Request) -> Answers:
    """Everybody who can be asked, in the place of a later step."""
    of_this_team(request, 1)
    return (_menu(request, request.number(0)),)


def _times(request: Request, colleague: Member, when: str) -> tuple[Button, ...]:
    """A time without and with a handicap."""
    label, of = joined(say(f"pk-when-{when}")), (request.its_team.id, colleague.id, when)
    keys = ("button-pk-when", "button-pk-when-handicap")
    return tuple(Button(say(key, when=label), data("pk-ask", *of, with_it)) for with_it, key in enumerate(keys))


@pk.press("pk-ask")
def ask_by_button(request: Request) -> Answers:
    """The same as the command with a colleague, a time and with or without a handicap."""
    of_this_team(request, 0)
    when = request.values[2] if len(request.values) > 2 else ""  # noqa: PLR2004 - the third value
    if when not in _WHEN:
        raise Refusal(say("button-old"))
    handicap = bool(request.number(3))
    return _asked(request, _oneself(request), _pressed_member(request, 1), _named(request, when), handicap=handicap)


@pk.press("pk")
def answered(request: Request) -> Answers:
    """Agrees, or declines. Only the two may agree; who asked and leads may call it off."""
    found = pks.get(request.db, request.its_team.id, request.number(0))
    if found is None:
        raise Refusal(say("button-old"))
    if found.stage is not Stage.ASKED:
        raise Refusal(settled(found.stage))
    if not request.number(1):
        return _declined(request, found)
    if not _is_open(request, found.period):
        raise Refusal(say("pk-too-late"))
    return (_agreed(request, found),)


def _agreed(request: Request, found: Pk) -> Answer:
    refuse_viewer(request)
    own = request.member.id if request.member is not None else None
    if own not in {side.member for side in found.sides}:
        raise Refusal(say("pk-not-yours"))
    left, right = (replace(side, agreed=side.agreed or side.member == own) for side in found.sides)
    now = replace(found, left=left, right=right)
    if left.agreed and right.agreed:
        for side in now.sides:
            _there(request, _member(request, side.member), now.period)
        now = begun(request.db, request.its_team, now)
    pks.save(request.db, now)
    return _card(request, now)


def _declined(request: Request, found: Pk) -> Answers:
    own = request.member.id if request.member is not None else None
    if own not in {found.asked_by, *(side.member for side in found.sides)} and not request.is_lead:
        raise Refusal(say("pk-not-yours"))
    now = replace(found, stage=Stage.DECLINED)
    pks.save(request.db, now)
    shown = _card(request, now)
    asker = _member(request, found.asked_by)
    chat = private_chat(request.db, asker)
    if own == asker.id or chat is None:
        return (shown,)
    return (shown, Answer(Message((*shown.message.lines[:1], say("pk-declined"))), chat=chat))


def _card(request: Request, now: Pk) -> Answer:
    """The PK in the team's group, wherever it is spoken of."""
    team = request.its_team
    message = card(request.db, team, now)
    return Answer(message, slot(now), chat=chats.chat(request.db, team.chat), topic=team.topic)


def _sides(request: Request) -> tuple[Member, Member, str]:
    """The two that are named, or the person and the one that is; and what follows."""
    first = called(request, request.arguments)
    if first is None:
        raise nobody(request.arguments)
    versus = next((word for word in _VERSUS if first.rest.startswith(word)), None)
    if versus is None:
        return _oneself(request), first.member, first.rest
    text = first.rest.removeprefix(versus).strip()
    second = called(request, text)
    if second is None:
        raise nobody(text)
    return first.member, second.member, second.rest


def _terms(request: Request, rest: str) -> tuple[Period, bool]:
    """When, today where nothing is said, and whether with a handicap."""
    words = rest.split()
    handicap = any(word.casefold() in _HANDICAP for word in words)
    named = " ".join(word for word in words if word.casefold() not in _HANDICAP)
    period = _named_or_none(request, named or "today")
    if period is None:
        raise Usage
    return period, handicap


def _named(request: Request, when: str) -> Period:
    period = _named_or_none(request, when)
    if period is None:
        raise Refusal(say("button-old"))
    return period


def _named_or_none(request: Request, named: str) -> Period | None:
    """A day or a week that is not over; None for any other."""
    grain = _NEXT.get(named.casefold())
    if grain is not None:
        return following(period_of(grain, request.today))
    period = read_period(named, request.today)
    return period if period is not None and period.grain in GRAINS and period.end > request.today else None


def _is_open(request: Request, period: Period) -> bool:
    """Whether a PK over `period` may still begin."""
    return request.sent_at < agreed_by(period, request.its_team.zone, request.its_team.day_close)


def _asked(request: Request, left: Member, right: Member, period: Period, *, handicap: bool) -> Answers:
    """The challenge, in the group. Who asks for themselves has agreed."""
    refuse_viewer(request)
    own = request.member.id if request.member is not None and request.member.active else None
    if own not in {left.id, right.id}:
        own = lead(request).id
    _check(request, left, right, period)
    sides = Side(left.id, agreed=left.id == own), Side(right.id, agreed=right.id == own)
    team, by = request.its_team.id, _oneself(request).id
    asked = pks.ask(request.db, team, sides, period, handicap=handicap, by=by, at=request.now)
    shown = _card(request, asked)
    waited_for = [member for member in (left, right) if member.id not in {own, asked.asked_by}]
    echo = () if request.in_group else (answer(say("pk-asked"), *shown.message.lines),)
    return (shown, *echo, *_nudges(request, shown, waited_for))


def _nudges(request: Request, shown: Answer, waited_for: Iterable[Member]) -> Iterator[Answer]:
    """A word in private to whoever is to answer in the group."""
    for member in waited_for:
        chat = private_chat(request.db, member)
        if chat is not None:
            yield Answer(Message((shown.message.lines[0], say("pk-answer-in-group"))), chat=chat)


def _check(request: Request, left: Member, right: Member, period: Period) -> None:
    """`Refusal` for what cannot be a PK, with the reason."""
    if left.id == right.id:
        raise Refusal(say("pk-alone"))
    if not _is_open(request, period):
        raise Refusal(say("pk-half-over", period=period), say("pk-later"))
    for member in (left, right):
        if member.person is None or role_of(member) is Role.VIEWER:
            raise Refusal(say("pk-cannot", name=member.name))
        _there(request, member, period)
    if pks.between(request.db, request.its_team.id, left.id, right.id, period) is not None:
        raise Refusal(say("pk-twice", left=left.name, right=right.name, period=period))


def _there(request: Request, member: Member, period: Period) -> None:
    """`Refusal` when somebody is away on a day of `period`, or nobody works in it."""
    whole, own = calendars.of_members(request.db, request.its_team, period)
    if not whole.weight_of(period):
        raise Refusal(say("pk-rest", period=period))
    if own.get(member.id, whole).weight_of(period) < whole.weight_of(period):
        raise Refusal(say("pk-away", name=member.name, period=period))


def _oneself(request: Request) -> Member:
    if request.member is None or not request.member.active:
        raise Refusal(say("not-a-member"))
    return request.member


def _member(request: Request, number: MemberId) -> Member:
    found = members.get(request.db, request.its_team.id, number)
    if found is None:
        raise Refusal(say("button-old"))
    return found


def _pressed_member(request: Request, index: int) -> Member:
    found = _member(request, MemberId(request.number(index)))
    if not found.active:
        raise Refusal(say("button-old"))
    return found


def _menu(request: Request, number: int) -> Answer:
    """What is going on, how to ask in words, and colleagues to press."""
    team = request.its_team
    going = [found for found in pks.newest(request.db, team.id, _MOST) if found.stage in {Stage.ASKED, Stage.ON}]
    lines = [line for found in going for line in card(request.db, team, found).lines]
    buttons = tuple(_colleagues(request, number))
    rows = tuple(buttons[at : at + 2] for at in range(0, len(buttons), 2))
    if request.is_lead:
        rows = (*rows, (Button(say("button-team-pk"), data("team-pk-menu")),))
    head: list[Say] = [say("pk-menu"), *lines, say("pk-how")]
    return answer(*head, buttons=rows, slot=f"pk-menu:{number}")


def _colleagues(request: Request, number: int) -> Iterator[Button]:
    """Who can be asked, for somebody who sells."""
    own = request.member
    if own is None or not own.active or role_of(own) is Role.VIEWER:
        return
    everybody = members.of_team(request.db, request.its_team.id)
    able = [m for m in everybody if m.active and m.person is not None and role_of(m) is not Role.VIEWER]
    for colleague in [m for m in able if m.id != own.id][:_MOST]:
        which = data("pk-with", number, request.its_team.id, colleague.id)
        yield Button(say("button-pk-with", name=colleague.name), which)
