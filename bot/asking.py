"""A question that waits for one person's answer: the message that asks, its buttons, and how it ends."""

import json
from collections.abc import Callable
from datetime import timedelta

from bot.command import Answer, Answers, Refusal, Request
from bot.pending import Open
from bot.scene import in_team
from kpi.message import Message, Say, say
from storage import open_reports, questions
from storage.questions import Question

PATIENCE = timedelta(hours=2)  # how long a question stays open
_ABOUT_REPORTS = frozenset(point.value for point in Open)
# What changes something that is there already, or says something of it: without an answer all stays as it is.
_ABOUT_CHANGES = frozenset({
    "change", "customer-name", "watch", "bonus",
    "payroll-why", "slip-answer", "slip-why", "complaint-result", "feedback",
})  # fmt: skip


def ask(request: Request, kind: str, body: str, worded: Callable[[Question], Message]) -> Answers:
    """Asks the person, in the words that `worded` finds. What they were asked before loses its buttons."""
    settled = settle(request, str(json.loads(body).get("ref", "")))
    question = questions.ask(
        request.db,
        request.its_team.id,
        request.chat.id,
        request.person.id,
        kind,
        body,
        at=request.now,
        expires_at=request.now + PATIENCE,
    )
    return (*settled, Answer(worded(question), question_slot(question)))


def settle(request: Request, ref: str = "") -> Answers:
    """Ends whatever the person was asked here. Its message says whether the entry with key `ref` answers it."""
    asked = questions.open_for(request.db, request.chat.id, request.person.id, request.now)
    if asked is None:
        return ()
    questions.close(request.db, asked.id, request.now)
    answered = bool(ref) and ref in {_ref(asked), f"{asked.kind}:{asked.id}"}
    return (Answer(Message((say("question-settled") if answered else _unanswered(asked),)), question_slot(asked)),)


def dismissed(request: Request, question: Question) -> Answers:
    """Ends `question` and forgets the report that it was about: nothing is to be counted."""
    questions.close(request.db, question.id, request.now)
    if is_about_report(question):
        open_reports.drop(request.db, question.team, _ref(question))
    said = say("not-changed" if _changes(question) else "not-counted")
    return (Answer(Message((said,)), question_slot(question)),)


def withdrawn(request: Request, ref: str) -> Answers:
    """Says that the report with key `ref`, which was asked about, is none any more, and ends the question."""
    asked = questions.open_for(request.db, request.chat.id, request.person.id, request.now)
    if asked is not None and asked.team == request.its_team.id and _ref(asked) == ref:
        return dismissed(request, asked)
    return (Answer(Message((say("not-counted"),))),)


def is_about_report(question: Question) -> bool:
    """Whether a report waits for the answer."""
    return question.kind in _ABOUT_REPORTS


def _changes(question: Question) -> bool:
    """Whether it is about something that is in the books already."""
    return question.kind in _ABOUT_CHANGES or bool(json.loads(question.body).get("amends"))


def _ref(question: Question) -> str:
    """The key of the entry that the question is about; empty when it is about none."""
    return str(json.loads(question.body).get("ref", ""))


def _unanswered(question: Question) -> Say:
    """What is said of a question that something else ends."""
    if is_about_report(question) and not _changes(question):
        return say("still-open")
    return say("not-changed" if _changes(question) else "not-counted")


def question_slot(question: Question) -> str:
    """The name of the message that asks, so that it can lose its buttons."""
    return f"question:{question.id}"


def pressed(request: Request) -> tuple[Request, Question]:
    """The open question whose number a button carries first, in its team. Only who was asked may answer.

    Words are taken for an answer as long as the question lasts, its buttons as long as its report waits.
    """
    question = questions.get(request.db, request.number(0))
    if question is None:
        raise Refusal(say("button-old"))
    request = in_team(request, question.team)
    if question.person != request.person.id or question.team != request.its_team.id:
        raise Refusal(say("not-yours"))
    if question.expires_at < request.now:
        _revive(request, question)
    return request, question


def _revive(request: Request, question: Question) -> None:
    """Opens a question anew whose time is over while its report still waits. `Refusal` for any other."""
    if not is_about_report(question) or not open_reports.is_open(request.db, question.team, _ref(question)):
        raise Refusal(say("button-old"))
    questions.go_on(request.db, question.id, question.body, request.now + PATIENCE)
