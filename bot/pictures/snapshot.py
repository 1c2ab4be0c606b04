"""A page of parts, worded for its chart."""

from typing import assert_never

from bot.pictures.finding import finding_chart
from bot.pictures.words import Words
from bot.render import plain
from kpi.charts import spec
from kpi.snapshot import Aim, Bars, Figures, Moved, Part, Row, Rows, Sentences, Snapshot, Total

_TRENDS = {True: spec.Trend.BETTER, False: spec.Trend.WORSE, None: spec.Trend.NEUTRAL}


def snapshot_chart(of: Snapshot, language: str) -> spec.SnapshotChart:
    """The page in `language`."""
    words = Words(language, of.currency)
    return spec.SnapshotChart(
        title=of.title,
        subtitle=plain(of.subtitle, language),
        parts=tuple(_part(part, words) for part in of.parts),
        footer=words.said("chart-footer", zone=of.zone),
    )


def _part(part: Part, words: Words) -> spec.Part:
    language = words.language
    match part:
        case Total():
            return spec.TotalPart(_headline(part, words), None if part.aim is None else _goal(part.aim, words))
        case Figures():
            tiles = (
                spec.Tile(plain(f.label, language), plain(f.value, language), _change(f.moved, words))
                for f in part.figures
            )
            return spec.TilesPart(tuple(tiles))
        case Rows():
            value, moved, goal = (plain(column, language) for column in part.columns)
            rows = tuple(_row(row, part, words) for row in part.rows)
            return spec.RowsPart(plain(part.title, language), (value, moved, goal), rows)
        case Bars():
            chart = finding_chart(part.plot, language)
            return spec.BarsPart(chart.subtitle, chart.spots)
        case Sentences():
            return spec.WordsPart(plain(part.title, language), tuple(plain(said, language) for said in part.said))
        case _:
            assert_never(part)


def _headline(total: Total, words: Words) -> spec.Headline:
    none = spec.Change("", spec.Trend.NEUTRAL)
    change = none if total.moved is None else _change(total.moved, words)
    label, beside = plain(total.label, words.language), plain(total.beside, words.language)
    return spec.Headline(label, words.money(total.net), change, beside)


def _goal(aim: Aim, words: Words) -> spec.Goal:
    return words.goal(plain(aim.label, words.language), aim.goal, aim.elapsed, plain(aim.time, words.language))


def _row(row: Row, rows: Rows, words: Words) -> spec.Series:
    return spec.Series(
        name=plain(row.name, words.language),
        days=(),
        total=plain(row.value, words.language),
        change=_change(row.moved, words),
        gauge=None if row.goal is None else words.gauge(row.goal, rows.elapsed),
        others=row.others,
        place=row.place,
    )


def _change(moved: Moved, words: Words) -> spec.Change:
    return spec.Change(plain(moved.said, words.language), _TRENDS[moved.better])
