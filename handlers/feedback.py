"""反馈: a word to the leads in private, with one's name or without it."""

import json
import re
from collections.abc import Collection

from bot.asking import ask, question_slot
from bot.command import Answer, Answers, Capability, Refusal, Request, Where, answer, data, within
from bot.summary import leads_in_private
from bot.telling import private_chat
from kpi.ids import MemberId
from kpi.message import Button, Message, say
from kpi.team import Chat
from storage import members, outbox, questions
from storage.questions import Question

opinions = Capability()

KIND = "feedback"
_LONGEST = 1000  # characters
_SLOT = re.compile(r"opinion:(\d{1,15}):\d+")


@opinions.command(
    "feedback",
    words=("反馈", "意见"),
    where=Where.PRIVATE,
    zh=("/feedback", "反馈 周会太长了"),
    en=("/feedback", "/feedback meetings are too long"),
)
def say_something(request: Request) -> Answers:
    """Asks what there is to say, or whether it is to go with a name."""
    if request.arguments:
        return _asked(request, within(request.arguments, _LONGEST))
    return ask(request, KIND, json.dumps({"text": ""}), _worded)


def _asked(request: Request, text: str, ref: str = "") -> Answers:
    """Asks whether it is to go with a name; `ref` names the question that `text` answers."""
    return ask(request, KIND, json.dumps({"text": text, "ref": ref}), _worded)


def _worded(question: Question) -> Message:
    """What is asked: the text first, then with which name."""
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    if not json.loads(question.body)["text"]:
        return Message((say("feedback-ask"),), ((cancel,),))
    named = Button(say("button-feedback-named"), data("feedback", question.id, 1))
    unnamed = Button(say("button-feedback-unnamed"), data("feedback", question.id, 0))
    return Message((say("feedback-how"),), ((named,), (unnamed,), (cancel,)))


def hearing(words: Collection[str]) -> Capability:
    """The capability that reads what there is to say. A line that begins with one of `words` is a command."""
    reading = Capability()

    @reading.answers(KIND)
    def told(request: Request, question: Question) -> Answers:
        text = request.text.strip()
        if json.loads(question.body)["text"] or text.split()[0] in words:
            return ()
        return _asked(request, within(text, _LONGEST), f"{question.kind}:{question.id}")

    return reading


@opinions.press("feedback")
def send(request: Request) -> Answers:
    """To all leads. Without a name nothing is kept that would tell who it was."""
    question = questions.get(request.db, request.number(0))
    if question is None or question.person != request.person.id or question.kind != KIND or request.team is None:
        raise Refusal(say("button-old"))
    if question.team != request.its_team.id or question.expires_at < request.now:
        raise Refusal(say("button-old"))
    text = json.loads(question.body)["text"]
    leads = leads_in_private(request.db, request.its_team)
    if not leads:
        raise Refusal(say("feedback-nobody"))
    questions.go_on(request.db, question.id, json.dumps({"text": ""}), request.now)
    questions.close(request.db, question.id, request.now)
    named = bool(request.number(1)) and request.member is not None
    told = Answer(Message((say("feedback-sent"),)), question_slot(question))
    return (told, *(_to(request, chat, text, named=named) for chat in leads))


def _to(request: Request, chat: Chat, text: str, *, named: bool) -> Answer:
    if not named or request.member is None:
        return Answer(Message((say("feedback-unnamed"), say("feedback-words", words=text))), chat=chat)
    slot = f"opinion:{request.member.id}:{int(request.now.timestamp())}"
    lines = (say("feedback-named", name=request.member.name), say("feedback-words", words=text), say("feedback-reply"))
    return Answer(Message(lines), slot, chat=chat)


def replied(request: Request) -> Answers | None:
    """A lead's answer to a word with a name, passed on; None for what answers anything else."""
    found = _SLOT.fullmatch(outbox.slot_of(request.db, request.chat.id, request.reply_to or 0) or "")
    if found is None or not request.is_lead:
        return None
    member = members.get(request.db, request.its_team.id, MemberId(int(found[1])))
    chat = private_chat(request.db, member) if member is not None else None
    if chat is None:
        raise Refusal(say("feedback-gone"))
    words = within(request.text, _LONGEST)
    lines = (say("feedback-answered", name=request.its_member.name), say("feedback-words", words=words))
    return (answer(say("feedback-passed")), Answer(Message(lines), chat=chat))


opinions.replied = replied
