"""奖金: the rules of pay of a team: from a template or a few questions, tried out, and published."""

from dataclasses import replace

from bot.asking import ask, pressed, settle
from bot.audit import note
from bot.bonus_lines import with_rule
from bot.bonus_wizard import QUESTION, Wizard, decoded, encoded, read, worded
from bot.bonus_words import draft_buttons, draft_lines, published, template_lines
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.leads import lead, of_this_team
from bot.pay_guard import unlawful
from bot.pay_readback import read_back
from bot.pay_simulation import simulation
from bot.reader.counts import read_all
from bot.reader.reading import Records
from bot.report import context
from kpi.message import Button, Say, say
from kpi.pay.rules import RuleSet
from kpi.pay.templates import Special, Template, template, toggled
from kpi.pay.terms import RuleError
from kpi.pay.versions import RulesStage, Version
from kpi.period import Grain, Period, following, period_of
from storage import outbox, pay_rules
from storage.pay_rules import PaidMonthError
from storage.questions import Question

bonus = Capability()

_NEW = {"wizard", "new", "向导", "新建"}


@bonus.command(
    "bonus",
    words=("奖金", "奖金规则"),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/bonus", "奖金 新建", "奖金 提成 0 5% 30000 8%", "奖金 门槛 投诉率 2% 200", "奖金 满意度 10% 300"),
    en=("/bonus", "/bonus wizard", "/bonus tiers 0 5% 30000 8%", "/bonus threshold complaint rate 2% 200"),
)
def show_or_begin(request: Request) -> Answers:
    """The rules, in sentences; or new ones."""
    if not request.arguments:
        return (_list(request),)
    if request.arguments.casefold() in _NEW:
        return (_templates(request),)
    reason = unlawful(request, request.arguments)
    if reason is not None:
        return (answer(reason),)
    return (_line(request),)


def _line(request: Request) -> Answer:
    """A rule in a line: put to the draft at hand, else to a new one like the rules in force."""
    versions = pay_rules.of_team(request.db, request.its_team.id)
    open_ = next((each for each in reversed(versions) if each.stage is not RulesStage.PUBLISHED), None)
    held = _held(request, versions)
    base = open_ or (held[-1] if held else None)
    changed = with_rule(request, base.rule_set if base else None, request.arguments)
    if changed is None:
        raise Usage
    if open_ is None:
        return drafted(request, changed)
    pay_rules.edit(request.db, request.its_team.id, open_.number, changed)
    outbox.forget_slot(request.db, request.chat.id, f"bonus:{request.its_team.id}:{open_.number}")
    now = pay_rules.get(request.db, request.its_team.id, open_.number)
    return _shown(request, now or open_)


@bonus.press("bonus", who=Who.LEAD)
def back(request: Request) -> Answers:
    _at_hand(request)
    return (_list(request),)


@bonus.press("bonus-new", who=Who.LEAD)
def begin(request: Request) -> Answers:
    """The templates."""
    _at_hand(request)
    return (_templates(request),)


@bonus.press("bonus-take", who=Who.LEAD)
def take(request: Request) -> Answers:
    """A draft that is what a template says."""
    _at_hand(request)
    try:
        chosen = Template(request.value(1))
    except ValueError:
        raise Refusal(say("button-old")) from None
    return (drafted(request, template(chosen, request.its_team.currency)),)


@bonus.press("bonus-ask", who=Who.LEAD)
def ask_first(request: Request) -> Answers:
    """The first of a few questions."""
    _at_hand(request)
    return ask(request, QUESTION, encoded(Wizard(request.its_team.currency)), worded)


@bonus.press("bonus-pick", who=Who.LEAD)
def picked(request: Request) -> Answers:
    """An answer that was pressed: the next question stands in place of this one."""
    request, question = pressed(request)
    wizard = decoded(question)
    offered, at = wizard.offered, request.number(2)
    if question.kind != QUESTION or request.number(1) != len(wizard.answers) or at >= len(offered):
        raise Refusal(say("button-old"))
    lead(request)
    return _answered(request, question, wizard.answered(offered[at]))


@bonus.answers(QUESTION)
def typed(request: Request, question: Question) -> Answers:
    """An answer that was typed. A report is one, whatever is open, unless it answers."""
    wizard = decoded(question)
    found = read(request, wizard)
    if not found:
        reason = unlawful(request, request.text) if request.is_lead else None
        if reason is None and isinstance(read_all(request.text, context(request)), Records):
            return ()
        return (answer(reason or say("bonus-unclear")), Answer(worded(question)))
    lead(request)
    return _answered(request, question, wizard.answered(found[0]))


def _answered(request: Request, question: Question, wizard: Wizard) -> Answers:
    """The next question, or the draft that all answers make."""
    ref = f"{question.kind}:{question.id}"
    if wizard.asks is not None:
        return ask(request, QUESTION, encoded(wizard, ref), worded)
    try:
        rule_set = wizard.rules()
    except RuleError as error:
        again = ask(request, QUESTION, encoded(Wizard(wizard.currency), ref), worded)
        return (answer(say("bonus-impossible", fault=error.fault.value)), *again)
    return (*settle(request, ref), drafted(request, rule_set))


@bonus.press("bonus-copy", who=Who.LEAD)
def copy(request: Request) -> Answers:
    """What is published is not edited: a draft like it is."""
    _at_hand(request)
    return (drafted(request, _version(request).rule_set),)


@bonus.press("bonus-open", who=Who.LEAD)
def open_(request: Request) -> Answers:
    """One version."""
    _at_hand(request)
    return (_shown(request, _version(request)),)


@bonus.press("bonus-special", who=Who.LEAD)
def put_special(request: Request) -> Answers:
    """With one prize more, or less."""
    _at_hand(request)
    version = _draft(request)
    try:
        changed = toggled(version.rule_set, Special(request.value(2)))
    except RuleError:
        raise Refusal(say("bonus-nothing-left")) from None
    except ValueError:
        raise Refusal(say("button-old")) from None
    pay_rules.edit(request.db, request.its_team.id, version.number, changed)
    return (_shown(request, _version(request)),)


@bonus.press("bonus-try", who=Who.LEAD)
def try_out(request: Request) -> Answers:
    """What it would cost; after that it may be published."""
    _at_hand(request)
    version, team = _draft(request), request.its_team
    pay_rules.simulated(request.db, team.id, version.number)
    head = say("sim-head", number=version.number, stage=RulesStage.SIMULATED.value)
    said = simulation(request.db, team, version.rule_set, request.today, head)
    months = _months(request)
    publish = [
        Button(say("button-bonus-publish", month=month), data("bonus-publish", team.id, version.number, month.key))
        for month in months
    ]
    back_ = Button(say("button-back"), data("bonus-open", team.id, version.number))
    lines, buttons = (*said.lines, say("bonus-publish-how")), (*((each,) for each in publish), (back_,))
    return (Answer(replace(said, lines=lines, buttons=buttons)),)


@bonus.press("bonus-publish", who=Who.LEAD)
def publish(request: Request) -> Answers:
    """The version holds from a month on, for good."""
    _at_hand(request)
    version, team = _draft(request), request.its_team
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
    _at_hand(request)
    version = _draft(request)
    pay_rules.discard(request.db, request.its_team.id, version.number)
    return (_list(request, say("bonus-discarded", number=version.number)),)


def drafted(request: Request, rule_set: RuleSet) -> Answer:
    """A new draft, shown with what can be done with it."""
    made = pay_rules.draft(request.db, request.its_team.id, rule_set, by=lead(request).id, at=request.now)
    return _shown(request, made)


def _shown(request: Request, version: Version) -> Answer:
    team = request.its_team
    if version.stage is RulesStage.PUBLISHED:
        return answer(*published(version), buttons=(_copy(request, version), (_back(request),)))
    rows = draft_buttons(team.id, version)
    return answer(*draft_lines(version), buttons=(*rows, (_back(request),)), slot=f"bonus:{team.id}:{version.number}")


def _list(request: Request, *said: Say) -> Answer:
    team = request.its_team
    versions = pay_rules.of_team(request.db, team.id)
    held = _held(request, versions)
    drafts = [each for each in versions if each.stage is not RulesStage.PUBLISHED]
    lines = [line for version in held for line in published(version)]
    head = say("bonus-head", team=team.name) if held else say("bonus-none", team=team.name)
    rows = [_copy(request, held[-1])] if held else []
    rows += [
        (Button(say("button-bonus-draft", number=each.number), data("bonus-open", team.id, each.number)),)
        for each in drafts[-4:]
    ]
    new = Button(say("button-bonus-new"), data("bonus-new", team.id))
    return answer(*said, head, *lines, buttons=(*rows, (new,)))


def _held(request: Request, versions: list[Version]) -> list[Version]:
    """What is in force, and what is published for later."""
    month = period_of(Grain.MONTH, request.today)
    now = pay_rules.of_month(request.db, request.its_team.id, month)
    later = [each for each in versions if each.since is not None and each.since > month.start]
    return [*([now] if now else []), *later]


def _templates(request: Request) -> Answer:
    team = request.its_team
    buttons = tuple(
        Button(say(f"button-bonus-{each.value}"), data("bonus-take", team.id, each.value)) for each in Template
    )
    by_questions = Button(say("button-bonus-ask"), data("bonus-ask", team.id))
    return answer(*template_lines(team.currency), buttons=(buttons, (by_questions,), (_back(request),)))


def _months(request: Request) -> tuple[Period, ...]:
    """From when on a draft may hold: at once only where no rules hold now."""
    month = period_of(Grain.MONTH, request.today)
    later = following(month)
    return (later,) if pay_rules.of_month(request.db, request.its_team.id, month) else (month, later)


def _version(request: Request) -> Version:
    found = pay_rules.get(request.db, request.its_team.id, request.number(1))
    if found is None:
        raise Refusal(say("button-old"))
    return found


def _draft(request: Request) -> Version:
    """The version that a button means. `Refusal` for one that is published, which is never changed."""
    found = _version(request)
    if found.stage is RulesStage.PUBLISHED:
        raise Refusal(say("bonus-is-published"))
    return found


def _copy(request: Request, version: Version) -> tuple[Button, ...]:
    return (Button(say("button-bonus-copy"), data("bonus-copy", request.its_team.id, version.number)),)


def _back(request: Request) -> Button:
    return Button(say("button-back"), data("bonus", request.its_team.id))


def _at_hand(request: Request) -> None:
    """`Refusal` in a group, where nothing of pay appears, and for another team's rules."""
    if request.in_group:
        raise Refusal(say("button-old"))
    of_this_team(request, 0)
