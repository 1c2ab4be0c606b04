"""A team's settings, and everybody's own language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.leads import lead
from bot.settings_words import Setting, read_currency, read_language, read_setting, read_switch, read_time
from bot.texts import LANGUAGES
from bot.zones import near_zones, read_zone
from kpi.message import Button, Joined, Minutes, Say, joined, say
from kpi.period import Grain, period_of
from kpi.schedule import Post, due
from kpi.team import Team
from storage import chats, entries, people, posts, targets, teams
from storage.posts import Made
from storage.teams import DAILY_AT, WEEKLY_AT

settings = Capability()

_LATEST_CLOSE = 12 * 60
_AHEAD = timedelta(days=9)  # a weekly post is at most a week away, and one more day where the clocks change

# What decides when something is posted. After a change nothing that is past by then is made up for.
_OF_THE_SCHEDULE = {Setting.ZONE, Setting.DAILY, Setting.WEEKLY, Setting.CLOSE}


@settings.command(
    "settings",
    words=("设置", "settings"),
    zh=(
        "/settings",
        "设置 时区 上海",
        "设置 日报 20:00",
        "设置 周报 关",
        "设置 结算 02:00",
        "设置 货币 CNY",
        "设置 语言 中文",
    ),
    en=(
        "/settings",
        "/settings zone Berlin",
        "/settings time 20:00",
        "/settings weekly off",
        "/settings close 02:00",
        "/settings currency USD",
        "/settings language en",
    ),
)
def show_or_change(request: Request) -> Answers:
    """Shows the settings to everybody; changes one for a lead. A lead's topic becomes that of the posts."""
    if not request.arguments:
        return (_look(request, _in_this_topic(request)),)
    asked = read_setting(request.arguments)
    if asked is None:
        raise Usage
    lead(request)
    return (_change(request, _in_this_topic(request), *asked),)


def _in_this_topic(request: Request) -> Team:
    """The team, with its posts going where a lead speaks of the settings. General has no topic number."""
    team = request.its_team
    if not request.in_group or not request.is_lead or team.topic == request.topic:
        return team
    moved = replace(team, topic=request.topic)
    teams.save(request.db, moved)
    return moved


def _moved(request: Request, team: Team) -> Iterator[Say]:
    if team.topic != request.its_team.topic:
        yield say("settings-posts-here" if team.topic else "settings-posts-in-general")


def _look(request: Request, team: Team) -> Answer:
    lines = [say("settings-head", team=team.name)]
    lines += [say("settings-line", what=_label(setting), value=_now(setting, team, request.now)) for setting in Setting]
    lines += _sight(request)
    lines += _moved(request, team)
    lines.append(say("settings-how" if request.is_lead else "settings-leads-only"))
    return answer(*lines)


def _sight(request: Request) -> Iterator[Say]:
    if request.in_group:
        yield say("settings-sees-all" if request.sees_all else "settings-sees-commands")


def _label(setting: Setting) -> Joined:
    return joined(say(f"setting-{setting.value}"))


def _now(setting: Setting, team: Team, now: datetime) -> Joined:
    """How `setting` stands. A zone says what time it is there, so that a wrong one is seen at once."""
    clock = say("settings-clock", time=_minutes(now.astimezone(ZoneInfo(team.zone))))
    return joined(_value(setting, team), clock if setting is Setting.ZONE else None)


def _value(setting: Setting, team: Team) -> Say:
    match setting:
        case Setting.ZONE:
            return say("settings-text", value=team.zone)
        case Setting.DAILY:
            return _time("settings-daily", team.daily_at)
        case Setting.WEEKLY:
            return _time("settings-weekly", team.weekly_at)
        case Setting.CLOSE:
            return _time("settings-close", team.day_close)
        case Setting.CURRENCY:
            return say("settings-text", value=team.currency)
        case Setting.LANGUAGE:
            return say(f"language-{team.language}")
        case _:
            assert_never(setting)


def _time(key: str, minutes: int | None) -> Say:
    return say("settings-off") if minutes is None else say(key, time=Minutes(minutes))


def _minutes(local: datetime) -> Minutes:
    return Minutes(local.hour * 60 + local.minute)


def _change(request: Request, team: Team, setting: Setting, wanted: str) -> Answer:
    """Sets `setting`, and says what it was, what it is and when the next post comes."""
    changed = _with(request, team, setting, wanted)
    before, after = joined(_value(setting, team)), joined(_value(setting, changed))
    if before == after:
        return answer(say("settings-same", what=_label(setting), value=after), *_moved(request, team))
    if setting in _OF_THE_SCHEDULE:
        changed = replace(changed, scheduled_since=request.now)
    teams.save(request.db, changed)
    if setting is Setting.LANGUAGE:
        chats.set_language(request.db, team.chat, changed.language)
    done = say("settings-changed", what=_label(setting), before=before, after=after)
    return answer(done, *_coming(request, changed, setting), *_moved(request, changed))


def _with(request: Request, team: Team, setting: Setting, wanted: str) -> Team:
    """The team as it is to be. `Refusal` says what could be written instead."""
    match setting:
        case Setting.ZONE:
            return replace(team, zone=_zone(wanted))
        case Setting.DAILY:
            return replace(team, daily_at=_post_time(setting, wanted, team.daily_at, DAILY_AT))
        case Setting.WEEKLY:
            return replace(team, weekly_at=_post_time(setting, wanted, team.weekly_at, WEEKLY_AT))
        case Setting.CLOSE:
            return replace(team, day_close=_close(wanted))
        case Setting.CURRENCY:
            return replace(team, currency=_currency(request, wanted))
        case Setting.LANGUAGE:
            return replace(team, language=_language(wanted))
        case _:
            assert_never(setting)


def _zone(wanted: str) -> str:
    zone = read_zone(wanted)
    if zone is not None:
        return zone
    near = joined(*(say("settings-text", value=name) for name in near_zones(wanted)))
    raise Refusal(say("settings-zone-near", near=near) if near.parts else say("settings-zone-unknown"))


def _post_time(setting: Setting, wanted: str, now: int | None, usual: int) -> int | None:
    """On, off or a time; on means the time it has, or the customary one."""
    switch, minutes = read_switch(wanted), read_time(wanted)
    if switch is not None:
        return (usual if now is None else now) if switch else None
    if minutes is None:
        raise Refusal(say(f"settings-{setting.value}-unclear"))
    return minutes


def _close(wanted: str) -> int:
    minutes = read_time(wanted)
    if minutes is None or minutes > _LATEST_CLOSE:
        raise Refusal(say("settings-close-unclear"))
    return minutes


def _currency(request: Request, wanted: str) -> str:
    team, currency = request.its_team, read_currency(wanted)
    if currency is None:
        raise Refusal(say("settings-currency-unclear"))
    if currency != team.currency and _has_amounts(request):
        raise Refusal(say("settings-currency-fixed", currency=team.currency))
    return currency


def _has_amounts(request: Request) -> bool:
    """Whether there are amounts that would mean something else in another currency."""
    team, month = request.its_team.id, period_of(Grain.MONTH, request.today)
    return entries.has_any(request.db, team) or bool(targets.targets(request.db, team, month.key))


def _language(wanted: str) -> str:
    language = read_language(wanted)
    if language is None:
        raise Refusal(say("settings-language-unclear"))
    return language


def _coming(request: Request, team: Team, setting: Setting) -> Iterator[Say]:
    """The next post of each kind that the change moves."""
    match setting:
        case Setting.DAILY:
            kinds = {Post.DAILY}
        case Setting.WEEKLY:
            kinds = {Post.WEEKLY}
        case Setting.ZONE | Setting.CLOSE:
            kinds = set(Post)
        case Setting.CURRENCY | Setting.LANGUAGE:
            return
        case _:
            assert_never(setting)
    for kind in Post:
        if kind in kinds:
            yield from _next(request, team, kind)


def _next(request: Request, team: Team, kind: Post) -> Iterator[Say]:
    for post in due(team, request.now + _AHEAD, ()):
        made = Made(team.id, post.kind.value, post.period.key)
        if post.kind is kind and posts.state_of(request.db, made) is None:
            local = post.due_at.astimezone(ZoneInfo(team.zone))
            day = period_of(Grain.DAY, local.date())
            yield say(f"settings-next-{kind.value}", day=day, time=_minutes(local), zone=team.zone)
            return


@settings.command(
    "language",
    words=("语言", "language"),
    who=Who.ANYONE,
    where=Where.PRIVATE,
    zh=("/language zh", "语言 中文"),
    en=("/language en",),
)
def language(request: Request) -> Answers:
    """One's own language, in the private chat."""
    if not request.arguments:
        choices = tuple(Button(say(f"language-{code}"), data("language", code)) for code in LANGUAGES)
        return (answer(say("language-which"), buttons=(choices,)),)
    wanted = read_language(request.arguments)
    if wanted is None:
        raise Usage
    return (_speak(request, wanted),)


@settings.press("language", who=Who.ANYONE)
def language_pressed(request: Request) -> Answers:
    wanted = read_language("".join(request.values[:1]))
    if wanted is None or request.in_group:
        raise Refusal(say("button-old"))
    return (_speak(request, wanted),)


def _speak(request: Request, wanted: str) -> Answer:
    people.set_person_language(request.db, request.person.id, wanted)
    chats.set_language(request.db, request.chat.id, wanted)
    return answer(say("language-set", language=joined(say(f"language-{wanted}"))))
