"""Complaints and ratings of an entry: what its card says of them, and what a correction leaves of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.command import data
from bot.reader.reading import Kind, Record
from kpi.entry import Entry, Line, Measure
from kpi.message import Button, Say, joined, say
from kpi.team import Team
from storage import feedback
from storage.connection import Connection
from storage.feedback import Complaint, Status

_KINDS = (Kind.COMPLAINT, Kind.RATINGS)


def keep_words(db: Connection, team: Team, entry: Entry, records: Iterable[Record]) -> None:
    """Writes down what `records`, which made `entry`, say that customers said."""
    told = [record for record in records if record.kind in _KINDS]
    if told:
        said = " / ".join(dict.fromkeys(record.note for record in told if record.note))
        feedback.keep(db, team.id, entry.id, said)


def says_otherwise(db: Connection, team: Team, one: Entry, other: Entry) -> bool:
    """Whether customers said different things in two entries of the same figures."""
    return feedback.said_with(db, team.id, one.id) != feedback.said_with(db, team.id, other.id)


def still_withdrawn(before: Sequence[Line], after: Sequence[Line]) -> tuple[Line, ...]:
    """`after` with the complaints that were withdrawn of `before`, as far as they are still there."""
    withdrawn = sum(line.value for line in before if line.measure is Measure.WITHDRAWN_COMPLAINTS)
    complained = [line for line in after if line.measure is Measure.COMPLAINTS]
    if not withdrawn or not complained or any(line.measure is Measure.WITHDRAWN_COMPLAINTS for line in after):
        return tuple(after)
    (first, *_) = complained
    n = min(withdrawn, sum(line.value for line in complained))
    return (*after, replace(first, measure=Measure.WITHDRAWN_COMPLAINTS, value=n))


def complaint_of(db: Connection, team: Team, entry: Entry) -> Complaint | None:
    """The complaint that `entry` reports."""
    if all(line.measure is not Measure.COMPLAINTS for line in entry.lines):
        return None
    return feedback.complaint(db, team.id, entry.id)


def words(db: Connection, team: Team, entry: Entry) -> Iterator[Say]:
    """What the card of `entry` says of complaints and ratings beside their number."""
    complaint = complaint_of(db, team, entry)
    if complaint is not None and complaint.said:
        yield say("complaint-card-said", status=joined(status(complaint)), number=entry.id, said=complaint.said)
    elif complaint is not None:
        yield say("complaint-card", status=joined(status(complaint)), number=entry.id)
    elif any(line.measure is Measure.RATINGS for line in entry.lines):
        said = feedback.said_with(db, team.id, entry.id)
        if said:
            yield say("rating-card", said=said)
    told = {line.measure for line in entry.lines}
    if Measure.BUYERS in told and Measure.GROSS not in told:
        yield say("buyers-alone")


def status(complaint: Complaint) -> Say:
    """How it stands, in a word."""
    return say(f"complaint-{complaint.status.value}")


def settling(complaint: Complaint, message: int = 0) -> tuple[Button, ...]:
    """What can be done about it, by buttons of its card or of another `message`.

    They can be pressed late or twice, so they say what is to be, not what to turn.
    """
    number = complaint.entry
    if complaint.status is Status.OPEN:
        return (
            Button(say("button-solved"), data("complaint-set", number, Status.SOLVED.value, message)),
            Button(say("button-withdrawn"), data("complaint-set", number, Status.WITHDRAWN.value, message)),
        )
    return (Button(say("button-open-again"), data("complaint-set", number, Status.OPEN.value, message)),)
