"""Something to learn, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kpi.ids import MemberId, TeamId
from kpi.metrics import Metric

WINDOW = timedelta(days=14)  # before and after, in which a metric is compared
MOST_OPTIONS = 6


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question with its answers, of which the one at `correct` is right."""

    question: str
    options: tuple[str, ...]
    correct: int

    def __post_init__(self) -> None:
        if not (1 < len(self.options) <= MOST_OPTIONS and 0 <= self.correct < len(self.options)):
            raise ValueError("a question that cannot be answered")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A link or a text, for a metric, until a day."""

    id: int
    team: TeamId
    title: str
    body: str
    metric: Metric | None
    due: date | None
    quiz: Quiz | None
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a member is: when they were done, and when they were reminded."""

    member: MemberId
    done_at: datetime | None
    reminded_at: datetime | None


def is_late(lesson: Lesson, progress: Progress | None, today: date) -> bool:
    """Whether somebody should have been done by now, and was not reminded yet."""
    over = lesson.due is not None and lesson.due < today
    return over and (progress is None or (progress.done_at is None and progress.reminded_at is None))
