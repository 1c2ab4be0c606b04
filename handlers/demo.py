"""Trying everything out on a team that is invented: made in the private chat, and gone without a trace."""

from dataclasses import replace

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.trial import make
from kpi.message import Button, say
from storage import teams, trials

demo = Capability()

_OFF = {"off", "stop", "end", "关", "关闭", "结束", "删除"}
_LOOKS = (("/top", "/me"), ("/chart", "/analyze"))


@demo.command(
    "demo",
    words=("试用",),
    who=Who.ANYONE,
    where=Where.PRIVATE,
    zh=("/demo", "/demo off", "试用 结束"),
    en=("/demo", "/demo off"),
)
def begin_or_end(request: Request) -> Answers:
    """Makes the trial team or shows that it is there; removes it."""
    asked = request.arguments.strip().lower()
    if asked in _OFF:
        return (_end(request),)
    if asked:
        raise Usage
    return (_begin(request),)


@demo.press("demo", who=Who.ANYONE)
def begin_by_button(request: Request) -> Answers:
    _only_in_private(request)
    return (_begin(request),)


@demo.press("demo-off", who=Who.ANYONE)
def end_by_button(request: Request) -> Answers:
    _only_in_private(request)
    return (_end(request),)


def _only_in_private(request: Request) -> None:
    """Such a button stands in a private chat; in a group it is forged."""
    if request.in_group:
        raise Refusal(say("button-old"))


def _begin(request: Request) -> Answer:
    """The team, new or as it is. One that fell asleep because its person blocked the bot begins anew."""
    known = trials.of_chat(request.db, request.chat.id)
    team = teams.find(request.db, known.team) if known else None
    if team is not None and team.active:
        return answer(say("demo-there", team=team.name), say("demo-end"), buttons=_looks())
    if team is not None:
        trials.end(request.db, team.id)
    others = tuple(one for one in request.teams if team is None or one.id != team.id)
    team = make(replace(request, teams=others, team=None if request.team == team else request.team))
    lines = (say("demo-made", team=team.name), say("demo-story"), say("demo-try"), say("demo-end"))
    return answer(*lines, buttons=_looks())


def _looks() -> tuple[tuple[Button, ...], ...]:
    rows = tuple(tuple(Button(say("button-do", command=name), data("run", name)) for name in row) for row in _LOOKS)
    menu = Button(say("button-help"), data("help"))
    return (*rows, (menu,), (Button(say("button-demo-off"), data("demo-off")),))


def _end(request: Request) -> Answer:
    """Removes the trial team; the team of before is meant again."""
    known = trials.of_chat(request.db, request.chat.id)
    again = ((Button(say("button-demo"), data("demo")),),)
    if known is None:
        return answer(say("demo-none"), buttons=again)
    trials.end(request.db, known.team)
    back = [team for team in request.teams if team.id == known.chosen_before]
    back = back or [team for team in request.teams if team.id != known.team]
    if len(back) != 1:
        return answer(say("demo-over"), buttons=again)
    return answer(say("demo-over"), say("demo-back", team=back[0].name), buttons=again)
