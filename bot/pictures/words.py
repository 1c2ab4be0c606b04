"""The words that all pictures share: amounts, changes, targets, and a team's rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from babel.numbers import format_compact_currency, format_compact_decimal, format_currency, get_currency_symbol

from bot.render import money, percent, plain, shown
from bot.texts import LOCALES
from kpi.board import attainment
from kpi.charts.spec import Change, Gauge, Goal, Headline, Series, Tile, Trend
from kpi.figures import Goal as MonthGoal
from kpi.message import Number, Percent, Say, Value, say
from kpi.money import Money
from kpi.performance import Performance, SellerPerformance

MOST_ROWS = 8  # as many as there are colours that can be told apart
_LONG = 10_000  # from here on people say 1.2万, or 12K
_SAID = Context(prec=3, rounding=ROUND_HALF_UP)  # the digits that they say


@dataclass(frozen=True, slots=True)
class Words:
    """Wording in one language and one currency."""

    language: str
    currency: str

    @property
    def unit(self) -> str:
        """The currency's sign."""
        return _own(get_currency_symbol(self.currency, locale=LOCALES[self.language]))

    def said(self, key: str, **values: Value) -> str:
        return plain(say(key, **values), self.language)

    def count(self, count: Fraction | int | None) -> str:
        """A number, with one decimal where it is not whole."""
        if isinstance(count, Fraction):
            return shown(int(count) if count.denominator == 1 else Number(count, 1), self.language)
        return shown(count, self.language)

    def money(self, minor: int | None) -> str:
        """An exact amount."""
        return shown(None, self.language) if minor is None else money(self._money(minor), self.language, short=True)

    def brief(self, minor: int | None) -> str:
        """An amount as people say it: 1.23万 or 12.3K from 10,000 on."""
        if minor is None or abs(self.major(minor)) < _LONG:
            return self.money(minor)
        said = format_compact_currency(
            _briefly(self._money(minor)), self.currency, locale=LOCALES[self.language], fraction_digits=2
        )
        return _own(said)

    def bare(self, minor: int) -> str:
        """The same without the currency, for the narrow places."""
        major = self._money(minor).major
        locale = LOCALES[self.language]
        if abs(major) >= _LONG:
            return format_compact_decimal(_briefly(self._money(minor)), locale=locale, fraction_digits=2)
        whole = major == major.to_integral_value()
        return format_currency(
            major, self.currency, format="#,##0" if whole else "#,##0.00", locale=locale, currency_digits=not whole
        )

    def major(self, minor: int) -> float:
        """The amount as a height."""
        return float(self._money(minor).major)

    def change(self, now: int | None, before: int | None) -> Change:
        ratio = growth(now, before) or 0
        trend = Trend.BETTER if ratio > 0 else Trend.WORSE if ratio < 0 else Trend.NEUTRAL
        return Change(plain(change(now, before), self.language), trend)

    def gauge(self, goal: MonthGoal, elapsed: Fraction | None) -> Gauge:
        ratio = attainment(goal.net, goal.target)
        mark = None if elapsed is None else float(elapsed)
        return Gauge(float(ratio or 0), percent(Percent(ratio), self.language), mark)

    def goal(self, label: str, goal: MonthGoal, elapsed: Fraction | None, time: str) -> Goal:
        amounts = self.said("chart-amounts", net=self.brief(goal.net), target=self.brief(goal.target))
        return Goal(label, self.gauge(goal, elapsed), amounts, time)

    def _money(self, minor: int) -> Money:
        return Money(minor, self.currency)


@dataclass(frozen=True, slots=True)
class TeamWords:
    """Wording for the chart of a team."""

    figures: Performance
    words: Words

    def headline(self) -> Headline:
        now, before = self.figures.total.net, self.figures.before.net
        compared = plain(compared_with(self.figures), self.words.language)
        return Headline(self.words.said("chart-net"), self.words.money(now), self.words.change(now, before), compared)

    def goal(self) -> Goal | None:
        goal, elapsed = self.figures.goal, self.figures.elapsed
        if goal is None:
            return None
        label = self.words.said("chart-goal", month=self.figures.month)
        return self.words.goal(label, goal, elapsed, self.words.said("chart-time", share=Percent(elapsed)))

    def tiles(self) -> tuple[Tile, ...]:
        now, before, words = self.figures.total, self.figures.before, self.words
        return (
            Tile(words.said("chart-orders"), words.count(now.orders), words.change(now.orders, before.orders)),
            Tile(words.said("chart-aov"), words.brief(now.aov), words.change(now.aov, before.aov)),
            Tile(
                words.said("chart-new"),
                words.count(now.new_customers),
                words.change(now.new_customers, before.new_customers),
            ),
        )

    def columns(self, change: str) -> tuple[str, str, str]:
        return (
            self.words.said("chart-net"),
            change,
            self.words.said("chart-goal", month=self.figures.month),
        )

    def rows(self) -> Iterator[Series]:
        """A row for each seller; those who find no place share the last one."""
        sellers, elapsed = self.figures.sellers, self.figures.elapsed
        own = len(sellers) if len(sellers) <= MOST_ROWS else MOST_ROWS - 1
        for seller in sellers[:own]:
            gauge = None if seller.goal is None else self.words.gauge(seller.goal, elapsed)
            yield self._row(seller.name, [seller], gauge)
        if others := sellers[own:]:
            yield self._row(self.words.said("chart-others", n=len(others)), others, None, others=True)

    def _row(
        self, name: str, sellers: Sequence[SellerPerformance], gauge: Gauge | None, *, others: bool = False
    ) -> Series:
        days = [sum(amounts) for amounts in zip(*(seller.days for seller in sellers), strict=True)]
        now, before = sum(days), sum(seller.before for seller in sellers)
        heights = tuple(self.words.major(day) for day in days)
        return Series(name, heights, self.words.money(now), self.words.change(now, before), gauge, others)

    def footer(self) -> str:
        return self.words.said("chart-footer", zone=self.figures.zone)


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


def compared_with(figures: Performance) -> Say:
    """What the period is compared with: the one before, or the same days of it."""
    key = "chart-before" if figures.is_over else "chart-before-part"
    return say(key, grain=figures.period.grain.value, net=Money(figures.before.net, figures.currency))


def _briefly(amount: Money) -> Decimal:
    return _SAID.create_decimal(amount.major)


def _own(written: str) -> str:
    return written.replace("CN¥", "¥")  # a team has one currency, so its own sign is enough
