"""Reports in the books."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kpi.entry import Entry, How, Line, Measure
from kpi.ids import EntryId, MemberId, TeamId

MEI = MemberId(1)
NOW = datetime(2026, 6, 8, 2, 12, tzinfo=UTC)
ENTRY = Entry(
    id=EntryId(1),
    team=TeamId(1),
    author=MEI,
    source="telegram",
    source_ref="-100:7",
    how=How.TEXT,
    recorded_at=NOW,
    revision=1,
    lines=(Line(Measure.REPORTS, 1, date(2026, 6, 8), MEI),),
)


def test_an_entry_without_lines_in_force_is_undone() -> None:
    assert not ENTRY.undone
    assert replace(ENTRY, lines=(), revision=2).undone
