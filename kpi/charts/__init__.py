"""Charts as PNG pictures. What is heavy is imported by the process that draws, when it draws."""

from kpi.charts.spec import FindingChart, MonthlyChart, ProgressChart, WeeklyChart


def draw(spec: object) -> bytes:
    """`spec` as a PNG, at most 1,280 pixels wide. `TypeError` for what is no chart of ours.

    It comes from another process, so what it is gets looked at here. Not safe to call from several threads.
    """
    match spec:
        case WeeklyChart():
            from kpi.charts.weekly import weekly

            return weekly(spec).png()
        case MonthlyChart():
            from kpi.charts.monthly import monthly

            return monthly(spec).png()
        case ProgressChart():
            from kpi.charts.progress import progress

            return progress(spec).png()
        case FindingChart():
            from kpi.charts.finding import finding

            return finding(spec).png()
        case _:
            raise TypeError(f"{type(spec).__name__} is no chart")
