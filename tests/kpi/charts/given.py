"""Weekly charts for tests, and what stands on a sheet."""

from collections.abc import Sequence
from typing import cast

from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from kpi.charts.spec import Change, Day, Gauge, Goal, Headline, Series, Tile, Trend, WeeklyChart
from kpi.charts.style import Role, Sheet

BETTER = Change("▲12.3%", Trend.BETTER)
WORSE = Change("▼4.0%", Trend.WORSE)
GAUGE = Gauge(0.618, "61.8%", 0.467)
GOAL = Goal("2026年6月目标", GAUGE, "¥74,196.21 / ¥120,000", "时间进度 46.7%")
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")

NAMES = (
    "小美💄<b>$\\frac{1}{$",
    "阿强",
    "喆堃 犇羴鱻",
    "Müller O’Brien",
    "👨‍👩‍👧 家🇨🇳 👍🏽",
    "欧阳娜娜" * 6,
    "Anastasia Konstantinopolo",
    "Ken",
)


def seller(name: str, days: Sequence[float], *, gauge: Gauge | None = None, others: bool = False) -> Series:
    return Series(name, tuple(days), f"¥{sum(days):,.2f}", BETTER, gauge, others)


def week(
    *sellers: Series, before: Sequence[float] = (900,) * 7, goal: Goal | None = None, title: str = "花花美妆"
) -> WeeklyChart:
    """A chart of `sellers`; a day that nobody's days reach is still to come."""
    begun = max((len(one.days) for one in sellers), default=0)
    totals = [sum(one.days[i] for one in sellers) for i in range(begun)] + [None] * (7 - begun)
    return WeeklyChart(
        title=title,
        subtitle="周报 · 6月8日至14日",
        headline=Headline("净销售额", "¥38,921.28", BETTER, "上周 ¥35,274.93"),
        goal=goal,
        daily="每日净销售额",
        legend="上周同一天",
        days=tuple(
            Day(label, "" if total is None else f"{total:,.2f}", then)
            for label, total, then in zip(WEEKDAYS, totals, before, strict=True)
        ),
        tiles=(
            Tile("订单", "83", BETTER, (12, 0, 17, 12, 9, 14, 19)),
            Tile("笔单价", "¥468.93", WORSE, (400, None, 500, 450, 430, 410, 520)),
            Tile("新客", "38", WORSE, (3, 5, None, None, None, None, None)),
        ),
        columns=("净销售额", "比上周", "2026年6月目标"),
        sellers=sellers,
        footer="净销售额 = 销售额 − 退款 · 时区 Asia/Shanghai",
    )


def some(number: int, *, gauge: Gauge | None = GAUGE) -> WeeklyChart:
    """A week of `number` sellers, as many as a chart ever has rows."""
    sellers = [
        seller(NAMES[i], [1000.5 + 300 * i, 0, 800, 700.25, 2000 - 90 * i, 12345.67, 10], gauge=gauge)
        for i in range(number)
    ]
    return week(*sellers, goal=GOAL if gauge else None)


def texts(sheet: Sheet) -> list[str]:
    """Everything written on the sheet."""
    return [text.get_text() for text in written(sheet)]


def written(sheet: Sheet) -> list[Text]:
    found = cast("list[Text]", sheet.figure.findobj(Text))
    return [text for text in found if text.get_text()]


def boxes(sheet: Sheet, role: Role) -> list[Bbox]:
    """Where the rectangles of that role are, in pixels from the bottom."""
    found = cast("list[Rectangle]", sheet.figure.findobj(Rectangle))
    return [rectangle.get_bbox() for rectangle in found if rectangle.get_gid() == role.value]


def place(text: Text) -> Bbox:
    """Where a text is, in pixels from the bottom."""
    return text.get_window_extent()
