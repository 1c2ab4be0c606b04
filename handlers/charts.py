"""The week as a chart: this one so far, or an earlier one."""

from bot.command import Answer, Answers, Capability, Request, Usage
from bot.periods import read_period
from bot.weekly import weekly_message
from kpi.period import Grain, Period, period_of

charts = Capability()


@charts.command(
    "chart",
    words=("图表", "周报"),
    zh=("图表", "图表 上周", "/chart 6-08"),
    en=("/chart", "/chart last week", "/chart 6-08"),
)
def chart(request: Request) -> Answers:
    """The week's chart with its numbers."""
    week = _asked(request)
    return (Answer(weekly_message(request.db, request.its_team, week, late=False, until=request.today)),)


def _asked(request: Request) -> Period:
    """The week that was asked for: by its name, or by one of its days. None yet to come has a chart."""
    asked = read_period(request.arguments, request.today) if request.arguments else None
    if asked is None and request.arguments:
        raise Usage
    week = period_of(Grain.WEEK, asked.start if asked else request.today)
    if (asked and asked.grain not in {Grain.DAY, Grain.WEEK}) or week.start > request.today:
        raise Usage
    return week
