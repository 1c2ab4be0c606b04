"""等级和晋升: public criteria, how far everybody is, and a list on which only a lead acts."""

import re
from fractions import Fraction
from itertools import pairwise

from bot.audit import note
from bot.called import called
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.leads import lead, of_this_team
from bot.levels import candidates, levels_of
from bot.telling import private_chat
from kpi.ids import MemberId
from kpi.level import Candidate, Level, next_level, promotable
from kpi.message import Button, Joined, Message, Number, Say, joined, say
from kpi.team import Member
from storage import levels as stored
from storage import members

level = Capability()

_SET = {"set", "设", "设置"}
_ONE = re.compile(r"(?P<name>.+?)\s*(?P<points>\d{1,3})\s*(?:分|points?)?")
_MOST, _LONGEST = 8, 20  # levels, characters of a name


@level.command(
    "level",
    words=("等级",),
    zh=("/level", "/level set 新人 60 | 骨干 80 | 金牌 100"),
    en=("/level", "/level set Starter 60 | Pro 80 | Gold 100"),
)
def criteria(request: Request) -> Answers:
    """What each level asks for, and how far the person is. A lead changes the criteria."""
    word, _, rest = request.arguments.partition(" ")
    if word.casefold() in _SET:
        lead(request)
        _set(request, rest)
    elif request.arguments:
        raise Usage
    found = levels_of(request.db, request.its_team)
    lines = [say("level-line", name=each.name, points=each.points) for each in found]
    own = _own(request, found) if not request.in_group else []
    how = [say("level-how")] if request.is_lead else []
    return (answer(say("level-head", team=request.its_team.name), *lines, *own, *how),)


def _set(request: Request, text: str) -> None:
    """新人 60 | 骨干 80: names with the points that each asks for."""
    parts = [_ONE.fullmatch(part.strip()) for part in re.split(r"[|｜]", text)]
    found = [
        Level(place, each["name"].strip()[:_LONGEST], int(each["points"])) for place, each in enumerate(parts) if each
    ]
    rising = all(one.points < other.points for one, other in pairwise(found))
    if len(found) != len(parts) or len(found) > _MOST or not rising or not found[0].points:
        raise Usage
    if len({each.name for each in found}) != len(found):
        raise Usage
    stored.set_levels(request.db, request.its_team.id, found)
    note(request, say("audit-levels"), new=say("level-names", names=_names(found)))


def _names(found: list[Level]) -> Joined:
    return joined(*(say("level-line", name=each.name, points=each.points) for each in found))


def _own(request: Request, found: tuple[Level, ...]) -> list[Say]:
    if request.member is None:
        return []
    current = stored.held(request.db, request.its_team.id).get(request.member.id)
    every = candidates(request.db, request.its_team, request.today)
    mine = next((each for each in every if each.member == request.member.id), None)
    lines = [say("level-yours", level=current) if current else say("level-none-yet")]
    if mine is None or mine.average is None:
        return [*lines, say("level-too-early")]
    above = next_level(found, current)
    lines.append(say("level-average", points=Number(mine.average, 1), months=_months(mine)))
    if above is not None and mine.average < above.points:
        lines.append(say("level-missing", name=above.name, points=Number(above.points - mine.average, 1)))
    return lines


def _months(of: Candidate) -> Joined:
    said = (say("sim-none") if each is None else say("level-points", points=Number(each, 1)) for each in of.scores)
    return joined(*said)


@level.command("promote", words=("晋升",), who=Who.LEAD, where=Where.PRIVATE, zh=("/promote", "晋升"), en=("/promote",))
def promotions(request: Request) -> Answers:
    """Who meets the criteria of a level above their own. Nobody is promoted without a lead's word."""
    if request.arguments and called(request, request.arguments) is None:
        raise Usage
    return (_listed(request, request.message_id or 0),)


def _listed(request: Request, number: int) -> Answer:
    found = _promotable(request)
    lines = [
        say(
            "promote-line",
            name=_member(request, each.member).name,
            level=up.name,
            points=Number(each.average or Fraction(0), 1),
            months=_months(each),
        )
        for each, up in found
    ]
    buttons = tuple(
        (
            Button(
                say("button-promote", name=_member(request, each.member).name, level=up.name),
                data("promote", number, request.its_team.id, each.member, up.place),
            ),
        )
        for each, up in found
    )
    return answer(
        say("promote-head" if found else "promote-none", team=request.its_team.name),
        *lines,
        say("promote-how"),
        buttons=buttons,
        slot=f"promote:{number}",
    )


def _promotable(request: Request) -> list[tuple[Candidate, Level]]:
    team = request.its_team
    known = {member.id for member in members.of_team(request.db, team.id) if member.active}
    every = [each for each in candidates(request.db, team, request.today) if each.member in known]
    return promotable(levels_of(request.db, team), every, stored.held(request.db, team.id))


@level.press("promote", who=Who.LEAD)
def ask_first(request: Request) -> Answers:
    """Whether it is meant."""
    each, up = _meant(request)
    yes = Button(
        say("button-promote-yes"), data("promote-yes", request.number(0), request.its_team.id, each.member, up.place)
    )
    no = Button(say("button-cancel"), data("promote-no", request.number(0), request.its_team.id))
    asked = say("promote-ask", name=_member(request, each.member).name, level=up.name)
    return (answer(asked, buttons=((yes, no),), slot=f"promote:{request.number(0)}"),)


@level.press("promote-no", who=Who.LEAD)
def leave(request: Request) -> Answers:
    of_this_team(request, 1)
    return (_listed(request, request.number(0)),)


@level.press("promote-yes", who=Who.LEAD)
def promote(request: Request) -> Answers:
    """Gives the level, and tells the person."""
    each, up = _meant(request)
    member = _member(request, each.member)
    team = request.its_team
    stored.promote(request.db, team.id, member.id, up.name, by=request.its_member.id, at=request.now)
    note(request, say("audit-promote", name=member.name), new=say("plan-name", name=up.name), member=member)
    chat = private_chat(request.db, member)
    told = [Answer(Message((say("promote-told", level=up.name),)), chat=chat)] if chat is not None else []
    done = answer(say("promote-done", name=member.name, level=up.name), slot=f"promote:{request.number(0)}")
    return (done, *told)


def _meant(request: Request) -> tuple[Candidate, Level]:
    """Whom and what a button is about, as long as that holds."""
    of_this_team(request, 1)
    for each, up in _promotable(request):
        if (each.member, up.place) == (MemberId(request.number(2)), request.number(3)) and not request.in_group:
            return each, up
    raise Refusal(say("button-old"))


def _member(request: Request, number: MemberId) -> Member:
    found = members.get(request.db, request.its_team.id, number)
    if found is None:
        raise Refusal(say("button-old"))
    return found
