"""A question that waits for one person's answer: the message that asks, its buttons, and how it ends."""

import json
from collections.abc import Callable
from datetime import timedelta

from bot.command import Answer, Answers, Refusal, Request
from bot.scene import in_team
from kpi.message import Message, Say, say
from storage import questions
from storage.questions import Question

PATIENCE = timedelta(hours=2)  # how long a question stays open


def ask(request: Request, kind: str, body: str, worded: Callable[[Question], Message]) -> Answers:
    """Asks the person, in the words that `worded` finds. What they were asked before loses its buttons."""
    settled = settle(request)
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
    answered = ref in {json.loads(asked.body).get("ref"), f"{asked.kind}:{asked.id}"}
    return (Answer(Message((say("question-settled") if answered else unanswered(asked),)), question_slot(asked)),)


def unanswered(question: Question) -> Say:
    """What is said of a question that ends without an answer."""
    return say("not-changed" if question.kind == "change" else "not-counted")


def question_slot(question: Question) -> str:
    """The name of the message that asks, so that it can lose its buttons."""
    return f"question:{question.id}"


def pressed(request: Request) -> tuple[Request, Question]:
    """The open question whose number a button carries first, in its team. Only who was asked may answer."""
    question = questions.get(request.db, request.number(0))
    if question is None or question.expires_at < request.now:
        raise Refusal(say("button-old"))
    request = in_team(request, question.team)
    if question.person != request.person.id or question.team != request.its_team.id:
        raise Refusal(say("not-yours"))
    return request, question
