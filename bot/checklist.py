"""The steps that are taken with a complaint, and the question how it was solved."""

import json
from dataclasses import dataclass

from bot.asking import ask
from bot.command import Answers, Request, data
from kpi.entry import Entry
from kpi.ids import EntryId
from kpi.message import Button, Joined, Message, Say, say
from storage import checklists
from storage.questions import Question

RESULT = "complaint-result"
RESULTS = {key: f"complaint-by-{key}" for key in ("resent", "refunded", "exchanged", "explained")}
LONGEST_RESULT = 200  # characters
MOST_STEPS = 8
_USUAL = ("listen", "check", "offer", "return")


@dataclass(frozen=True, slots=True)
class Step:
    """A step by its place, in the team's own words or in ours, and whether it was taken."""

    place: int
    words: Say
    taken: bool


def checklist(request: Request, entry: EntryId) -> tuple[Step, ...]:
    """The steps of a complaint."""
    team = request.its_team.id
    own = [say("checklist-own", words=each) for each in checklists.steps(request.db, team)]
    usual = [say(f"checklist-{each}") for each in _USUAL]
    taken = checklists.taken(request.db, team, entry)
    return tuple(Step(place, words, place in taken) for place, words in enumerate(own or usual))


def tick(request: Request, step: Step, entry: EntryId, number: int) -> Button:
    """Ticks a step, or takes the tick back; it sits on the message `number`."""
    key = "button-step-taken" if step.taken else "button-step"
    label = say(key, step=Joined((step.words,)))
    return Button(label, data("complaint-step", number, entry, request.its_team.id, step.place))


def ask_result(request: Request, entry: Entry, slot: int) -> Answers:
    """Asks how it was solved, before it counts as solved."""

    def worded(question: Question) -> Message:
        quick = [Button(say(words), data("complaint-result", question.id, key)) for key, words in RESULTS.items()]
        cancel = Button(say("button-cancel"), data("dismiss", question.id))
        return Message((say("complaint-how-solved", number=entry.id),), (tuple(quick[:2]), tuple(quick[2:]), (cancel,)))

    return ask(request, RESULT, json.dumps({"entry": entry.id, "slot": slot}), worded)


def about(question: Question) -> tuple[int, int]:
    """The entry of the complaint, and the message that shows it."""
    body = json.loads(question.body)
    return int(body["entry"]), int(body["slot"])
