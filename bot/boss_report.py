"""报告: a week or a month on the pages of one file, for the boss to read and to pass on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.chart_text import compared_figures, figures_of
from bot.finding import Kind, Scope, kind_name
from bot.findings import findings
from bot.metric_figures import figures
from bot.page_parts import moved, plain_note, tile
from bot.pictures.words import compared_with
from bot.standing import Standing, standing
from kpi.board import By, Place, attainment, board
from kpi.figures import goal, month_so_far
from kpi.ids import MemberId
from kpi.message import Bound, Message, Pack, Percent, Say, joined, say
from kpi.metrics import Metric, Sums, net
from kpi.money import Money
from kpi.performance import Performance, to_picture
from kpi.period import Period
from kpi.plot import to_picture as plotted
from kpi.snapshot import Aim, Figures, Part, Row, Rows, Sentences, Snapshot, Total
from kpi.snapshot import to_picture as paged
from kpi.team import Team
from storage import metrics_off, totals
from storage.connection import Connection

_SAID = (Kind.LAST_PERIOD, Kind.LAST_YEAR, Kind.STRUCTURE, Kind.FUNNEL, Kind.WEEKDAYS, Kind.OUTLIERS)
_TILES = 3  # side by side
_COVER = (Metric.ORDERS, Metric.AOV, Metric.NEW_CUSTOMERS)
_CUSTOMERS = (
    Metric.NEW_CUSTOMERS,
    Metric.RETURNING,
    Metric.REPURCHASE,
    Metric.BOUGHT_AGAIN,
    Metric.RETENTION,
    Metric.SATISFACTION,
    Metric.COMPLAINT_RATE,
)
_ROWS = 20  # on a page
_PAGES = 3  # of the board
_NEW_ROWS = 10
_NOTHING = plain_note(say("page-nothing"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A team's period up to `last`, as `shown` has it for charts and `now` for boards."""

    db: Connection
    team: Team
    period: Period
    last: date
    shown: Performance
    now: Standing
    of_month: dict[MemberId, Sums]  # the last of its months, up to `last`

    @property
    def scope(self) -> Scope:
        return Scope(self.team, self.period, self.last + timedelta(days=self.last == self.period.last))

    def money(self, minor: int) -> Money:
        return Money(minor, self.team.currency)


def report_message(db: Connection, team: Team, period: Period, today: date, bound: Bound) -> Message:
    """The report of `period`, a week or a month, as far as it has come. A sentence where nobody reported."""
    last = min(today, period.last)
    shown = figures_of(db, team, period, last)
    if shown is None:
        return Message((say("report-empty", period=period),))
    of_month = totals.by_member(db, team.id, month_so_far(last))
    told = _Told(db, team, period, last, shown, standing(db, team, period, last), of_month)
    pages = tuple(_pages(told))
    pack = Pack(say("report-file", team=team.name, period=period), bound, pages)
    return Message((*_caption(told), say("report-pages", n=len(pages))), pack=pack)


def _caption(told: _Told) -> Iterator[Say]:
    shown = told.shown
    yield say("report-title", team=told.team.name, period=told.period, over="yes" if shown.is_over else "no")
    compared = joined(moved(shown.total.net, shown.before.net).said, compared_with(shown))
    yield say("chart-total", net=told.money(shown.total.net), compared=compared)
    yield compared_figures(shown.total, shown.before, told.team.currency)
    if aim := shown.goal:
        yield say(
            "chart-goal-line",
            month=shown.month,
            net=told.money(aim.net),
            target=told.money(aim.target),
            share=Percent(attainment(aim.net, aim.target)),
            elapsed=Percent(shown.elapsed),
        )


def _pages(told: _Told) -> Iterator[dict[str, object]]:
    """The cover, the chart of the period, its trend, the board, 80/20, and the customers."""
    trend, pareto = (findings(told.db, told.scope, (kind,)) for kind in (Kind.TREND, Kind.PARETO))
    yield _page(told, "cover", _cover(told))
    yield to_picture(told.shown)
    yield from (plotted(found.plot) for found in trend if found.plot)
    yield from _boards(told)
    yield from (plotted(found.plot) for found in pareto if found.plot)
    if customers := tuple(_customers(told)):
        yield _page(told, "customers", customers)


def _page(told: _Told, heading: str, parts: Sequence[Part] | Iterator[Part]) -> dict[str, object]:
    over = "yes" if told.shown.is_over else "no"
    subtitle = say("report-subtitle", heading=joined(say(f"report-{heading}")), period=told.period, over=over)
    return paged(Snapshot(told.team.name, subtitle, told.team.currency, told.team.zone, tuple(parts)))


def _cover(told: _Told) -> Iterator[Part]:
    """The period against its target, its figures, and what was found."""
    shown = told.shown
    compared = moved(shown.total.net, shown.before.net)
    yield Total(say("chart-net"), shown.total.net, compared, compared_with(shown), _aim(shown))
    yield from _tiles(told, _COVER)
    if found := findings(told.db, told.scope, (Kind.TREND, *_SAID)):
        said = (say("report-finding", kind=joined(kind_name(f.kind)), finding=joined(f.sentence)) for f in found)
        yield Sentences(say("report-findings"), tuple(said))


def _aim(shown: Performance) -> Aim | None:
    if shown.goal is None:
        return None
    share = Percent(shown.elapsed)
    return Aim(say("chart-goal", month=shown.month), shown.goal, shown.elapsed, say("chart-time", share=share))


def _tiles(told: _Told, metrics: Sequence[Metric]) -> Iterator[Figures]:
    """What the team uses and knows of `metrics`, in rows of much the same length."""
    off = metrics_off.of_team(told.db, told.team.id)
    looked = ((m, figures(told.db, told.team, m, told.period, told.last)) for m in metrics if m not in off)
    known = [
        tile(metric, found.team, found.before, told.team.currency)
        for metric, found in looked
        if found.team.value is not None
    ]
    rows = -(-len(known) // _TILES)
    for row in range(rows):
        yield Figures(tuple(known[row * len(known) // rows : (row + 1) * len(known) // rows]))


def _boards(told: _Told) -> Iterator[dict[str, object]]:
    """Everybody's place, on as many pages as it takes, up to some; who finds no place is one row together."""
    places = board(By.SALES, told.now.sellers)
    shown = places[: _ROWS * _PAGES]
    rest = places[len(shown) :]
    for at in range(0, len(shown), _ROWS):
        rows = [_row(told, place) for place in shown[at : at + _ROWS]]
        if rest and at + _ROWS >= len(shown):
            rows.append(_others(told, rest))
        columns = (say("chart-net"), say("report-before"), say("chart-goal", month=told.shown.month))
        elapsed = told.shown.elapsed
        yield _page(told, "board", (Rows(say("report-places", n=len(places)), columns, tuple(rows), elapsed),))


def _row(told: _Told, place: Place) -> Row:
    """A seller's period against the one before, and the month against their target."""
    (seller,) = (one for one in told.now.sellers if one.member == place.member)
    return Row(
        say("board-name", name=place.name),
        say("board-amount", amount=told.money(int(place.value))),
        moved(int(place.value), net(seller.before)),
        place.rank,
        goal(told.now.targets.get(place.member), told.of_month.get(place.member, {})),
    )


def _others(told: _Told, rest: Sequence[Place]) -> Row:
    whole = sum(int(place.value) for place in rest)
    amount = say("board-amount", amount=told.money(whole))
    return Row(say("chart-others", n=len(rest)), amount, _NOTHING, None, others=True)


def _customers(told: _Told) -> Iterator[Part]:
    """What is known of the customers, and who brought new ones."""
    yield from _tiles(told, _CUSTOMERS)
    if Metric.NEW_CUSTOMERS in metrics_off.of_team(told.db, told.team.id):
        return
    new = [place for place in board(By.NEW, told.now.sellers) if place.value > 0]
    if new:
        rows = tuple(_new_row(place) for place in new[:_NEW_ROWS])
        yield Rows(say("report-new"), (say("chart-new"), say("page-nothing"), say("page-nothing")), rows)


def _new_row(place: Place) -> Row:
    return Row(say("board-name", name=place.name), say("board-count", n=int(place.value)), _NOTHING, place.rank)
