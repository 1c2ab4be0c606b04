"""The figures of a picture worded into what is drawn: finished strings and plain numbers."""

from bot.pictures.finding import finding_chart
from bot.pictures.month import month_chart
from bot.pictures.poster import poster_chart
from bot.pictures.progress import progress_chart
from bot.pictures.snapshot import snapshot_chart
from bot.pictures.week import week_chart
from bot.render import plain
from kpi import performance, plot, poster, progress, snapshot
from kpi.charts.spec import Chart, PackChart
from kpi.message import Pack
from kpi.period import Grain


def spec(picture: dict[str, object], language: str) -> Chart:
    """The chart that `picture` holds the figures of. `ValueError` for a kind or version unknown here."""
    if picture["kind"] == progress.KIND:
        return progress_chart(progress.from_picture(picture), language)
    if picture["kind"] == plot.KIND:
        return finding_chart(plot.from_picture(picture), language)
    if picture["kind"] == snapshot.KIND:
        return snapshot_chart(snapshot.from_picture(picture), language)
    if picture["kind"] == poster.KIND:
        return poster_chart(poster.from_picture(picture), language)
    figures = performance.from_picture(picture)
    if figures.period.grain is Grain.MONTH:
        return month_chart(figures, language)
    return week_chart(figures, language)


def pack_spec(pack: Pack, language: str) -> PackChart:
    """The pages of `pack` as one file."""
    return PackChart(plain(pack.name, language), pack.bound, tuple(spec(page, language) for page in pack.pages))
