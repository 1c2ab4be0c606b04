"""The names a team knows: who its members are and what it sells."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from bot.reader.writing import fold


class Named(Enum):
    """What a name names."""

    MEMBER = auto()
    PRODUCT = auto()


@dataclass(frozen=True, slots=True)
class Names:
    """Names by their first character, longest first, folded; each with how the team spells it."""

    by_head: dict[str, tuple[tuple[str, str, Named], ...]]

    def at(self, folded: str, position: int) -> tuple[int, str, Named] | None:
        """Where the longest name at `position` ends, its spelling and what it names."""
        for name, spelt, named in self.by_head.get(folded[position], ()):
            if folded.startswith(name, position) and (end := _end(folded, position, name, named)) is not None:
                return end, spelt, named
        return None


@lru_cache(maxsize=256)
def names_of(members: tuple[str, ...], products: tuple[str, ...]) -> Names:
    """The names of one team. Empty ones and ones of digits alone name nobody."""
    heads: dict[str, list[tuple[str, str, Named]]] = {}
    for names, named in ((members, Named.MEMBER), (products, Named.PRODUCT)):
        for spelt in names:
            name = fold(spelt.strip())
            if name and not name.isdecimal():
                heads.setdefault(name[0], []).append((name, spelt, named))
    return Names({head: tuple(sorted(found, key=lambda item: -len(item[0]))) for head, found in heads.items()})


_PLURAL = re.compile(r"(?:es|s)?(?![a-z])")


def _end(folded: str, position: int, name: str, named: Named) -> int | None:
    """Where `name` ends; None inside a longer Latin word. A product may stand in the plural."""
    end = position + len(name)
    if name[0].isascii() and position and _letter(folded[position - 1]):
        return None
    if not _letter(name[-1]):
        return end
    if named is Named.PRODUCT:
        plural = _PLURAL.match(folded, end)
        return plural.end() if plural else None
    return None if _letter(folded[end : end + 1]) else end


def _letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
