"""PK between two teams that the same person leads, over a week."""

from collections.abc import Iterator
from dataclasses import replace

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.leads import of_this_team, teams_as
from bot.pk import settled
from bot.team_pk import asker_chat, card, is_open, sides_of, slot
from kpi.message import Button, Message, joined, say
from kpi.period import Grain, Period, following, period_of
from kpi.pk import Stage, TeamPk
from kpi.team import Role, Team
from storage import chats, team_pks, trials

team_pk = Capability()

_PER_HEAD = {"人均", "average", "avg", "per-head"}
_WEEKS = {"本周": "week", "这周": "week", "week": "week", "下周": "nextweek", "nextweek": "nextweek"}
_BUTTONS = ("week", "nextweek")


def asked_in_words(request: Request, text: str) -> Answers:
    """`/pk 团队 [name] [本周|下周] [人均]`; without a team, those that can be asked."""
    _refuse_unless_lead(request)
    words = text.split()
    per_head = any(word.casefold() in _PER_HEAD for word in words)
    when = [_WEEKS[word.casefold()] for word in words if word.casefold() in _WEEKS]
    named = " ".join(w for w in words if w.casefold() not in _PER_HEAD and w.casefold() not in _WEEKS)
    others = list(_others(request))
    if not words or not others:
        return (_menu(request, others),)
    found = [team for team in others if named.casefold() in {"", team.name.casefold()}]
    if len(found) != 1 or len(when) > 1:
        raise Usage
    return _ask(request, found[0], _week(request, *(when or ["week"])), per_head=per_head)


@team_pk.press("team-pk-menu", who=Who.LEAD)
def menu(request: Request) -> Answers:
    """The teams that can be asked."""
    return (_menu(request, list(_others(request))),)


@team_pk.press("team-pk-ask", who=Who.LEAD)
def ask_by_button(request: Request) -> Answers:
    """A team, a week and how they are compared, by a button."""
    of_this_team(request, 0)
    other = next((team for team in _others(request) if team.id == request.number(1)), None)
    when = request.values[2] if len(request.values) > 2 else ""  # noqa: PLR2004 - the third value
    if other is None or when not in _BUTTONS:
        raise Refusal(say("button-old"))
    return _ask(request, other, _week(request, when), per_head=bool(request.number(3)))


@team_pk.press("team-pk", who=Who.LEAD)
def answered(request: Request) -> Answers:
    """A lead of the second team agrees, or declines."""
    found = team_pks.get(request.db, request.its_team.id, request.number(0))
    sides = None if found is None else sides_of(request.db, found)
    if found is None or sides is None or request.its_team.id != found.right:
        raise Refusal(say("button-old"))
    if found.stage is not Stage.ASKED:
        raise Refusal(settled(found.stage))
    agrees = bool(request.number(1))
    if agrees and not is_open(found, sides, request.sent_at):
        raise Refusal(say("pk-too-late"))
    now = replace(found, stage=Stage.ON if agrees else Stage.DECLINED)
    team_pks.set_stage(request.db, now.id, now.stage)
    return (*_cards(request, now, sides), *([] if agrees else _told(request, now, sides)))


def _told(request: Request, now: TeamPk, sides: tuple[Team, Team]) -> Iterator[Answer]:
    """A polite word to whoever asked, unless they answered themselves."""
    chat = asker_chat(request.db, now)
    if chat is not None and now.asked_by != request.person.id:
        yield Answer(replace(card(now, sides, now.left), buttons=()), chat=chat)


def _refuse_unless_lead(request: Request) -> None:
    if not request.is_lead:
        raise Refusal(say("leads-only"))


def _others(request: Request) -> Iterator[Team]:
    """The other teams that the person leads. A trial team is compared with none."""
    if trials.of_chat(request.db, request.its_team.chat) is None:
        yield from (team for team in teams_as(request, Role.LEAD) if team.id != request.its_team.id)


def _menu(request: Request, others: list[Team]) -> Answer:
    if not others:
        return answer(say("team-pk-none"))
    rows = tuple(_choices(request, team, when) for team in others for when in _BUTTONS)
    return answer(say("team-pk-menu", team=request.its_team.name), buttons=rows)


def _choices(request: Request, other: Team, when: str) -> tuple[Button, ...]:
    """A team in a week: by its sum, and by head."""
    label = joined(say(f"pk-when-{when}"))
    return tuple(
        Button(say(key, team=other.name, when=label), data("team-pk-ask", request.its_team.id, other.id, when, by))
        for by, key in enumerate(("button-team-pk-sum", "button-team-pk-head"))
    )


def _week(request: Request, when: str) -> Period:
    this = period_of(Grain.WEEK, request.today)
    return this if when == "week" else following(this)


def _ask(request: Request, other: Team, week: Period, *, per_head: bool) -> Answers:
    own = request.its_team
    if own.currency != other.currency:
        raise Refusal(say("team-pk-currencies", left=own.currency, right=other.currency))
    if team_pks.of_week(request.db, (own.id, other.id), week) is not None:
        raise Refusal(say("pk-twice", left=own.name, right=other.name, period=week))
    asked = team_pks.ask(request.db, (own.id, other.id), week, per_head=per_head, by=request.person.id, at=request.now)
    if not is_open(asked, (own, other), request.sent_at):
        raise Refusal(say("pk-half-over", period=week), say("team-pk-later"))
    shown = _cards(request, asked, (own, other))
    return shown if request.in_group else (*shown, answer(say("pk-asked"), *shown[0].message.lines))


def _cards(request: Request, pk: TeamPk, sides: tuple[Team, Team]) -> tuple[Answer, ...]:
    """The PK in both groups, wherever it is spoken of."""
    return tuple(_card(request, card(pk, sides, team.id), pk, team) for team in sides)


def _card(request: Request, message: Message, pk: TeamPk, team: Team) -> Answer:
    return Answer(message, slot(pk), chat=chats.chat(request.db, team.chat), topic=team.topic)
