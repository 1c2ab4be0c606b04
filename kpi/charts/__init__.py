"""Charts as PNG pictures. What is heavy is imported by the process that draws, when it draws."""

from typing import TYPE_CHECKING

from kpi.charts.spec import (
    FindingChart,
    MonthlyChart,
    PackChart,
    PosterChart,
    ProgressChart,
    SnapshotChart,
    WeeklyChart,
)

if TYPE_CHECKING:
    from kpi.charts.style import Sheet


def draw(spec: object) -> bytes:
    """`spec` as a PNG, at most 1,280 pixels wide, or bound as it says. `TypeError` for what is no chart of ours.

    It comes from another process, so what it is gets looked at here. Not safe to call from several threads.
    """
    if isinstance(spec, PackChart):
        from kpi.charts.pack import pack

        return pack(spec.title, spec.bound, map(sheet_of, spec.pages))
    return sheet_of(spec).png()


def sheet_of(spec: object) -> "Sheet":
    """`spec` on its sheet."""
    match spec:
        case WeeklyChart():
            from kpi.charts.weekly import weekly

            return weekly(spec)
        case MonthlyChart():
            from kpi.charts.monthly import monthly

            return monthly(spec)
        case ProgressChart():
            from kpi.charts.progress import progress

            return progress(spec)
        case FindingChart():
            from kpi.charts.finding import finding

            return finding(spec)
        case SnapshotChart():
            from kpi.charts.snapshot import snapshot

            return snapshot(spec)
        case PosterChart():
            from kpi.charts.poster import poster

            return poster(spec)
        case _:
            raise TypeError(f"{type(spec).__name__} is no chart")
