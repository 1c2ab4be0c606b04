"""A rule of pay by questions, put to a draft, and what is taken from one."""

from collections.abc import Collection
from dataclasses import replace

from bot.asking import PATIENCE, ask, pressed, question_slot, settle
from bot.bonus_offers import again, asked, offered, read, worded
from bot.bonus_pages import at_hand, draft_at, drafted, edited
from bot.bonus_terms import impossible
from bot.bonus_wizard import QUESTION, Kind, Wizard, decoded, encoded
from bot.command import Answer, Answers, Capability, Refusal, Request, Who
from bot.leads import lead
from bot.pay_guard import unlawful
from bot.reader.counts import read_all
from bot.reader.reading import Records
from bot.report import context
from kpi.message import say
from kpi.pay.edits import without
from kpi.pay.terms import RuleError
from storage import questions
from storage.questions import Question

bonus_asking = Capability()


@bonus_asking.press("bonus-ask", who=Who.LEAD)
def ask_new(request: Request) -> Answers:
    """The first question about rules of a new draft."""
    at_hand(request)
    return _begun(request, Wizard(request.its_team.currency, _kind(request, 1)))


@bonus_asking.press("bonus-add", who=Who.LEAD)
def ask_more(request: Request) -> Answers:
    """The first question about a rule that is put to a draft."""
    at_hand(request)
    version = draft_at(request, request.number(1))
    return _begun(request, Wizard(version.rule_set.currency, _kind(request, 2), version.number))


@bonus_asking.press("bonus-drop", who=Who.LEAD)
def drop(request: Request) -> Answers:
    """A draft with one rule less."""
    at_hand(request)
    version = draft_at(request, request.number(1))
    try:
        return (edited(request, version, without(version.rule_set, request.value(2)), anew=False),)
    except RuleError:
        raise Refusal(say("bonus-nothing-left")) from None


@bonus_asking.press("bonus-late", who=Who.LEAD)
def turn_late(request: Request) -> Answers:
    """Whether a refund that comes after a month was closed is settled in a later month."""
    at_hand(request)
    version = draft_at(request, request.number(1))
    rules = version.rule_set
    return (edited(request, version, replace(rules, adjusts=not rules.adjusts), anew=False),)


@bonus_asking.press("bonus-pick", who=Who.LEAD)
def picked(request: Request) -> Answers:
    """An answer that was pressed: the next question stands in place of this one."""
    request, question = pressed(request)
    if question.kind != QUESTION:
        raise Refusal(say("button-old"))
    wizard = decoded(question)
    choices, at = offered(wizard), request.number(2)
    if request.number(1) != len(wizard.answers) or at >= len(choices):
        raise Refusal(say("button-old"))
    lead(request)
    wizard = wizard.answered(choices[at])
    return _answered(request, question, wizard) if wizard.asks is None else _in_place(request, question, wizard)


@bonus_asking.press("bonus-back", who=Who.LEAD)
def ask_before(request: Request) -> Answers:
    """The question before, once more."""
    request, question = pressed(request)
    if question.kind != QUESTION or not request.number(1) or request.number(1) != len(decoded(question).answers):
        raise Refusal(say("button-old"))
    lead(request)
    return _in_place(request, question, decoded(question).before)


def _in_place(request: Request, question: Question, wizard: Wizard) -> Answers:
    questions.go_on(request.db, question.id, encoded(wizard), request.now + PATIENCE)
    return (Answer(asked(question, wizard), question_slot(question)),)


def ruling(words: Collection[str]) -> Capability:
    """The capability that reads typed answers. What begins with one of `words` and is none is a command."""
    reading = Capability()

    @reading.answers(QUESTION)
    def typed(request: Request, question: Question) -> Answers:
        return _typed(request, question, words)

    return reading


def _typed(request: Request, question: Question, words: Collection[str]) -> Answers:
    """An answer that was typed. A report is one, whatever is open, unless it answers."""
    wizard = decoded(question)
    reason = unlawful(request, request.text) if request.is_lead else None
    if reason is not None:
        return (Answer(again(question, reason)),)
    try:
        found = read(request, wizard)
    except RuleError as error:
        return (Answer(again(question, impossible(error))),)
    if not found:
        if request.text.split()[0] in words or isinstance(read_all(request.text, context(request)), Records):
            return ()
        return (Answer(again(question, say("bonus-unclear"))),)
    lead(request)
    return _answered(request, question, wizard.answered(found[0]))


def _begun(request: Request, wizard: Wizard) -> Answers:
    return ask(request, QUESTION, encoded(wizard), worded)


def _answered(request: Request, question: Question, wizard: Wizard) -> Answers:
    """The next question, or the draft that all answers make. An answer that cannot be is asked for again."""
    ref = f"{question.kind}:{question.id}"
    try:
        if wizard.asks is not None:
            wizard.check()
            return ask(request, QUESTION, encoded(wizard, ref), worded)
        page = _put(request, wizard)
    except RuleError as error:
        return (Answer(again(question, impossible(error))),)
    return (*settle(request, ref), page)


def _put(request: Request, wizard: Wizard) -> Answer:
    if wizard.draft is None:
        return drafted(request, wizard.put_to(None))
    version = draft_at(request, wizard.draft)
    return edited(request, version, wizard.put_to(version.rule_set), anew=True)


def _kind(request: Request, at: int) -> Kind:
    """The kind that a button names. One of a bot that knew no other names none."""
    try:
        return Kind(request.value(at) or Kind.TARGET.value)
    except ValueError:
        raise Refusal(say("button-old")) from None
