"""The catalogues: every text a person reads, by language, with each language's plural rules (Fluent)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType

LANGUAGES = ("zh", "en")
LOCALES = {"zh": "zh_Hans_CN", "en": "en"}  # Babel's names: numbers, money and dates are written by these
FOLDER = Path(__file__).parent / "locale"


class TextError(Exception):
    """A key or a variable is missing: a defect of ours, found by the tests of the catalogues."""


def language_of(code: str | None) -> str:
    """The language of ours for somebody whose Telegram is set to `code` (IETF tag, may be missing)."""
    return "zh" if (code or "").lower().startswith("zh") else "en"


@cache
def bundle(language: str) -> FluentBundle:
    """All texts of `language`. Numbers come in formatted, so nothing is isolated here."""
    texts = FluentBundle([LOCALES[language].replace("_", "-")], use_isolating=False)
    for file in sorted((FOLDER / language).glob("*.ftl")):
        texts.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return texts


def text(language: str, key: str, values: Mapping[str, str | int | FluentType]) -> str:
    """The text `key` with its values put in. `TextError` when the catalogue cannot give it."""
    texts = bundle(language)
    if not texts.has_message(key):
        raise TextError(f"no text {key} in {language}")
    pattern = texts.get_message(key).value
    if pattern is None:
        raise TextError(f"text {key} in {language} is empty")
    worded, errors = texts.format_pattern(pattern, dict(values))
    if errors:
        raise TextError(f"text {key} in {language}: {errors}")
    return str(worded)
