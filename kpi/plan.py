"""Plans: what one owner is to do until when, how far it is, and when somebody is reminded of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kpi.calendar import Calendar
from kpi.ids import MemberId, TeamId
from kpi.metrics import Metric

LONGEST = 200  # characters of what is to be done
LATEST = timedelta(days=366)  # from today to a deadline
MOST_GOAL = 9_999
_WORKDAY_WITHIN = 14  # days before a date in which a workday is looked for


class Stage(Enum):
    """How far an item is. The names are kept in the database."""

    ASKED = "asked"  # its owner has not answered yet
    DECLINED = "declined"
    OPEN = "open"  # accepted
    REPORTED = "reported"  # done, as its owner says
    DONE = "done"  # done, as a lead says
    CANCELLED = "cancelled"


class Standing(Enum):
    """Where an item stands on the team's board."""

    OVERDUE = "overdue"
    OPEN = "open"
    DECLINED = "declined"
    DONE = "done"


class Reminder(Enum):
    """Why somebody is reminded."""

    CHECKPOINT = "checkpoint"
    BEFORE = "before"  # on the last workday before the deadline
    TODAY = "today"
    OVERDUE = "overdue"  # to the lead, once


@dataclass(frozen=True, slots=True)
class Aim:
    """The metric that an item is to move, from its value then to the one that is wanted, in the units of `kpi.aim`."""

    metric: Metric
    present: int | None
    wanted: int


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done: in words, until when, looked at on the way at `checkpoints`.

    `goal` is how many times (10 customers to call); without one it is done or it is not.
    """

    text: str
    deadline: date
    goal: int | None = None
    aim: Aim | None = None
    checkpoints: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A task with its one owner, and how far it is."""

    id: int
    team: TeamId
    owner: MemberId
    made_by: MemberId
    task: Task
    start: date
    stage: Stage
    done: int = 0  # of the task's goal
    overdue_told: bool = False
    alert: int | None = None  # the coaching alert that it answers

    @property
    def waits(self) -> bool:
        """Whether its owner still has something to do."""
        return self.stage in {Stage.ASKED, Stage.OPEN}


def standing(item: Item, today: date) -> Standing | None:
    """Where `item` stands; None for one that was called off."""
    if item.stage is Stage.CANCELLED:
        return None
    if item.stage is Stage.DONE:
        return Standing.DONE
    if item.stage is Stage.DECLINED:
        return Standing.DECLINED
    return Standing.OVERDUE if item.waits and item.task.deadline < today else Standing.OPEN


def counted(items: Iterable[Item], today: date) -> Counter[Standing]:
    """How many items stand where."""
    return Counter(found for item in items if (found := standing(item, today)) is not None)


def workday_before(day: date, calendar: Calendar) -> date | None:
    """The last working day before `day`; None when there is none in the two weeks before it."""
    before = (day - timedelta(days=back) for back in range(1, _WORKDAY_WITHIN + 1))
    return next((found for found in before if calendar.weight(found)), None)


def reminder(item: Item, today: date, calendar: Calendar) -> Reminder | None:
    """Why somebody is to be reminded of `item` today. `calendar` is the team's, right for the weeks around.

    The day before moves to the workday before it; an item that starts then needs no reminder yet.
    """
    if not item.waits:
        return None
    deadline = item.task.deadline
    if today > deadline:
        return None if item.overdue_told else Reminder.OVERDUE
    if today == deadline:
        return Reminder.TODAY
    if today == item.start:
        return None
    if today == workday_before(deadline, calendar):
        return Reminder.BEFORE
    return Reminder.CHECKPOINT if today in item.task.checkpoints else None
