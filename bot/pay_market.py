"""What others pay for such a post."""

from collections.abc import Sequence

from kpi.pay.base import MarketReference


def reference_for(references: Sequence[MarketReference], grade: str | None) -> MarketReference | None:
    """The reference that goes by the name of the post, or the only one that there is."""
    named = next((each for each in references if each.work == grade), None)
    return named or (references[0] if len(references) == 1 else None)
