"""The catalogues: every text a person reads, by language, with each language's plural rules (Fluent)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import NeverIsolatingPlaceable, Pattern, Placeable, TextElement, VariableReference
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser

LANGUAGES = ("zh", "en")
LOCALES = {"zh": "zh_Hans_CN", "en": "en"}  # Babel's names: numbers, money and dates are written by these
BABEL = {language: Locale.parse(name) for language, name in LOCALES.items()}  # Babel parses a name at each call
FOLDER = Path(__file__).parent / "locale"
_PARSER = FluentParser(with_spans=False)
_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=.*(?:\n(?![a-zA-Z#]).*)*", re.MULTILINE)  # to the next text or comment


class TextError(Exception):
    """A key or a variable is missing: a defect of ours, found by the tests of the catalogues."""


def language_of(code: str | None) -> str:
    """The language of ours for somebody whose Telegram is set to `code` (IETF tag, may be missing)."""
    return "zh" if (code or "").lower().startswith("zh") else "en"


@cache
def bundle(language: str) -> FluentBundle:
    """Where the texts of `language` are once somebody asked for them. Numbers come in formatted, so nothing is
    isolated here.
    """
    return FluentBundle([LOCALES[language].replace("_", "-")], use_isolating=False)


@cache
def _written(language: str) -> dict[str, str]:
    """Every text as its file has it. To parse all takes 0.2 s and 5 MB, and few are ever said: each is parsed when it
    is. No text refers to another.
    """
    files = sorted((FOLDER / language).glob("*.ftl"))
    return {found[1]: found[0] for file in files for found in _ENTRY.finditer(file.read_text(encoding="utf-8"))}


def text(language: str, key: str, values: Mapping[str, str | int | FluentType]) -> str:
    """The text `key` with its values put in. `TextError` when the catalogue cannot give it."""
    worded = []
    for piece in _pieces(language, key):
        value = values.get(piece.name) if isinstance(piece, _Variable) else piece
        match value:
            case str():
                worded.append(value)
            case FluentType():
                worded.append(value.format(BABEL[language]))
            case _:  # Fluent knows how a plural or a number is written, and what is missing
                return _resolved(language, key, tuple(values.items()))
    return "".join(worded)


@dataclass(frozen=True, slots=True)
class _Variable:
    """The place of a value in a text."""

    name: str


@cache
def _pieces(language: str, key: str) -> tuple[str | _Variable | None, ...]:
    """The words of a text and the places of its values, in order; None for what only Fluent can tell.

    Most texts are nothing but words and values. Fluent's resolver takes 30 µs over each of the dozen that a card has;
    to join their pieces takes one.
    """
    pattern = _pattern(language, key)
    return tuple(_piece(element) for element in getattr(pattern, "elements", [pattern]))


def _piece(element: object) -> str | _Variable | None:
    match element:
        case TextElement():
            return element.value
        case (
            Placeable(expression=VariableReference(id=variable))
            | NeverIsolatingPlaceable(expression=VariableReference(id=variable))
        ):
            return _Variable(variable.name)
        case _:
            return None


@lru_cache(maxsize=1024)  # most are small numbers with their plurals
def _resolved(language: str, key: str, values: tuple[tuple[str, str | int | FluentType], ...]) -> str:
    worded, errors = bundle(language).format_pattern(_pattern(language, key), dict(values))
    if errors:
        raise TextError(f"text {key} in {language}: {errors}")
    return str(worded)


def _pattern(language: str, key: str) -> Pattern:
    texts = bundle(language)
    if not texts.has_message(key):
        texts.add_resource(_PARSER.parse(_written(language).get(key, "")))
    if not texts.has_message(key):
        raise TextError(f"no text {key} in {language}")
    pattern = texts.get_message(key).value
    if pattern is None:
        raise TextError(f"text {key} in {language} is empty")
    return pattern
