"""Setting a team up with a few taps: good guesses first, then a question for each setting.

Each tap is a setting that is written at once, and what comes next stands on the buttons. So nothing is lost when the
bot restarts in the middle, or when somebody stops half-way.
"""

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.events import join_button
from bot.leads import of_this_team
from bot.setting_change import change, currency_is_fixed, in_this_topic, listed
from bot.setting_choices import pages, rows
from bot.settings_words import Setting
from kpi.message import Button, Say, say
from kpi.team import Team

setup = Capability()

# What is shown and asked, in this order. Language first: the rest is asked in it.
STEPS = (Setting.LANGUAGE, Setting.ZONE, Setting.CURRENCY, Setting.DAILY, Setting.CLOSE, Setting.WEEKLY)
_CHOICE = 4  # values of a button that sets something: the message's number, the team, a setting, its value

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
    if not request.values:
        return (_guessed(request, request.its_team, request.message_id or 0),)
    return (_guessed(request, request.its_team, _number(request)),)


@setup.press("setup-step", who=Who.LEAD)
def turn(request: Request) -> Answers:
    """A step, or another page of it."""
    number, setting, page = _number(request), _asked(request), request.number(3)
    if page >= pages(setting):
        raise Refusal(say("button-old"))
    return (_step(request, request.its_team, number, setting, page),)


@setup.press("pick", who=Who.LEAD)
def choose(request: Request) -> Answers:
    """A choice, and the next step after it."""
    number, setting = _number(request), _asked(request)
    if len(request.values) < _CHOICE:
        raise Refusal(say("button-old"))
    team, _ = change(request, request.its_team, setting, request.values[3])
    following = _steps(request)[_steps(request).index(setting) + 1 :]
    if not following:
        return (_done(request, team, number),)
    return (_step(request, team, number, following[0]),)


@setup.press("setup-done", who=Who.LEAD)
def use_these(request: Request) -> Answers:
    """Everything as it stands."""
    return (_done(request, request.its_team, _number(request)),)


def _number(request: Request) -> int:
    """The number of the message that the button stands on, which is about the team that is meant now."""
    of_this_team(request, 1)
    return request.number(0)


def _steps(request: Request) -> tuple[Setting, ...]:
    """What is asked of this team: the currency only while nothing is in the books."""
    fixed = currency_is_fixed(request)
    return tuple(setting for setting in STEPS if setting is not Setting.CURRENCY or not fixed)


def _asked(request: Request) -> Setting:
    named = request.values[2] if len(request.values) > 2 else ""  # noqa: PLR2004
    setting = next((setting for setting in _steps(request) if setting.value == named), None)
    if setting is None:
        raise Refusal(say("button-old"))
    return setting


def _guessed(request: Request, team: Team, number: int, *more: Say) -> Answer:
    """All that is assumed, what the bot can see, and the first question."""
    lines = (say("setup-head", team=team.name), *listed(team, request.now, STEPS), *_sight(request), *more)
    buttons = ((_use(team, number),), *_choices(team, number, Setting.LANGUAGE))
    return answer(*lines, say("setup-guessed"), buttons=buttons, slot=_slot(number))


def _step(request: Request, team: Team, number: int, setting: Setting, page: int = 0) -> Answer:
    steps = _steps(request)
    at = steps.index(setting)
    head = say("setup-step", team=team.name, step=at + 1, of=len(steps))
    buttons = (*_choices(team, number, setting, page), (_back(team, number, steps, at, page), _use(team, number)))
    asked = say(f"choose-{setting.value}")
    return answer(head, *listed(team, request.now, STEPS, setting), asked, buttons=buttons, slot=_slot(number))


def _choices(team: Team, number: int, setting: Setting, page: int = 0) -> Rows:
    choices = rows(setting, team, page, lambda value: data("pick", number, team.id, setting.value, value))
    if page + 1 == pages(setting):
        return choices
    return (*choices, (Button(say("button-more"), data("setup-step", number, team.id, setting.value, page + 1)),))


def _back(team: Team, number: int, steps: tuple[Setting, ...], at: int, page: int) -> Button:
    """To the page before, or the step before; before the second stands the beginning."""
    before = (steps[at].value, page - 1) if page else (steps[at - 1].value, 0)
    return Button(
        say("button-back"),
        data("setup-step", number, team.id, *before) if page or at > 1 else data("setup", number, team.id),
    )


def _use(team: Team, number: int) -> Button:
    return Button(say("button-setup-use"), data("setup-done", number, team.id))


def _done(request: Request, team: Team, number: int) -> Answer:
    """What to try now, in the words that the bot can see here."""
    try_this = say("setup-done" if request.sees_all or not request.in_group else "setup-done-command")
    lines = (try_this, *listed(team, request.now, STEPS), *_sight(request), say("setup-later"))
    template = Button(say("button-template"), data("template", number, team.id))
    return answer(*lines, buttons=((join_button(request.bot_username, team),), (template,)), slot=_slot(number))


def _sight(request: Request) -> tuple[Say, ...]:
    """What the bot can see of the group, and how to change that."""
    if not request.in_group:
        return ()
    return (say("setup-sees-all" if request.sees_all else "setup-sees-commands"),)


def _slot(number: int) -> str:
    return f"setup:{number}"
