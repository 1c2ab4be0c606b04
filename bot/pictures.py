"""The figures of a picture worded into what is drawn: finished strings and plain numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from babel.dates import format_date
from babel.numbers import format_currency

from bot.render import percent, plain, shown
from bot.texts import LOCALES
from kpi.board import attainment
from kpi.charts.spec import Change, Chart, Day, Gauge, Goal, Headline, Series, Tile, Trend, WeeklyChart
from kpi.message import Percent, Say, Value, say
from kpi.money import Money
from kpi.weekly import Figures, SellerWeek, WeekFigures, from_picture
from kpi.weekly import Goal as MonthGoal

MOST_ROWS = 8  # as many as there are colours that can be told apart


def spec(picture: dict[str, object], language: str) -> Chart:
    """The chart that `picture` holds the figures of. `ValueError` for a kind or version unknown here."""
    return _Weekly(from_picture(picture), language).chart()


def change(now: int | None, before: int | None) -> Say:
    """How `now` compares with `before`, in percent; a dash where there is nothing to compare with."""
    match growth(now, before):
        case None:
            return say("change-unknown")
        case 0:
            return say("change-none")
        case ratio:
            return say("change-up" if ratio > 0 else "change-down", by=Percent(abs(ratio)))


def growth(now: int | None, before: int | None) -> Fraction | None:
    """By how much `now` is more than `before`, as a ratio; None without one of them, or when that was not above 0."""
    if now is None or before is None or before <= 0:
        return None
    return Fraction(now - before, before)


def compared_with(figures: WeekFigures) -> Say:
    """What the week is compared with: the week before, or the same days of it."""
    key = "weekly-before" if figures.is_over else "weekly-before-part"
    return say(key, net=Money(figures.before.net, figures.currency))


@dataclass(frozen=True, slots=True)
class _Weekly:
    """The weekly chart in one language."""

    figures: WeekFigures
    language: str

    def chart(self) -> WeeklyChart:
        figures = self.figures
        return WeeklyChart(
            title=self._said("weekly-title", team=figures.team),
            subtitle=self._said("weekly-subtitle" if figures.is_over else "weekly-subtitle-part", week=figures.week),
            headline=self._headline(),
            goal=None if figures.goal is None else self._goal(figures.goal),
            daily=self._said("weekly-daily"),
            legend=self._said("weekly-legend"),
            days=tuple(self._day(i) for i in range(figures.week.length)),
            tiles=(
                self._tile("weekly-orders", lambda of: of.orders, self._count),
                self._tile("weekly-aov", lambda of: of.aov, self._money),
                self._tile("weekly-new", lambda of: of.new_customers, self._count),
            ),
            columns=(
                self._said("weekly-net"),
                self._said("weekly-column-change"),
                self._said("weekly-goal", month=figures.month),
            ),
            sellers=tuple(self._rows()),
            footer=self._said("weekly-footer", zone=figures.zone),
        )

    def _headline(self) -> Headline:
        now, before = self.figures.total.net, self.figures.before.net
        compared = plain(compared_with(self.figures), self.language)
        return Headline(self._said("weekly-net"), self._money(now), self._change(now, before), compared)

    def _goal(self, goal: MonthGoal) -> Goal:
        currency = self.figures.currency
        return Goal(
            label=self._said("weekly-goal", month=self.figures.month),
            gauge=self._gauge(goal),
            amounts=self._said("weekly-amounts", net=Money(goal.net, currency), target=Money(goal.target, currency)),
            time=self._said("weekly-time", share=Percent(self.figures.elapsed)),
        )

    def _gauge(self, goal: MonthGoal) -> Gauge:
        ratio = attainment(goal.net, goal.target)
        return Gauge(float(ratio or 0), percent(Percent(ratio), self.language), float(self.figures.elapsed))

    def _day(self, i: int) -> Day:
        days = self.figures.days
        return Day(
            label=format_date(self.figures.week.days()[i], "ccc", locale=LOCALES[self.language]),
            total=self._bare(days[i].net) if i < len(days) else "",
            before=self._major(self.figures.days_before[i].net),
        )

    def _tile(self, key: str, figure: Callable[[Figures], int | None], worded: Callable[[int | None], str]) -> Tile:
        now, before = figure(self.figures.total), figure(self.figures.before)
        amounts = [figure(day) for day in self.figures.days]
        to_come = [None] * (self.figures.week.length - len(amounts))
        heights = tuple(None if amount is None else float(amount) for amount in (*amounts, *to_come))
        return Tile(self._said(key), worded(now), self._change(now, before), heights)

    def _rows(self) -> Iterator[Series]:
        sellers = self.figures.sellers
        own = len(sellers) if len(sellers) <= MOST_ROWS else MOST_ROWS - 1
        for seller in sellers[:own]:
            yield self._row(seller.name, [seller], None if seller.goal is None else self._gauge(seller.goal))
        if others := sellers[own:]:
            yield self._row(self._said("weekly-others", n=len(others)), others, None, others=True)

    def _row(self, name: str, sellers: Sequence[SellerWeek], gauge: Gauge | None, *, others: bool = False) -> Series:
        days = [sum(amounts) for amounts in zip(*(seller.days for seller in sellers), strict=True)]
        now, before = sum(days), sum(seller.before for seller in sellers)
        heights = tuple(self._major(day) for day in days)
        return Series(name, heights, self._money(now), self._change(now, before), gauge, others)

    def _change(self, now: int | None, before: int | None) -> Change:
        ratio = growth(now, before) or 0
        trend = Trend.BETTER if ratio > 0 else Trend.WORSE if ratio < 0 else Trend.NEUTRAL
        return Change(plain(change(now, before), self.language), trend)

    def _said(self, key: str, **values: Value) -> str:
        return plain(say(key, **values), self.language)

    def _count(self, count: int | None) -> str:
        return shown(count, self.language)

    def _money(self, minor: int | None) -> str:
        amount = None if minor is None else Money(minor, self.figures.currency)
        return shown(None, self.language) if amount is None else self._said("weekly-money", amount=amount)

    def _bare(self, minor: int) -> str:
        """An amount without its currency, for the narrow places."""
        major = Money(minor, self.figures.currency).major
        whole = major == major.to_integral_value()
        return format_currency(
            major, self.figures.currency, format="#,##0" if whole else "#,##0.00",
            locale=LOCALES[self.language], currency_digits=not whole,
        )  # fmt: skip

    def _major(self, minor: int) -> float:
        return float(Money(minor, self.figures.currency).major)
