"""Finds the known word at a place, also when it is written with a wrong character or mistyped."""

import re
from functools import cache, lru_cache

from bot.reader.chinese import CHINESE
from bot.reader.english import ENGLISH
from bot.reader.words import MISTAKEN, MISTYPED, REAL_WORDS, Word

_LATIN = re.compile(r"[a-z]+")
_SHORT = 3  # letters; shorter words seldom stand directly before digits
_JOINING = {Word.VISITORS, Word.SKIPPED}  # uv40
_ONE_SLIP = 4  # letters a word needs before a mistyped one is taken for it
_TWO_SLIPS = 8

Found = tuple[int, frozenset[Word]]
_Lexicon = dict[str, tuple[tuple[str, frozenset[Word]], ...]]


def known_at(folded: str, position: int) -> Found | None:
    """Where the longest known word or phrase at `position` ends, and what it means."""
    latin = _LATIN.match(folded, position)
    if latin is None:
        for phrase, words in _lexicon().get(folded[position], ()):
            if folded.startswith(phrase, position):
                return position + len(phrase), words
        return None
    return _phrase_at(folded, position, latin[0]) or _mistyped_at(latin)


def _phrase_at(folded: str, position: int, head: str) -> Found | None:
    for phrase, words in _lexicon().get(head, ()):
        end = position + len(phrase)
        if folded.startswith(phrase, position) and _ends(
            folded, end, joins=len(phrase) >= _SHORT or not words.isdisjoint(_JOINING)
        ):
            return end, words
    return None


def _ends(folded: str, end: int, *, joins: bool) -> bool:
    """Whether a Latin word ends at `end`; digits may join some (order4, uv40)."""
    following = folded[end : end + 1]
    return not following.isascii() or not (following.isalpha() or (following.isdecimal() and not joins))


def _mistyped_at(latin: re.Match[str]) -> Found | None:
    meant = nearest(latin[0])
    if meant is None:
        return None
    for phrase, words in _lexicon()[meant]:
        if phrase == meant:
            return latin.end(), words
    return None


@lru_cache(maxsize=4096)
def nearest(word: str) -> str | None:
    """The word that `word` is mistyped for: one slip, or two in a long one, and never in its first letter."""
    if len(word) < _ONE_SLIP or word in REAL_WORDS:
        return None
    for meant in MISTYPED:
        slips = 2 if len(meant) >= _TWO_SLIPS else 1
        if word[0] == meant[0] and slips_between(word, meant, slips) <= slips and _likely(word, meant):
            return meant
    return None


def slips_between(one: str, other: str, most: int) -> int:
    """How many slips make one word of the other; of more than `most` only that they are more."""
    from rapidfuzz.distance import OSA  # 3 MB, for few messages

    return OSA.distance(one, other, score_cutoff=most)


def _likely(word: str, meant: str) -> bool:
    """In a word of up to five letters only swapped or missing letters; another letter makes another word."""
    return len(meant) > 5 or sorted(word) == sorted(meant) or (len(word) == len(meant) - 1 and len(word) > _ONE_SLIP)  # noqa: PLR2004 - letters


@cache
def _lexicon() -> _Lexicon:
    meanings: dict[str, set[Word]] = {}
    for word, phrases in CHINESE.items():
        for phrase in phrases.split():
            meanings.setdefault(phrase.lower(), set()).add(word)
    for word, known in ENGLISH.items():
        for phrase in known.split(","):
            meanings.setdefault(phrase.strip(), set()).add(word)
    return _by_head(meanings | _miswritten(meanings))


def _miswritten(meanings: dict[str, set[Word]]) -> dict[str, set[Word]]:
    """Known words of two characters or more with one character replaced by another of the same sound."""
    return {
        wrong: words
        for phrase, words in meanings.items()
        if len(phrase) > 1 and not words & {Word.IDLE, Word.FILLER}
        for index, right in enumerate(phrase)
        for other in MISTAKEN.get(right, "")
        if (wrong := phrase[:index] + other + phrase[index + 1 :]) not in meanings
    }


def _by_head(meanings: dict[str, set[Word]]) -> _Lexicon:
    """The lexicon by first word or character, longest phrase first."""
    heads: dict[str, list[tuple[str, frozenset[Word]]]] = {}
    for phrase, words in meanings.items():
        latin = _LATIN.match(phrase)
        heads.setdefault(latin[0] if latin else phrase[0], []).append((phrase, frozenset(words)))
    return {head: tuple(sorted(found, key=lambda item: -len(item[0]))) for head, found in heads.items()}
