"""A team's settings, and everybody's own language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.leads import lead
from bot.setting_change import change, clock, label, standing
from bot.settings_words import Setting, read_language, read_setting
from bot.texts import LANGUAGES
from kpi.message import Button, Joined, Message, Say, joined, say
from kpi.team import Team
from storage import chats, people, teams

settings = Capability()

_ON_ITS_MESSAGE = 3  # values of a button that stands on a message with the settings: setting, value, message


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
        team = _in_this_topic(request)
        return (_look(request, team, request.message_id or 0, *_moved(request, team)),)
    asked = read_setting(request.arguments)
    if asked is None:
        raise Usage
    lead(request)
    team, said = change(request, _in_this_topic(request), *asked)
    return (answer(*said, *_moved(request, team)),)


@settings.press("setting", who=Who.LEAD)
def pressed(request: Request) -> Answers:
    """A choice: on the message with the settings, which shows it, or on an answer that offered it."""
    setting, wanted = _chosen(request)
    team, said = change(request, request.its_team, setting, wanted)
    if len(request.values) < _ON_ITS_MESSAGE:
        return (answer(*said),)
    toast = Answer(Message(tuple(said), callback=request.callback))
    return (toast, _look(request, team, request.number(2)))


def _chosen(request: Request) -> tuple[Setting, str]:
    if len(request.values) < _ON_ITS_MESSAGE - 1 or request.values[0] not in {setting.value for setting in Setting}:
        raise Refusal(say("button-old"))
    return Setting(request.values[0]), request.values[1]


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


def _look(request: Request, team: Team, number: int, *more: Say) -> Answer:
    """All settings, in the message that `number` names within its chat."""
    lines = [say("settings-head", team=team.name)]
    lines += [say("settings-line", what=label(setting), value=_now(setting, team, request.now)) for setting in Setting]
    lines += _sight(request)
    how = say("settings-how" if request.is_lead else "settings-leads-only")
    buttons = tuple(_choices(team, number)) if request.is_lead else ()
    return answer(*lines, *more, how, buttons=buttons, slot=f"settings:{number}")


def _sight(request: Request) -> Iterator[Say]:
    if request.in_group:
        yield say("settings-sees-all" if request.sees_all else "settings-sees-commands")


def _now(setting: Setting, team: Team, now: datetime) -> Joined:
    """How `setting` stands. A zone says what time it is there, so that a wrong one is seen at once."""
    there = say("settings-clock", time=clock(now, team.zone)) if setting is Setting.ZONE else None
    return joined(standing(setting, team), there)


def _choices(team: Team, number: int) -> Iterator[tuple[Button, ...]]:
    """A button for each setting that has only one other value."""
    yield _switch(Setting.DAILY, number, on=team.daily_at is not None)
    yield _switch(Setting.WEEKLY, number, on=team.weekly_at is not None)
    others = [language for language in LANGUAGES if language != team.language]
    yield tuple(Button(say(f"language-{o}"), data("setting", Setting.LANGUAGE.value, o, number)) for o in others)


def _switch(setting: Setting, number: int, *, on: bool) -> tuple[Button, ...]:
    said = say("button-switch-off" if on else "button-switch-on", what=label(setting))
    return (Button(said, data("setting", setting.value, "off" if on else "on", number)),)


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
    """The same by a button."""
    wanted = read_language("".join(request.values[:1]))
    if wanted is None or request.in_group:
        raise Refusal(say("button-old"))
    return (_speak(request, wanted),)


def _speak(request: Request, wanted: str) -> Answer:
    people.set_person_language(request.db, request.person.id, wanted)
    chats.set_language(request.db, request.chat.id, wanted)
    return answer(say("language-set", language=joined(say(f"language-{wanted}"))))
