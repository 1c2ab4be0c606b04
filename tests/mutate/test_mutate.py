"""Every protection can still be taken away as the list says, and the table tells of all of them."""

import pytest

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


def test_there_are_enough_and_the_page_tells_of_each() -> None:
    page = (ROOT / "docs" / "mutations.md").read_text(encoding="utf-8")
    assert len(ALL) >= 14
    assert page.startswith(HEAD)
    assert [one.without for one in ALL if f"| {one.without} | `{one.file}` | `tests/" not in page] == []
