"""预算: how much of net sales variable pay should stay within, and how much of it is used."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from bot.command import Answers, Capability, Request, Usage, Where, Who, answer
from bot.pay_readback import share
from bot.payroll import sheet
from handlers.bonus import drafted
from kpi.aim import PARTS
from kpi.message import Say, say
from kpi.money import Money
from kpi.pay.terms import RuleError
from kpi.period import Grain, period_of

budget = Capability()

_PERCENT = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\s*[%％]")


@budget.command(
    "budget",
    words=("预算",),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/budget", "预算 3%"),
    en=("/budget", "/budget 3%"),
)
def show_or_set(request: Request) -> Answers:
    """The budget of the rules in force; another one as a draft of new rules."""
    month = period_of(Grain.MONTH, request.today)
    found = sheet(request.db, request.its_team, month, request.today)
    if found is None:
        return (answer(say("pay-no-rules", month=month)),)
    if request.arguments:
        said = _PERCENT.fullmatch(request.arguments)
        if said is None:
            raise Usage
        try:
            rules = replace(found.rules, budget=int(Fraction(said[1]) * PARTS / 100))
        except RuleError:
            raise Usage from None
        return (drafted(request, rules),)

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
