"""Days reported in a row."""

from collections.abc import Collection
from datetime import date, timedelta


def streak(reported: Collection[date], today: date) -> int:
    """How many business dates in a row have a report, up to today, or up to yesterday while today has none yet."""
    days = frozenset(reported)
    length = 0
    day = today if today in days else today - timedelta(days=1)
    while day in days:
        length += 1
        day -= timedelta(days=1)
    return length
