"""Levels with public criteria: who comes into question for the next one. Nobody is promoted by a figure alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kpi.ids import MemberId

MONTHS = 3
STEADY = Fraction(4, 5)  # of the average, that the weakest month has to reach


@dataclass(frozen=True, slots=True)
class Level:
    """A level: the average of the score over the last `MONTHS` months that it asks for, in points."""

    place: int
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody's scores of the last months, the oldest first. A month without a score is None."""

    member: MemberId
    scores: tuple[Fraction | None, ...]

    @property
    def known(self) -> tuple[Fraction, ...]:
        return tuple(score for score in self.scores if score is not None)

    @property
    def average(self) -> Fraction | None:
        """None unless every month has a score."""
        return sum(self.known, Fraction(0)) / len(self.known) if len(self.known) == len(self.scores) else None

    @property
    def steady(self) -> bool:
        """Whether no month falls far behind the average: one lucky month makes nobody steady."""
        average = self.average
        return average is not None and min(self.known) >= STEADY * average


def reached(levels: Sequence[Level], candidate: Candidate) -> Level | None:
    """The highest level whose criteria somebody meets; none who is not steady meets any."""
    average = candidate.average
    if average is None or not candidate.steady:
        return None
    met = [level for level in levels if average >= level.points]
    return max(met, key=lambda level: level.points, default=None)


def next_level(levels: Sequence[Level], current: str | None) -> Level | None:
    """The level above the one that somebody has; the first for who has none."""
    ordered = sorted(levels, key=lambda level: level.points)
    names = [level.name for level in ordered]
    above = names.index(current) + 1 if current in names else 0
    return ordered[above] if above < len(ordered) else None


def promotable(
    levels: Sequence[Level], candidates: Sequence[Candidate], current: Mapping[MemberId, str]
) -> list[tuple[Candidate, Level]]:
    """Who meets the criteria of a level above their own, the best average first, with that level."""
    points = {level.name: level.points for level in levels}
    found = []
    for candidate in candidates:
        level = reached(levels, candidate)
        if level is not None and level.points > points.get(current.get(candidate.member, ""), 0):
            found.append((candidate, level))
    return sorted(found, key=lambda each: (-(each[0].average or 0), each[0].member))
