"""When the team sells: its work week, rest days and campaigns, and who is away."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.aim_presence import due_in, prorated_lines
from bot.audit import note
from bot.called import called, nobody
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.day_spans import read_days, span
from bot.leads import lead, of_this_team, refuse_viewer
from kpi.calendar import DAYS_OF_A_WEEK, EVERY_WEEKDAY, Calendar, Presence
from kpi.ids import MemberId
from kpi.message import Button, Joined, Say, joined, say
from kpi.period import Grain, Period, following, period_of, previous
from kpi.team import Member, Role, Team, role_of
from storage import calendars, members, teams

calendar = Capability()

_HEAVIEST = 20  # a campaign day weighs as much as that many others
_WIDTH = 4  # weekdays in a row of buttons
_COMING = timedelta(days=31)  # as far as leave is listed
_LONGEST_LIST = 30
_MONTHS = range(2000 * 12, 2100 * 12)
_WEIGHTS = {
    "休": 0, "休息": 0, "放假": 0, "off": 0, "rest": 0, "holiday": 0,
    "上班": 1, "work": 1,
    "正常": None, "normal": None,
}  # fmt: skip
_TIMES = re.compile(r"(?:x|×|\*|权重)(\d{1,2})|(\d{1,2})倍")
_BACK = {"取消", "销假", "cancel", "back"}


@calendar.command(
    "calendar",
    words=("日历",),
    zh=("/calendar", "日历 6-16至6-18 x3", "日历 6-19 休", "日历 6-21 上班", "日历 6-19 正常"),
    en=("/calendar", "/calendar 16-18 Jun x3", "/calendar 6-19 off", "/calendar 6-21 work", "/calendar 6-19 normal"),
)
def show_or_weigh(request: Request) -> Answers:
    """Shows the month to everybody; gives days a weight for a lead."""
    if not request.arguments:
        return (_month(request, request.its_team, period_of(Grain.MONTH, request.today), request.message_id or 0),)
    lead(request)
    named, _, word = request.arguments.rpartition(" ")
    days, weight = read_days(named, request.today), _weight(word)
    if days is None:
        raise Usage
    return (answer(_weigh(request, days, weight)),)


def _weight(word: str) -> int | None:
    """What `word` makes a day weigh; None when its weekday is to decide. `Usage` for any other word."""
    if (times := _TIMES.fullmatch(word.lower())) is not None:
        weight = int(times[1] or times[2])
        if weight > _HEAVIEST:
            raise Refusal(say("calendar-too-heavy", most=_HEAVIEST))
        return weight
    if word.lower() not in _WEIGHTS:
        raise Usage
    return _WEIGHTS[word.lower()]


def _weigh(request: Request, days: Period, weight: int | None) -> Say:
    calendars.set_weight(request.db, request.its_team.id, days.days(), weight)
    what = _heaviness(weight)
    note(request, say("audit-calendar", days=days), new=what, period=days)
    return say("calendar-set", days=days, what=joined(what))


def _heaviness(weight: int | None) -> Say:
    if weight is None:
        return say("calendar-normal")
    return say("calendar-off") if weight == 0 else say("calendar-work") if weight == 1 else say("calendar-x", n=weight)


@calendar.press("calendar")
def turn(request: Request) -> Answers:
    """Another month in the place of this one."""
    of_this_team(request, 1)
    return (_month(request, request.its_team, _pressed_month(request), request.number(0)),)


@calendar.press("work-day", who=Who.LEAD)
def toggle(request: Request) -> Answers:
    """A weekday becomes a working day, or a rest day. The last working day stays one."""
    of_this_team(request, 1)
    weekday = request.number(3)
    if weekday not in EVERY_WEEKDAY:
        raise Refusal(say("button-old"))
    before = request.its_team
    now = replace(before, work_week=before.work_week ^ {weekday})
    if not now.work_week:
        raise Refusal(say("calendar-no-day-left"))
    teams.save(request.db, now)
    note(request, say("audit-work-week"), old=_week(before.work_week), new=_week(now.work_week))
    return (_month(request, now, _pressed_month(request), request.number(0)),)


def _pressed_month(request: Request) -> Period:
    """The month that a button carries as a count of months."""
    number = request.number(2)
    if number not in _MONTHS:
        raise Refusal(say("button-old"))
    return period_of(Grain.MONTH, date(number // 12, number % 12 + 1, 1))


def _month(request: Request, team: Team, month: Period, number: int) -> Answer:
    """A month of the calendar, with its weekdays to be pressed by a lead."""
    whole = calendars.of_team(request.db, team, month)
    working = sum(1 for day in month.days() if whole.weight(day))
    lines = (
        say("calendar-head", team=team.name, month=month),
        say("calendar-week", week=joined(_week(team.work_week))),
        *_special(whole, month),
        *_away(request, month),
        say("calendar-sum", days=working, weight=whole.weight_of(month)),
        say("calendar-how" if request.is_lead else "calendar-leads-only"),
    )
    rows = (*(_weekdays(team, month, number) if request.is_lead else ()), _turning(team, month, number))
    return answer(*lines, buttons=rows, slot=f"calendar:{number}")


def _week(days: frozenset[int]) -> Say:
    return say("work-week", days="".join(("on-", *map(str, sorted(days)))), named=_names(days))


def _names(days: frozenset[int]) -> Joined:
    return joined(*(say(f"weekday-{day}") for day in sorted(days)))


def _special(whole: Calendar, month: Period) -> Iterator[Say]:
    """The days that weigh something else than their weekday, neighbours of one weight together."""
    days = sorted(day for day in whole.special if day in month)
    for first, last in _runs(days, lambda a, b: whole.special[a] == whole.special[b]):
        yield say("calendar-line", days=span(first, last), what=joined(_heaviness(whole.special[first])))


def _away(request: Request, month: Period) -> Iterator[Say]:
    there = calendars.presences(request.db, request.its_team.id, month)
    for member in _selling(request):
        for first, last in _runs(sorted(there.get(member.id, Presence()).leave)):
            yield say("leave-line", name=member.name, days=span(first, last))


def _runs(days: list[date], alike: Callable[[date, date], bool] = lambda _, __: True) -> Iterator[tuple[date, date]]:
    """The first and last of each row of neighbouring days that are alike."""
    first: date | None = None
    for day, after in zip(days, [*days[1:], None], strict=False):  # no days: a None too many
        first = first or day
        if after is None or after - day > timedelta(days=1) or not alike(day, after):
            yield first, day
            first = None


def _weekdays(team: Team, month: Period, number: int) -> Iterator[tuple[Button, ...]]:
    buttons = [
        Button(
            say("calendar-works" if day in team.work_week else "calendar-rests", day=joined(say(f"weekday-{day}"))),
            data("work-day", number, team.id, _months(month), day),
        )
        for day in range(DAYS_OF_A_WEEK)
    ]
    return (tuple(buttons[at : at + _WIDTH]) for at in range(0, DAYS_OF_A_WEEK, _WIDTH))


def _turning(team: Team, month: Period, number: int) -> tuple[Button, ...]:
    return tuple(
        Button(say(key, month=to), data("calendar", number, team.id, _months(to)))
        for key, to in (("calendar-before", previous(month)), ("calendar-after", following(month)))
    )


def _months(month: Period) -> int:
    return month.start.year * 12 + month.start.month - 1


@calendar.command(
    "leave",
    words=("请假", "休假"),
    zh=("/leave", "/leave 6-10", "请假 丽丽 6-10至6-12", "请假 6-10 取消"),
    en=("/leave", "/leave 6-10", "/leave @Lili 10-12 Jun", "/leave 6-10 cancel"),
)
def away(request: Request) -> Answers:
    """Who is away; marks one's own days, or for a lead a colleague's."""
    if not request.arguments:
        return (_who_is_away(request),)
    found = called(request, request.arguments)
    whose, text = (found.member, found.rest) if found else (_oneself(request), request.arguments)
    head, _, last = text.rpartition(" ")
    coming_back = last.lower() in _BACK
    days = read_days(head if coming_back else text, request.today)
    if days is None:
        if found is None and read_days(text.partition(" ")[2], request.today):
            raise nobody(text)
        raise Usage
    return (_mark(request, whose, days, away=not coming_back),)


@calendar.press("leave")
def mark_by_button(request: Request) -> Answers:
    """One's own leave today or tomorrow, or taken back what was marked."""
    of_this_team(request, 0)
    whose = members.get(request.db, request.its_team.id, MemberId(request.number(1)))
    if whose is None or not whose.active:
        raise Refusal(say("button-old"))
    days = _pressed_days(request)
    return (_mark(request, whose, days, away=request.number(4) == 1),)


def _pressed_days(request: Request) -> Period:
    try:
        first = date.fromordinal(request.number(2))
        return span(first, first + timedelta(days=min(request.number(3), _COMING.days * 12)))
    except (ValueError, OverflowError):
        raise Refusal(say("button-old")) from None


def _oneself(request: Request) -> Member:
    if request.member is None or not request.member.active:
        raise Refusal(say("not-a-member"))
    return request.member


def _mark(request: Request, whose: Member, days: Period, *, away: bool) -> Answer:
    """Marks leave, or takes it back. A colleague's is for leads."""
    refuse_viewer(request)
    by = _oneself(request) if request.member and whose.id == request.member.id else lead(request)
    before = due_in(request, whose, days)
    calendars.set_leave(request.db, whose.team, whose.id, days.days(), away=away)
    new = say("leave-away" if away else "leave-back")
    note(request, say("audit-leave", name=whose.name, days=days), new=new, member=whose, by=by)
    turned = Button(
        say("button-leave-back" if away else "button-leave-again"),
        data("leave", whose.team, whose.id, days.start.toordinal(), days.length - 1, int(not away)),
    )
    slot = f"leave:{whose.id}:{days.start.isoformat()}:{days.length}"
    done = say("leave-set" if away else "leave-unset", name=whose.name, days=days)
    return answer(done, *prorated_lines(request, whose, before), buttons=((turned,),), slot=slot)


def _who_is_away(request: Request) -> Answer:
    """Everybody's leave from today on for a month, and one's own by buttons."""
    coming = Period(Grain.WEEK, request.today, request.today + _COMING)
    lines = list(_away(request, coming))[:_LONGEST_LIST]
    head = say("leave-head" if lines else "leave-none", team=request.its_team.name)
    how = say("leave-how-lead" if request.is_lead else "leave-how")
    return answer(head, *lines, how, buttons=tuple(_own_buttons(request)))


def _own_buttons(request: Request) -> Iterator[tuple[Button, ...]]:
    if request.member is None or not request.member.active or role_of(request.member) is Role.VIEWER:
        return
    yield tuple(
        Button(say(key), data("leave", request.its_team.id, request.member.id, day.toordinal(), 0, 1))
        for key, day in (
            ("button-leave-today", request.today),
            ("button-leave-tomorrow", request.today + timedelta(days=1)),
        )
    )


def _selling(request: Request) -> Iterable[Member]:
    everybody = members.of_team(request.db, request.its_team.id)
    return (member for member in everybody if member.active and role_of(member) is not Role.VIEWER)
