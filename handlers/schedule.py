"""What comes by itself and when, and pausing it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.audit import note
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.day_spans import read_days
from bot.leads import lead, of_this_team
from bot.zones import clock
from kpi.message import Button, Say, joined, say
from kpi.schedule import Post, next_at
from kpi.team import Pause, Team
from storage import teams

schedule = Capability()

_PAUSE = {"pause", "暂停", "停"}
_RESUME = {"resume", "恢复", "继续"}
_ALL = "all"


@schedule.command(
    "schedule",
    words=("计划任务", "自动消息"),
    zh=("/schedule", "计划任务 暂停 6-20", "计划任务 恢复"),
    en=("/schedule", "/schedule pause 6-20", "/schedule resume"),
)
def show_or_pause(request: Request) -> Answers:
    """Shows everything that is scheduled; for a lead, pauses or resumes all of it."""
    word, _, rest = request.arguments.strip().partition(" ")
    if not word:
        return (_page(request, request.message_id or 0),)
    if word.lower() not in _PAUSE | _RESUME or (word.lower() in _RESUME and rest):
        raise Usage
    lead(request)
    until = _day(request, rest) if rest else None
    _set(request, list(Post), paused=word.lower() in _PAUSE, until=until)
    return (_page(request, request.message_id or 0),)


def _day(request: Request, text: str) -> date:
    """The day until which a pause lasts, which is to come."""
    days = read_days(text, request.today)
    if days is None:
        raise Usage
    if days.start <= request.today:
        raise Refusal(say("schedule-past"))
    return days.start


@schedule.press("schedule", who=Who.LEAD)
def turn(request: Request) -> Answers:
    """Pauses or resumes one kind, or all, by a button, in the message at hand."""
    of_this_team(request, 1)
    values = (*request.values[2:4], "", "")
    kinds = list(Post) if values[0] == _ALL else [kind for kind in Post if kind.value == values[0]]
    if not kinds or values[1] not in {"pause", "resume"}:
        raise Refusal(say("button-old"))
    _set(request, kinds, paused=values[1] == "pause", until=None)
    return (_page(request, request.number(0)),)


def _set(request: Request, kinds: list[Post], *, paused: bool, until: date | None) -> None:
    team = _team(request)
    named = {kind.value for kind in kinds}
    pauses = [pause for pause in team.pauses if pause.kind not in named]
    if paused:
        pauses += [Pause(kind.value, until) for kind in kinds]
    changed = replace(team, pauses=tuple(sorted(pauses)))
    if changed == team:
        return
    teams.save(request.db, changed)
    what = _name(kinds[0]) if len(kinds) == 1 else say("schedule-all")
    note(request, say("audit-schedule", what=joined(what)), old=_state(team, kinds[0]), new=_state(changed, kinds[0]))


def _state(team: Team, kind: Post) -> Say:
    """Whether `kind` is made, for the record."""
    found = next((pause for pause in team.pauses if pause.kind == kind.value), None)
    if found is None:
        return say("schedule-state-on")
    return say("schedule-state-paused") if found.until is None else say("schedule-state-until", day=found.until)


def _team(request: Request) -> Team:
    """The team as it is now, after what this request has changed."""
    found = teams.find(request.db, request.its_team.id)
    assert found is not None  # noqa: S101
    return found


def _page(request: Request, number: int) -> Answer:
    team = _team(request)
    lines = (say("schedule-title", team=team.name, zone=team.zone), *(_line(request, team, kind) for kind in Post))
    if not request.is_lead:
        return answer(*lines)
    buttons = tuple(_buttons(team, number))
    return answer(*lines, say("schedule-how"), buttons=buttons, slot=f"schedule:{number}")


def _line(request: Request, team: Team, kind: Post) -> Say:
    name = joined(_name(kind))
    found = next((pause for pause in team.pauses if pause.kind == kind.value), None)
    if found is not None and found.until is None:
        return say("schedule-paused", name=name)
    if found is not None and found.until is not None and found.until > request.today:
        return say("schedule-paused-until", name=name, day=found.until)
    coming = next_at(team, kind, request.now)
    if coming is None:
        return say("schedule-off", name=name)
    local = coming.astimezone(ZoneInfo(team.zone)).date()
    return say("schedule-post", name=name, day=local, at=clock(coming, team.zone))


def _buttons(team: Team, number: int) -> Iterator[tuple[Button, ...]]:
    """One for each kind, and one for all."""
    paused = {pause.kind for pause in team.pauses}
    for kind in Post:
        yield (_button(team, number, kind.value, paused=kind.value in paused, name=_name(kind)),)
    does = "resume" if paused else "pause"
    yield (Button(say(f"button-schedule-{does}-all"), data("schedule", number, team.id, _ALL, does)),)


def _button(team: Team, number: int, kind: str, *, paused: bool, name: Say) -> Button:
    does = "resume" if paused else "pause"
    return Button(say(f"button-schedule-{does}", name=joined(name)), data("schedule", number, team.id, kind, does))


def _name(kind: Post) -> Say:
    return say(f"schedule-{kind.value}")
