"""Every protection can still be taken away as the list says, and the table tells of all of them."""

from pathlib import Path

import pytest

from tests.mutate.__main__ import red_already
from tests.mutate.mutations import ROOT, Mutation, StaleError, mutations
from tests.mutate.page import HEAD

ALL = mutations()


@pytest.mark.parametrize("mutation", ALL, ids=lambda one: one.without)
def test_it_applies_to_the_code_as_it_is_and_names_tests_that_are_there(mutation: Mutation) -> None:
    text = (ROOT / mutation.file).read_text(encoding="utf-8")
    changed = mutation.applied(text)
    assert changed != text
    compile(changed, mutation.file, "exec")
    for file, _, name in (test.partition("::") for test in mutation.tests):
        assert f"def {name}" in (ROOT / file).read_text(encoding="utf-8")


def test_what_no_longer_applies_says_so() -> None:
    mutation = Mutation("x", "f.py", "old", "new", ())
    for text in ("nothing", "old old"):
        with pytest.raises(StaleError):
            mutation.applied(text)


@pytest.mark.parametrize(
    ("tests", "said"), [(("good",), ""), (("good", "bad"), "FAILED test_x.py::test_bad"), ((), "")]
)
def test_a_test_that_is_red_with_nothing_taken_away_is_named(tmp_path: Path, tests: tuple[str, ...], said: str) -> None:
    (tmp_path / "test_x.py").write_text("def test_good(): pass\ndef test_bad(): assert 0\n")
    chosen = [Mutation("x", "f.py", "old", "new", tuple(f"test_x.py::test_{name}" for name in tests))]
    assert red_already(tmp_path, chosen).startswith(said)
    assert bool(red_already(tmp_path, chosen)) is bool(said)


def test_a_test_that_is_not_there_is_not_green(tmp_path: Path) -> None:
    assert "test_x.py" in red_already(tmp_path, [Mutation("x", "f.py", "old", "new", ("test_x.py::test_x",))])


def test_there_are_enough_and_the_page_tells_of_each() -> None:
    page = (ROOT / "docs" / "mutations.md").read_text(encoding="utf-8")
    assert len(ALL) >= 14
    assert page.startswith(HEAD)
    assert [one.without for one in ALL if f"| {one.without} | `{one.file}` | `tests/" not in page] == []
