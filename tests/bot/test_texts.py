"""The catalogues of the languages are held together: same keys, same variables, none missing, none unused."""

import ast
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Pattern, VariableReference
from fluent.syntax.visitor import Visitor

from bot.texts import FOLDER, LANGUAGES, TextError, _pattern, _pieces, bundle, language_of, text

ROOT = FOLDER.parent.parent
SOURCES = [ROOT / "main.py", *(p for part in ("bot", "handlers") for p in sorted((ROOT / part).rglob("*.py")))]
_SHORTEST_PREFIX = 4


class Variables(Visitor):
    """Collects the variables of a pattern."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(str(node.id.name).removesuffix("-n").removesuffix("-short"))


def catalogue(file: Path) -> dict[str, set[str]]:
    """Key → variables. A line that is no Fluent fails the test."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, Junk), f"{file.name}: {entry.content}"
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice in {file.name}"
            assert isinstance(entry.value, Pattern)
            variables = Variables()
            variables.visit(entry.value)
            found[entry.id.name] = variables.names
    return found


def whole(language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for file in sorted((FOLDER / language).glob("*.ftl")):
        part = catalogue(file)
        assert not found.keys() & part.keys(), f"keys of {file.name} stand in another file too"
        found |= part
    return found


def said() -> tuple[set[str], set[str]]:
    """Every string of the code that could be a key, and the beginnings of those that are put together."""
    literals: set[str] = set()
    beginnings: set[str] = set()
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
    return literals, {beginning for beginning in beginnings if len(beginning) >= _SHORTEST_PREFIX}


def keys_of_say() -> set[tuple[str, str]]:
    """The keys that stand in a call of `say`, with where."""
    found = set()
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    found.add((str(key.value), source.name))
    return found


@pytest.mark.parametrize("part", sorted(file.name for file in (FOLDER / LANGUAGES[0]).glob("*.ftl")))
def test_the_languages_have_the_same_keys_and_variables(part: str) -> None:
    first, *others = [catalogue(FOLDER / language / part) for language in LANGUAGES]
    assert first
    for other in others:
        assert other == first


def test_each_language_has_the_same_files() -> None:
    first, *others = [{file.name for file in (FOLDER / language).iterdir()} for language in LANGUAGES]
    assert all(other == first for other in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_that_the_code_says_is_missing(language: str) -> None:
    known = whole(language)
    assert [(key, where) for key, where in sorted(keys_of_say()) if key not in known] == []


def test_no_key_is_unused() -> None:
    literals, beginnings = said()
    used = {key for key in whole("en") if key in literals or any(key.startswith(b) for b in beginnings)}
    assert sorted(whole("en").keys() - used) == []


def test_a_missing_key_or_variable_is_an_error() -> None:
    with pytest.raises(TextError):
        text("en", "no-such-key", {})
    with pytest.raises(TextError):
        text("en", "no-such-member", {})
    assert "Ken" in text("en", "no-such-member", {"name": "Ken"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_inside_texts_are_not_wrapped_in_invisible_characters(language: str) -> None:
    assert bundle(language) is bundle(language)
    assert not set(text(language, "no-such-member", {"name": "Ken"})) & {"\u2068", "\u2069"}


@pytest.mark.parametrize(
    ("code", "language"),
    [("zh", "zh"), ("zh-hans", "zh"), ("zh-TW", "zh"), ("en", "en"), ("de", "en"), ("", "en"), (None, "en")],
)
def test_everybody_has_a_language(code: str | None, language: str) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_words_and_values_are_what_fluent_makes_of_them(language: str) -> None:
    """They are put together without it."""
    joined = 0
    for file in FOLDER.joinpath(language).glob("*.ftl"):
        for key, names in catalogue(file).items():
            values = {f"{name}{ending}": f"⟨{name}⟩" for name in names for ending in ("", "-n", "-short")}
            pattern = _pattern(language, key)
            assert (text(language, key, values), []) == bundle(language).format_pattern(pattern, values)
            joined += None not in _pieces(language, key)
    assert joined
