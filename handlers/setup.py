"""Setting a team up with a few taps: good guesses first, then a question for each setting.

Each tap is a setting that is written at once, and what comes next stands on the buttons. So nothing is lost when the
bot restarts in the middle, or when somebody stops half-way.
"""

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.events import join_button
from bot.setting_change import change, currency_is_fixed, in_this_topic, listed
from bot.setting_choices import pages, rows
from bot.settings_words import Setting
from kpi.message import Button, Say, say
from kpi.team import Team

setup = Capability()

# What is asked, in this order. Language first: the rest is asked in it.
STEPS = (Setting.LANGUAGE, Setting.ZONE, Setting.CURRENCY, Setting.DAILY, Setting.CLOSE, Setting.WEEKLY)
_CHOICE = 3  # values of a button that sets something: the message's number, a setting, its value

Rows = tuple[tuple[Button, ...], ...]


@setup.command("setup", words=("设置向导",), who=Who.LEAD, zh=("/setup", "设置向导"), en=("/setup",))
def begin(request: Request) -> Answers:
    """What is assumed, to be taken as it is or gone through. The posts go to the topic where it is asked for."""
    if request.arguments:
        raise Usage
    team, moved = in_this_topic(request)
    return (_guessed(request, team, request.message_id or 0, *moved),)


@setup.press("setup", who=Who.LEAD)
def begin_by_button(request: Request) -> Answers:
    """The same by a button: below its message, or in the place of a later step."""
    number = request.number(0) if request.values else request.message_id or 0
    return (_guessed(request, request.its_team, number),)


@setup.press("setup-step", who=Who.LEAD)
def turn(request: Request) -> Answers:
    """A step, or another page of it."""
    setting, page = _asked(request), request.number(2)
    if page >= pages(setting):
        raise Refusal(say("button-old"))
    return (_step(request, request.its_team, request.number(0), setting, page),)


@setup.press("setup-set", who=Who.LEAD)
def choose(request: Request) -> Answers:
    """A choice, and the next step after it."""
    setting = _asked(request)
    if len(request.values) < _CHOICE:
        raise Refusal(say("button-old"))
    team, _ = change(request, request.its_team, setting, request.values[2])
    following = _steps(request)[_steps(request).index(setting) + 1 :]
    if not following:
        return (_done(request, team, request.number(0)),)
    return (_step(request, team, request.number(0), following[0]),)


@setup.press("setup-done", who=Who.LEAD)
def use_these(request: Request) -> Answers:
    """Everything as it stands."""
    return (_done(request, request.its_team, request.number(0)),)


def _steps(request: Request) -> tuple[Setting, ...]:
    """What is asked of this team: the currency only while nothing is in the books."""
    fixed = currency_is_fixed(request)
    return tuple(setting for setting in STEPS if setting is not Setting.CURRENCY or not fixed)


def _asked(request: Request) -> Setting:
    named = request.values[1] if len(request.values) > 1 else ""
    setting = next((setting for setting in _steps(request) if setting.value == named), None)
    if setting is None:
        raise Refusal(say("button-old"))
    return setting


def _guessed(request: Request, team: Team, number: int, *more: Say) -> Answer:
    """All that is assumed, what the bot can see, and the first question."""
    lines = (say("setup-head", team=team.name), *listed(team, request.now), *_sight(request), *more)
    buttons = ((_use(number),), *_choices(team, number, Setting.LANGUAGE))
    return answer(*lines, say("setup-guessed"), buttons=buttons, slot=_slot(number))


def _step(request: Request, team: Team, number: int, setting: Setting, page: int = 0) -> Answer:
    steps = _steps(request)
    at = steps.index(setting)
    head = say("setup-step", team=team.name, step=at + 1, of=len(steps))
    buttons = (*_choices(team, number, setting, page), (_back(number, steps, at, page), _use(number)))
    asked = say(f"choose-{setting.value}")
    return answer(head, *listed(team, request.now, setting), asked, buttons=buttons, slot=_slot(number))


def _choices(team: Team, number: int, setting: Setting, page: int = 0) -> Rows:
    choices = rows(setting, team, page, lambda value: data("setup-set", number, setting.value, value))
    if page + 1 == pages(setting):
        return choices
    return (*choices, (Button(say("button-more"), data("setup-step", number, setting.value, page + 1)),))


def _back(number: int, steps: tuple[Setting, ...], at: int, page: int) -> Button:
    """To the page before, or the step before; before the second stands the beginning."""
    label = say("button-back")
    if page:
        return Button(label, data("setup-step", number, steps[at].value, page - 1))
    if at <= 1:
        return Button(label, data("setup", number))
    return Button(label, data("setup-step", number, steps[at - 1].value, 0))


def _use(number: int) -> Button:
    return Button(say("button-setup-use"), data("setup-done", number))


def _done(request: Request, team: Team, number: int) -> Answer:
    """What to try now, in the words that the bot can see here."""
    try_this = say("setup-done" if request.sees_all or not request.in_group else "setup-done-command")
    lines = (try_this, *listed(team, request.now), *_sight(request), say("setup-later"))
    return answer(*lines, buttons=((join_button(request.bot_username, team),),), slot=_slot(number))


def _sight(request: Request) -> tuple[Say, ...]:
    """What the bot can see of the group, and how to change that."""
    if not request.in_group:
        return ()
    return (say("setup-sees-all" if request.sees_all else "setup-sees-commands"),)


def _slot(number: int) -> str:
    return f"setup:{number}"
