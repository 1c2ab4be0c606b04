"""A team's settings, and everybody's own language."""

from collections.abc import Iterator

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.leads import lead, of_this_team
from bot.setting_change import change, currency_is_fixed, in_this_topic, label, listed, standing
from bot.setting_choices import pages, rows
from bot.settings_words import Setting, read_language, read_setting
from bot.texts import LANGUAGES
from kpi.message import Button, Message, Say, joined, say
from kpi.team import Team
from storage import people

settings = Capability()

_PAGED = (
    3  # values of a button on the message with the settings: its number, the team, a setting; then a page or a value
)


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
        "设置 置顶 开",
        "设置 上榜 前三",
        "设置 数字 名次",
        "设置 折算 开",
        "设置 库存提醒 10",
        "设置 原话 90天",
    ),
    en=(
        "/settings",
        "/settings zone Berlin",
        "/settings time 20:00",
        "/settings weekly off",
        "/settings close 02:00",
        "/settings currency USD",
        "/settings language en",
        "/settings live on",
        "/settings shows top",
        "/settings figures percent",
        "/settings prorate on",
        "/settings stock 10",
        "/settings words 90",
    ),
)
def show_or_change(request: Request) -> Answers:
    """Shows the settings to everybody; changes one for a lead. A lead's topic becomes that of the posts."""
    if not request.arguments:
        team, moved = in_this_topic(request)
        return (_look(request, team, request.message_id or 0, *moved),)
    asked = read_setting(request.arguments)
    if asked is None:
        raise Usage
    lead(request)
    team, moved = in_this_topic(request)
    _, said = change(request, team, *asked)
    return (answer(*said, *moved),)


@settings.press("settings", who=Who.LEAD)
def turn(request: Request) -> Answers:
    """The choices of one setting on the message with the settings, or all settings again."""
    number, page = request.number(0), request.number(3) if len(request.values) > _PAGED else 0
    of_this_team(request, 1)
    if len(request.values) < _PAGED:
        return (_look(request, request.its_team, number),)
    return (_choices(request, number, _setting(request.values[2]), page),)


@settings.press("set", who=Who.LEAD)
def chosen(request: Request) -> Answers:
    """A choice on the message with the settings, which shows it."""
    if len(request.values) <= _PAGED:
        raise Refusal(say("button-old"))
    of_this_team(request, 1)
    team, said = change(request, request.its_team, _setting(request.values[2]), request.values[3])
    toast = Answer(Message(tuple(said), callback=request.callback))
    return (toast, _look(request, team, request.number(0)))


@settings.press("setting", who=Who.LEAD)
def offered(request: Request) -> Answers:
    """A choice on an answer that offered it."""
    of_this_team(request, 2)
    _, said = change(request, request.its_team, _setting(request.values[0]), request.values[1])
    return (answer(*said),)


def _setting(named: str) -> Setting:
    if named not in {setting.value for setting in Setting}:
        raise Refusal(say("button-old"))
    return Setting(named)


def _look(request: Request, team: Team, number: int, *more: Say) -> Answer:
    """All settings, in the message that `number` names within its chat."""
    lines = [say("settings-head", team=team.name), *listed(team, request.now), *_sight(request)]
    how = say("settings-how" if request.is_lead else "settings-leads-only")
    buttons = _each(request, number) if request.is_lead else ()
    return answer(*lines, *more, how, buttons=buttons, slot=_slot(number))


def _sight(request: Request) -> Iterator[Say]:
    if request.in_group:
        yield say("settings-sees-all" if request.sees_all else "settings-sees-commands")


def _each(request: Request, number: int) -> tuple[tuple[Button, ...], ...]:
    """A button for each setting that can be changed, two in a row."""
    open_to_change = [s for s in Setting if s is not Setting.CURRENCY or not currency_is_fixed(request)]
    of = (number, request.its_team.id)
    buttons = [Button(say("button-setting", what=label(s)), data("settings", *of, s.value)) for s in open_to_change]
    template = Button(say("button-template"), data("template", *of))
    return (*(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)), (template,))


def _choices(request: Request, number: int, setting: Setting, page: int) -> Answer:
    """One setting: how it stands, and what it can be."""
    if page >= pages(setting):
        raise Refusal(say("button-old"))
    team = request.its_team
    line = say("settings-line", what=label(setting), value=joined(standing(setting, team)))
    choices = rows(setting, team, page, lambda value: data("set", number, team.id, setting.value, value))
    more = Button(say("button-more"), data("settings", number, team.id, setting.value, page + 1))
    back = Button(say("button-back"), data("settings", number, team.id))
    last = (back, more) if page + 1 < pages(setting) else (back,)
    return answer(line, *_question(setting), buttons=(*choices, last), slot=_slot(number))


def _question(setting: Setting) -> Iterator[Say]:
    yield say(f"choose-{setting.value}")
    if setting in {Setting.ZONE, Setting.DAILY, Setting.WEEKLY, Setting.CLOSE}:  # of the others all is offered
        yield say(f"choose-written-{setting.value}")


def _slot(number: int) -> str:
    return f"settings:{number}"


@settings.command(
    "language",
    words=("语言", "language"),
    who=Who.ANYONE,
    where=Where.PRIVATE,
    zh=("/language zh", "语言 中文", "/language"),
    en=("/language en", "/language"),
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
    people.choose_language(request.db, request.person.id, wanted)
    return answer(say("language-set", language=joined(say(f"language-{wanted}"))))
