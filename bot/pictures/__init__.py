"""The figures of a picture worded into what is drawn: finished strings and plain numbers."""

from bot.pictures.finding import finding_chart
from bot.pictures.month import month_chart
from bot.pictures.progress import progress_chart
from bot.pictures.week import week_chart
from kpi import performance, plot, progress
from kpi.charts.spec import Chart
from kpi.period import Grain


def spec(picture: dict[str, object], language: str) -> Chart:
    """The chart that `picture` holds the figures of. `ValueError` for a kind or version unknown here."""
    if picture["kind"] == progress.KIND:
        return progress_chart(progress.from_picture(picture), language)
    if picture["kind"] == plot.KIND:
        return finding_chart(plot.from_picture(picture), language)
    figures = performance.from_picture(picture)
    if figures.period.grain is Grain.MONTH:
        return month_chart(figures, language)
    return week_chart(figures, language)
