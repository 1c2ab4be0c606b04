"""预测: the end of this month by weighted days, with its range, and a target for the next one."""

from bot.command import Answers, Capability, Request, Usage, answer, data
from bot.finding import Scope
from bot.outlook import last_day_over, outlook_lines
from bot.privacy import of_reader
from handlers.analyze import refuse_kept, whose
from kpi.message import Button, say
from kpi.period import Grain, period_of

forecasting = Capability()


@forecasting.command(
    "forecast",
    words=("预测", "预测月底"),
    zh=("/forecast", "预测", "/forecast 小美"),
    en=("/forecast", "/forecast Ken"),
)
def month_end(request: Request) -> Answers:
    """The team's for leads, or somebody's; a seller's own."""
    member, rest = whose(request)
    if rest:
        raise Usage
    refuse_kept(request, member)
    team, today = request.its_team, request.today
    scope = Scope(team, period_of(Grain.MONTH, today), today, member, view=of_reader(request))
    until = last_day_over(team, request.sent_at, today)
    target = Button(say("button-do", command="/target"), data("run", "/target"))
    buttons = ((target,),) if request.is_lead and not request.in_group else ()
    return (answer(*outlook_lines(request.db, scope, until), buttons=buttons),)
