"""The one finding of a week that leads are told: whose sales changed most."""

from collections.abc import Iterator
from fractions import Fraction

from bot.standing import Standing
from kpi.board import Seller
from kpi.entry import Measure
from kpi.message import Percent, Say, say
from kpi.metrics import net
from kpi.money import Money
from kpi.team import Team


def largest_change(now: Standing, team: Team) -> Iterator[Say]:
    """Who sold so much more or less than in the period before, with the orders of both; nothing where none was."""
    changed = [seller for seller in now.sellers if net(seller.before) > 0 and _by(seller)]
    if not changed:
        return
    most = max(changed, key=lambda seller: abs(_by(seller)))
    yield say(
        "largest-change-more" if _by(most) > 0 else "largest-change-less",
        name=most.name,
        by=Money(abs(_by(most)), team.currency),
        change=Percent(Fraction(abs(_by(most)), net(most.before))),
        n=most.sums.get(Measure.ORDERS, 0),
        before=most.before.get(Measure.ORDERS, 0),
    )


def _by(seller: Seller) -> int:
    return net(seller.sums) - net(seller.before)
