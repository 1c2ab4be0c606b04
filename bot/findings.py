"""What there is to say of a period: findings by their kind, and as messages."""

from collections.abc import Iterable
from typing import assert_never

from bot.caption import fits
from bot.finding import Finding, Kind, Scope, named
from bot.finding_change import change_finding, trend_finding
from bot.finding_days import outlier_finding, weekday_finding
from bot.finding_parts import funnel_finding, pareto_finding, structure_finding
from kpi.analysis import Against
from kpi.message import Message, Say, say
from kpi.plot import to_picture
from storage.connection import Connection


def finding(db: Connection, scope: Scope, kind: Kind) -> Finding:
    """What there is to say of that kind. Where the figures are too few, it says so."""
    match kind:
        case Kind.TREND:
            return trend_finding(db, scope)
        case Kind.LAST_PERIOD:
            return change_finding(db, scope, Against.LAST_PERIOD)
        case Kind.LAST_YEAR:
            return change_finding(db, scope, Against.LAST_YEAR)
        case Kind.STRUCTURE:
            return structure_finding(db, scope)
        case Kind.PARETO:
            return pareto_finding(db, scope)
        case Kind.FUNNEL:
            return funnel_finding(db, scope)
        case Kind.WEEKDAYS:
            return weekday_finding(db, scope)
        case Kind.OUTLIERS:
            return outlier_finding(db, scope)
        case _:
            assert_never(kind)


def findings(db: Connection, scope: Scope, kinds: Iterable[Kind]) -> tuple[Finding, ...]:
    """Those of the findings for which there were figures enough."""
    found = (finding(db, scope, kind) for kind in kinds)
    return tuple(one for one in found if one.plot is not None)


def finding_message(scope: Scope, found: Finding) -> Message:
    """The sentence, the numbers that fit below the picture, and the picture."""
    lines = (_title(scope, found), found.sentence)
    if found.plot is None:
        return Message((*lines, *found.numbers))
    numbers = found.numbers
    while not fits((*lines, *numbers)):
        numbers = numbers[:-1]
    return Message((*lines, *numbers), picture=to_picture(found.plot))


def _title(scope: Scope, found: Finding) -> Say:
    return say("analysis-title", whose=scope.whose, kind=named(scope, found.kind), period=found.period)
