"""docs/mutations.md: what was taken away, and the test that noticed."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.mutate.mutations import Mutation

HEAD = """# What happens when a protection is taken away

Written by `make mutate`, which takes each of these away in a copy of the tree and runs the tests named for it, all
green before; it fails when none goes red.

| taken away | in | noticed by |
| --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Caught:
    """`by` is the test that went red, None when all stayed green."""

    mutation: Mutation
    by: str | None


def table(found: Sequence[Caught]) -> str:
    """The page."""
    rows = (f"| {one.mutation.without} | `{one.mutation.file}` | `{one.by}` |\n" for one in found)
    return HEAD + "".join(rows)
