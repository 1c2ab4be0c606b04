"""预算: how much of net sales variable pay should stay within, and how much of it is used."""

from collections.abc import Iterator

from bot.bonus_lines import with_line
from bot.bonus_pages import changed
from bot.bonus_terms import impossible
from bot.command import Answers, Capability, Refusal, Request, Where, Who, answer
from bot.pay_readback import share
from bot.payroll import sheet
from kpi.message import Say, say
from kpi.money import Money
from kpi.pay.terms import RuleError
from kpi.period import Grain, period_of

budget = Capability()


@budget.command(
    "budget",
    words=("预算",),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/budget", "预算 3%"),
    en=("/budget", "/budget 3%"),
)
def show_or_set(request: Request) -> Answers:
    """The budget of the rules in force; another one in a draft of new rules."""
    if request.arguments:
        line = f"budget {''.join(request.arguments.split())}"
        try:
            return (changed(request, lambda rules: with_line(request, rules, line)),)
        except RuleError as error:
            raise Refusal(impossible(error)) from None
    month = period_of(Grain.MONTH, request.today)
    found = sheet(request.db, request.its_team, month, request.today)
    if found is None:
        return (answer(say("pay-no-rules", month=month)),)

    def lines() -> Iterator[Say]:
        limit = found.pay.limit
        if found.rules.budget is None or limit is None:
            yield say("budget-none")
            return
        yield say("budget-now", budget=share(found.rules.budget))
        currency = found.currency
        yield say("budget-used", amount=Money(found.pay.variable, currency), limit=Money(limit, currency))
        if found.pay.over:
            yield say("budget-over", excess=Money(found.pay.variable - limit, currency))
        yield say("budget-how")

    return (answer(*lines()),)
