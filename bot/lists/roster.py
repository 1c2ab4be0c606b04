"""Whom a name in a list means."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.called import callings
from bot.command import Request
from bot.reader.writing import writing
from kpi.ids import MemberId
from kpi.team import Member
from storage import aliases


@dataclass(frozen=True, slots=True)
class Roster:
    """The active members by everything they are called, also in lists; names are folded."""

    called: Mapping[str, frozenset[MemberId]]
    members: Mapping[MemberId, Member]

    def who(self, name: str) -> frozenset[MemberId]:
        """Everybody whom `name` may mean."""
        return self.called.get(folded(name), frozenset())

    def likely(self, name: str) -> list[Member]:
        """All members, those whose names resemble `name` most first."""
        from rapidfuzz import fuzz  # 3 MB, for few messages

        wanted = folded(name)
        best: dict[MemberId, float] = {}
        for known, numbers in self.called.items():
            score = max(fuzz.ratio(wanted, known), fuzz.partial_ratio(wanted, known) * 0.9)
            for number in numbers:
                best[number] = max(best.get(number, 0), score)
        return [self.members[number] for number in sorted(best, key=lambda number: (-best[number], number))]

    def label(self, member: Member) -> str:
        """The member's name, with what else only they are called where several have it."""
        if len(self.called.get(folded(member.name), ())) < 2:  # noqa: PLR2004 - several
            return member.name
        own = sorted(name for name, numbers in self.called.items() if numbers == {member.id})
        return f"{member.name} ({own[0] if own else f'#{member.id}'})"

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self.called))


def roster(request: Request) -> Roster:
    """Who is called what in the request's team."""
    called: dict[str, set[MemberId]] = {}
    known: dict[MemberId, Member] = {}
    for name, member in callings(request):
        known[member.id] = member
        called.setdefault(folded(name), set()).add(member.id)
    for alias, number in aliases.of_team(request.db, request.its_team.id).items():
        if len(called.get(alias, ())) != 1:  # a lead said which of them it is
            called[alias] = {number}
    called.pop("", None)
    return Roster({name: frozenset(numbers) for name, numbers in called.items()}, known)


@lru_cache(maxsize=4096)  # the lines of a file name the same people again and again
def folded(name: str) -> str:
    """`name` for comparing: without emoji, case, or traditional characters."""
    plain = writing(name.strip().removeprefix("@")).folded
    return plain.replace("\n", " ").strip() or name.strip().casefold()
