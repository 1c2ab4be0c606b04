"""Charts for tests, and what stands on a sheet."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate
from typing import cast

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from kpi.charts.finding import finding
from kpi.charts.monthly import monthly
from kpi.charts.poster import poster
from kpi.charts.progress import progress
from kpi.charts.snapshot import snapshot
from kpi.charts.spec import (
    Bar,
    BarsPart,
    Calendar,
    Change,
    Curve,
    Day,
    FindingChart,
    Gauge,
    Goal,
    Headline,
    Level,
    MonthlyChart,
    Part,
    PosterChart,
    ProgressChart,
    RowsPart,
    Run,
    Series,
    SnapshotChart,
    Spot,
    Tile,
    TilesPart,
    TotalPart,
    Trend,
    Week,
    WeeklyChart,
    Weeks,
    WordsPart,
)
from kpi.charts.style import Role, Sheet
from kpi.charts.weekly import weekly
from kpi.plot import Accent, Shape
from kpi.progress import Mark

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
    "سارة עדן",
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


def month(
    days: Sequence[float],
    *sellers: Series,
    before: Sequence[float] = (900,) * 31,
    length: int = 30,
    target: float | None = None,
    title: str = "花花美妆",
    levels: Sequence[Level] = (Level(10_000, "¥1万"), Level(20_000, "¥2万")),
) -> MonthlyChart:
    """A month in which the first `days` have begun."""
    to_come = [None] * (length - len(days))
    amounts = [*days, *to_come]
    goal = None if target is None else GOAL
    return MonthlyChart(
        title=title,
        subtitle="月报 · 2026年6月（还没结束）",
        headline=Headline("净销售额", "¥64,811", BETTER, "上月同期 ¥60,383"),
        goal=goal,
        run=Run(
            title="累计净销售额",
            now=Curve(tuple(accumulate(days)), "6月", "¥6.48万"),
            before=Curve(tuple(accumulate(before)), "5月", "¥2.79万"),
            target=None if target is None else Curve((target,), "目标", "¥16万"),
            levels=tuple(levels),
        ),
        daily="每日净销售额（¥）",
        best=("最高 6月3日", "¥6,889"),
        legend="上月同一天",
        days=tuple(
            Bar(str(i) if i in {1, 5, 10, 15, 20, 25, 30} else "", amount, then)
            for i, (amount, then) in enumerate(zip(amounts, [*before, *[0.0] * length], strict=False), start=1)
        ),
        tiles=(Tile("订单", "157", BETTER), Tile("笔单价", "¥412.81", WORSE), Tile("新客", "63", BETTER)),
        columns=("净销售额", "比上月", "2026年6月目标"),
        sellers=tuple(sellers),
        footer="净销售额 = 销售额 − 退款 · 时区 Asia/Shanghai",
    )


def row(name: str, total: str = "¥20,410", *, gauge: Gauge | None = GAUGE, others: bool = False) -> Series:
    return Series(name, (), total, WORSE, gauge, others)


MARKS = (Mark.REPORTED, Mark.ZERO, Mark.MISSED, Mark.REPORTED, Mark.OPEN)


def own(
    marks: Sequence[Mark] = MARKS,
    *,
    length: int = 30,
    offset: int = 0,
    weeks: Sequence[float] = (5761, 6504, 4461, 6455, 3759),
    usual: float = 5795.25,
    goal: Goal | None = GOAL,
    name: str = "小美",
) -> ProgressChart:
    """A seller's picture; today is the last of `marks`, and the days after it are to come."""
    return ProgressChart(
        title=name,
        subtitle="花花美妆 · 2026年6月 · 到6月17日",
        goal=goal,
        tiles=(
            Tile("净销售额", "¥1.47万", WORSE),
            Tile("订单", "35", WORSE),
            Tile("笔单价", "¥419.29", WORSE),
            Tile("新客", "15", BETTER),
        ),
        compared="本月到今天 · 比上月同期",
        weeks=Weeks(
            title="每周净销售额",
            bars=tuple(
                Week(label, f"¥{amount:,.0f}", amount)
                for label, amount in zip(("5/18", "5/25", "6/1", "6/8", "本周"), weeks, strict=True)
            ),
            usual=usual,
            legend="前四周平均 ¥5,795.25",
        ),
        calendar=Calendar(
            title="连续报单 5 天",
            weekdays=tuple("一二三四五六日"),
            offset=offset,
            marks=(*marks, *[Mark.OPEN] * (length - len(marks))),
            today=len(marks),
            legend=((Mark.REPORTED, "已报"), (Mark.ZERO, "报了零"), (Mark.MISSED, "没报")),
            legend_of_today="今天",
        ),
        footer="净销售额 = 销售额 − 退款 · 时区 Asia/Shanghai",
    )


def found(
    shape: Shape,
    amounts: Sequence[float],
    *,
    before: Sequence[float | None] = (),
    names: Sequence[str] = (),
    level: Level | None = None,
) -> FindingChart:
    """A finding in these amounts; of more than eight only the last two have a value and every eighth a label."""
    crowded = len(amounts) > 8 and shape not in {Shape.ROWS, Shape.FUNNEL}
    return FindingChart(
        shape=shape,
        title="花花美妆",
        subtitle="趋势 · 6月1日至14日",
        finding="14 天来在上升，平均每天多 ¥242.71。",
        spots=tuple(
            Spot(
                label=names[at] if at < len(names) else "" if crowded and at % 8 else f"6月{at + 1}日",
                value="" if crowded and at + 2 < len(amounts) else f"¥{amount:,.0f}",
                amount=amount,
                before=before[at] if at < len(before) else None,
                note="12.5%" if shape in {Shape.ROWS, Shape.FUNNEL} else "",
                accent=Accent.HIGH if at + 1 == len(amounts) else Accent.NONE,
            )
            for at, amount in enumerate(amounts)
        ),
        legend="上一期" if before else "",
        level=level,
        footer="净销售额 = 销售额 − 退款 · 时区 Asia/Shanghai",
    )


TODAY = Goal("今天的目标", Gauge(0.869, "86.9%", None), "¥8,690 / ¥1万", "还差 ¥1,310")


def page(*parts: Part, title: str = "花花美妆") -> SnapshotChart:
    return SnapshotChart(title, "老板看板 · 6月8日 21:40", parts, "净销售额 = 销售额 − 退款 · 时区 Asia/Shanghai")


def ranked(place: int, name: str, *, gauge: Gauge | None = GAUGE) -> Series:
    return replace(row(name, gauge=gauge), place=place)


BEYOND = Gauge(12345.678, "1,234,567.8%", 1.0)
VAST = 10.0**9 - 0.01
ROWS = [row(name) for name in NAMES]

# A chart of each kind for everything that may come: how it is drawn, and what.
WEEKS: dict[str, WeeklyChart] = {
    "nobody": week(),
    "one": some(1, gauge=None),
    "four": some(4),
    "eight": some(8),
    "refunds only": week(seller("小美", [0, 0, -350.5]), seller("阿强", [0, 0, -20])),
    "mixed": week(seller("小美", [500, -350.5]), seller("阿强", [-20, 90]), before=(-100, 5, 0, 0, 0, 0, 0)),
    "zeros": week(seller("小美", [0] * 7), before=(0,) * 7),
    "no numbers": week(seller("小美", [math.nan, math.inf, -math.inf, 5]), before=(math.nan, math.inf, 1, 0, 0, 0, 0)),
    "vast": week(
        seller("名" * 500, [VAST] * 7, gauge=BEYOND),
        seller("W" * 4000, [VAST] * 7, gauge=Gauge(math.inf, "—", math.nan)),
        goal=GOAL,
        title="队" * 300,
    ),
}
MONTHS: dict[str, MonthlyChart] = {
    "one day": month([500], row("小美", gauge=None)),
    "half": month([500, 900, 700] * 5, *ROWS[:4], target=30_000),
    "whole": month([500, 900, 700] * 10, *ROWS, target=21_000),
    "thirty-one": month([500] * 31, *ROWS[:2], before=(450,) * 28, length=31),
    "the same end": month([930] * 30, before=(930,) * 30, target=27_900),
    "february": month([100] * 28, before=(300,) * 31, length=28, target=1),
    "refunds only": month([-500, -20, 0], row("小美"), before=(0,) * 31, target=10_000),
    "mixed": month([500, -900, 300], before=(-700,) * 31),
    "zeros": month([0] * 30, row("小美"), before=(0,) * 31),
    "no numbers": month([math.nan, math.inf, 5], before=(math.nan,) * 31, target=math.inf),
    "vast": month(
        [VAST] * 30,
        row("名" * 500, "¥29,999,999,999.70", gauge=BEYOND),
        title="W" * 300,
        target=VAST,
        levels=[Level(i * 1e10, f"¥{i}00亿") for i in (1, 2)],
    ),
}
OWN: dict[str, ProgressChart] = {
    "usual": own(),
    "without a target": own(goal=None),
    "four weeks": own([Mark.REPORTED] * 28, length=28),
    "six weeks": own([Mark.MISSED] * 31, length=31, offset=6),
    "first day": own([Mark.OPEN], weeks=(0, 0, 0, 0, 0), usual=0.0),
    "refunds": own(weeks=(-500, 0, 200, -90, -700), usual=-97.5),
    "no numbers": own(weeks=(math.nan, math.inf, -math.inf, 0, 5), usual=math.nan, goal=Goal("", BEYOND, "", "")),
    "vast": own(weeks=(VAST,) * 5, usual=VAST, name="名" * 500),
}
FOUND: dict[str, FindingChart] = {
    "line": found(Shape.LINE, [3000, 9000, 5000, 4000, 8000, 7000, 6000, 5500], before=[2000.0] * 8),
    "line, a month": found(Shape.LINE, [500, 900, 700] * 10, before=[400.0] * 28),
    "line, refunds": found(Shape.LINE, [-500, 300, -900], before=[None, -20.0, 5.0]),
    "line, no numbers": found(Shape.LINE, [math.nan, math.inf, 5], before=[math.nan, None, 1.0]),
    "pareto": found(Shape.PARETO, [9000, 5000, 700, 90, 80, 70, 60, 500], names=NAMES, level=Level(12400, "80.0%")),
    "pareto, refunds": found(Shape.PARETO, [500, -20], level=Level(384, "80.0%")),
    "rows": found(Shape.ROWS, [9000, 5000, 700, 90, 80, 70, 0, -500], names=NAMES),
    "rows, vast": found(Shape.ROWS, [VAST] * 8, names=["名" * 500, "W" * 4000]),
    "funnel": found(Shape.FUNNEL, [1783, 587, 156, 40]),
    "funnel, zeros": found(Shape.FUNNEL, [0, 0, 0, 0]),
    "bars": found(Shape.BARS, [4958.86, 9554, 5957, 5868, 6712, 6690, 6251], level=Level(6000, "")),
    "bars, many": found(Shape.BARS, [400, 900, 300] * 19, level=Level(300, "")),
    "bars, one": found(Shape.BARS, [0]),
    "bars, vast": found(Shape.BARS, [VAST, -VAST], names=["名" * 500]),
}
SNAPSHOTS: dict[str, SnapshotChart] = {
    "boss": page(
        TotalPart(Headline("今天", "¥8,690", Change("", Trend.NEUTRAL), "5单 · 已报 2/3"), TODAY),
        TotalPart(Headline("本月", "¥67,690", BETTER, "上月同期 ¥59,698"), GOAL),
        RowsPart(
            "本月前三",
            ("本月", "今天", "2026年6月目标"),
            (ranked(1, NAMES[0]), ranked(2, NAMES[1]), ranked(2, NAMES[2])),
        ),
        BarsPart("近 14 天净销售额", found(Shape.BARS, [400, 900, 300, 800, 100, 0, 700] * 2).spots),
    ),
    "cover": page(
        TotalPart(Headline("净销售额", "¥224,727", WORSE, "上月 ¥244,000"), None),
        TilesPart((Tile("订单数", "288", BETTER), Tile("笔单价", "¥780.30", WORSE), Tile("新客数", "56", BETTER))),
        TilesPart((Tile("复购率", "15.0%", Change("上期 22.5%", Trend.WORSE)),)),
        WordsPart("要点", ("趋势：28天来在下降，平均每天少 ¥105.89。", "漏斗：" + "到“复购”这一步流失最多，" * 9)),
    ),
    "board": page(
        RowsPart(
            "销售排行（99 人）",
            ("净销售额", "比上期", ""),
            (
                *(ranked(at + 1, NAMES[at % len(NAMES)], gauge=None) for at in range(20)),
                row("其余79人", gauge=None, others=True),
            ),
        ),
    ),
    "nobody": page(RowsPart("本月前三", ("本月", "今天", ""), ()), BarsPart("近 14 天", ())),
    "vast": page(
        TotalPart(Headline("今天", f"¥{VAST:,.2f}", BETTER, "9" * 200), Goal("目标", BEYOND, "9" * 90, "9" * 90)),
        TilesPart((Tile("名" * 50, f"¥{VAST:,.2f}", Change("上期 " + "9" * 30, Trend.BETTER)),) * 3),
        RowsPart(
            "队" * 99,
            ("本月", "今天", "目标"),
            (replace(ranked(1000, "名" * 500, gauge=BEYOND), total=f"¥{VAST:,.2f}"),),
        ),
        BarsPart("W" * 200, found(Shape.BARS, [VAST, -VAST, math.nan]).spots),
        WordsPart("要点", ("W" * 900,)),
        title="W" * 300,
    ),
}
POSTERS: dict[str, PosterChart] = {
    "zh": PosterChart(
        "喜报",
        "小美 🌸",
        "¥138,880",
        "2026年6月 净销售额",
        ("完成目标 112.0%", "团队第 1 名（共 3 人）"),
        "2026年6月",
        "花花美妆",
    ),
    "hostile": PosterChart("W" * 80, "W" * 300, f"¥{VAST:,.2f}", "名" * 200, ("W" * 300,) * 9, "W" * 100, "名" * 300),
    "bare": PosterChart("Well done", "Mei", "$0", "Net sales", (), "Jun 2026", "Flora"),
}
EVERY: dict[str, tuple[Callable[[], Sheet], int]] = {
    **{f"week, {name}": (partial(weekly, chart), 1000) for name, chart in WEEKS.items()},
    **{f"month, {name}": (partial(monthly, chart), 1000) for name, chart in MONTHS.items()},
    **{f"own, {name}": (partial(progress, chart), 800) for name, chart in OWN.items()},
    **{f"finding, {name}": (partial(finding, chart), 700) for name, chart in FOUND.items()},
    **{f"page, {name}": (partial(snapshot, chart), 400) for name, chart in SNAPSHOTS.items()},
    **{f"poster, {name}": (partial(poster, chart), 1300) for name, chart in POSTERS.items()},
}


def texts(sheet: Sheet) -> list[str]:
    """Everything written on the sheet."""
    return [text.get_text() for text in written(sheet)]


def written(sheet: Sheet) -> list[Text]:
    found = cast("list[Text]", sheet.figure.findobj(Text))
    return [text for text in found if text.get_text()]


def boxes(sheet: Sheet, role: Role) -> list[Bbox]:
    """Where the rectangles of that role are, in pixels from the bottom."""
    return [rectangle.get_bbox() for rectangle in patches(sheet, role)]


def place(text: Text) -> Bbox:
    """Where a text is, in pixels from the bottom."""
    return text.get_window_extent()


def patches(sheet: Sheet, role: Role) -> list[Rectangle]:
    """The rectangles of that role, in the order in which they are drawn."""
    found = cast("list[Rectangle]", sheet.figure.findobj(Rectangle))
    return [rectangle for rectangle in found if rectangle.get_gid() == role.value]


def lines(sheet: Sheet, role: Role) -> list[list[tuple[float, float]]]:
    """The points of the lines of that role, in pixels from the top left corner."""
    found = cast("list[Line2D]", sheet.figure.findobj(Line2D))
    curves = (
        zip(np.asarray(line.get_xdata()), np.asarray(line.get_ydata()), strict=True)
        for line in found
        if line.get_gid() == role.value
    )
    return [[(float(x), sheet.height - float(y)) for x, y in curve] for curve in curves]
