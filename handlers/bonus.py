"""奖金: the rules of pay of a team: from a template or a few questions, tried out, and published."""

from dataclasses import replace

from bot.audit import note
from bot.bonus_lines import with_line
from bot.bonus_pages import (
    at_hand,
    back_button,
    changed,
    copy_button,
    draft_at,
    drafted,
    in_force,
    published,
    shown,
    template_lines,
    version_at,
)
from bot.bonus_terms import impossible
from bot.command import Answer, Answers, Capability, Refusal, Request, Where, Who, answer, data
from bot.pay_guard import unlawful
from bot.pay_readback import read_back
from bot.pay_simulation import simulation
from kpi.message import Button, Say, say
from kpi.pay.templates import Template, template
from kpi.pay.terms import RuleError
from kpi.pay.versions import RulesStage
from kpi.period import Grain, Period, following, period_of
from storage import pay_rules
from storage.pay_rules import PaidMonthError

bonus = Capability()

_NEW = {"wizard", "new", "向导", "新建"}
_DRAFTS = 4  # that are shown


@bonus.command(
    "bonus",
    words=("奖金", "奖金规则"),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/bonus", "奖金 新建", "奖金 提成 0 5% 30000 8%", "奖金 门槛 投诉率 2% 200", "奖金 封顶 3000"),
    en=("/bonus", "/bonus wizard", "/bonus tiers 0 5% 30000 8%", "/bonus threshold complaint rate 2% 200"),
)
def show_or_begin(request: Request) -> Answers:
    """The rules, in sentences; new ones; or a rule in a line."""
    if not request.arguments:
        return (_list(request),)
    if request.arguments.casefold() in _NEW:
        return (_templates(request),)
    reason = unlawful(request, request.arguments)
    if reason is not None:
        return (answer(reason),)
    try:
        return (changed(request, lambda rules: with_line(request, rules, request.arguments)),)
    except RuleError as error:
        raise Refusal(impossible(error)) from None


@bonus.press("bonus", who=Who.LEAD)
def back(request: Request) -> Answers:
    at_hand(request)
    return (_list(request),)


@bonus.press("bonus-new", who=Who.LEAD)
def begin(request: Request) -> Answers:
    """The templates."""
    at_hand(request)
    return (_templates(request),)


@bonus.press("bonus-take", who=Who.LEAD)
def take(request: Request) -> Answers:
    """A draft that is what a template says."""
    at_hand(request)
    try:
        chosen = Template(request.value(1))
    except ValueError:
        raise Refusal(say("button-old")) from None
    return (drafted(request, template(chosen, request.its_team.currency)),)


@bonus.press("bonus-copy", who=Who.LEAD)
def copy(request: Request) -> Answers:
    """What is published is not edited: a draft like it is."""
    at_hand(request)
    return (drafted(request, version_at(request, request.number(1)).rule_set),)


@bonus.press("bonus-open", who=Who.LEAD)
def open_(request: Request) -> Answers:
    """One version, below what the button sits on."""
    at_hand(request)
    return (shown(request, version_at(request, request.number(1)), anew=True),)


@bonus.press("bonus-try", who=Who.LEAD)
def try_out(request: Request) -> Answers:
    """What it would cost; after that it may be published."""
    at_hand(request)
    version, team = draft_at(request, request.number(1)), request.its_team
    pay_rules.simulated(request.db, team.id, version.number)
    head = say("sim-head", number=version.number, stage=RulesStage.SIMULATED.value)
    said = simulation(request.db, team, version.rule_set, request.today, head)
    publish = [
        Button(say("button-bonus-publish", month=month), data("bonus-publish", team.id, version.number, month.key))
        for month in _months(request)
    ]
    back_ = Button(say("button-back"), data("bonus-open", team.id, version.number))
    lines, buttons = (*said.lines, say("bonus-publish-how")), (*((each,) for each in publish), (back_,))
    return (Answer(replace(said, lines=lines, buttons=buttons)),)


@bonus.press("bonus-publish", who=Who.LEAD)
def publish(request: Request) -> Answers:
    """The version holds from a month on, for good."""
    at_hand(request)
    version, team = draft_at(request, request.number(1)), request.its_team
    if version.stage is not RulesStage.SIMULATED:
        raise Refusal(say("bonus-try-first"))
    month = next((each for each in _months(request) if each.key == request.value(2)), None)
    if month is None:
        raise Refusal(say("button-old"))
    try:
        pay_rules.publish(request.db, team.id, version.number, month, by=request.its_member.id, at=request.now)
    except PaidMonthError as paid:
        raise Refusal(say("bonus-month-paid", month=paid.month)) from None
    note(request, say("audit-bonus"), new=say("audit-bonus-published", number=version.number, month=month))
    lines = read_back(version.rule_set)
    return (answer(say("bonus-published", number=version.number, month=month), *lines, say("bonus-published-how")),)


@bonus.press("bonus-discard", who=Who.LEAD)
def discard(request: Request) -> Answers:
    """Throws a draft away."""
    at_hand(request)
    version = draft_at(request, request.number(1))
    pay_rules.discard(request.db, request.its_team.id, version.number)
    return (_list(request, say("bonus-discarded", number=version.number)),)


def _list(request: Request, *said: Say) -> Answer:
    team = request.its_team
    versions = pay_rules.of_team(request.db, team.id)
    held = in_force(request, versions)
    drafts = [each for each in versions if each.stage is not RulesStage.PUBLISHED]
    lines = [line for version in held for line in published(version)]
    head = say("bonus-head", team=team.name) if held else say("bonus-none", team=team.name)
    rows = [(copy_button(team.id, held[-1]),)] if held else []
    rows += [
        (Button(say("button-bonus-draft", number=each.number), data("bonus-open", team.id, each.number)),)
        for each in drafts[-_DRAFTS:]
    ]
    new = Button(say("button-bonus-new"), data("bonus-new", team.id))
    return answer(*said, head, *lines, buttons=(*rows, (new,)))


def _templates(request: Request) -> Answer:
    team = request.its_team
    buttons = tuple(
        Button(say(f"button-bonus-{each.value}"), data("bonus-take", team.id, each.value)) for each in Template
    )
    by_questions = (
        (Button(say("button-bonus-ask"), data("bonus-ask", team.id, "target")),),
        (Button(say("button-bonus-ask-tiers"), data("bonus-ask", team.id, "tiers")),),
    )
    return answer(*template_lines(team.currency), buttons=(buttons, *by_questions, (back_button(team.id),)))


def _months(request: Request) -> tuple[Period, ...]:
    """From when on a draft may hold: at once only where no rules hold now."""
    month = period_of(Grain.MONTH, request.today)
    later = following(month)
    return (later,) if pay_rules.of_month(request.db, request.its_team.id, month) else (month, later)
