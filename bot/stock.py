"""Stock in words: what people write when goods come in or are counted, and how a product stands."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.command import Answer, Refusal, Request
from bot.names import clean
from bot.reader.bare import read_bare
from bot.reader.reading import Context
from bot.summary import leads_in_private
from kpi.entry import Line
from kpi.message import Joined, Lane, Message, Number, Say, joined, say
from kpi.money import MINOR_LIMIT, Money, round_half_up, to_minor
from kpi.stock import SELLING, Ledger, Step, product_key
from kpi.team import Team
from kpi.watch import Alarm, alarm
from storage import stock

MOST_PIECES = 9_999_999
_LONGEST = 80  # characters of a step

_COST = re.compile(
    r"[\s,，、;；(（]*(?:每\S{0,2}?)?(?:成本价?|进价|cost)s?\s*(?:of|at|是|[:：=])?\s*(?P<cost>[^)）]+)[)）]?$",
    re.IGNORECASE,
)
_UNIT = r"(?:件|盒|个|瓶|支|套|包|只|条|片|袋|箱|pcs|pieces?|units?)"
_PIECES = re.compile(rf"(?P<pieces>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})\s*{_UNIT}?", re.IGNORECASE)
_NAMED = re.compile(rf"(?P<name>.+?)\s*[x×*:：]?\s*{_PIECES.pattern}", re.IGNORECASE)
_COUNTED = re.compile(rf"{_PIECES.pattern}\s*(?P<name>\D.*)", re.IGNORECASE)
_ABOUT_A_NUMBER = tuple("-−+.,$¥￥€£/%")  # in front of it, it is no number of pieces


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody wrote of a step, as far as it says: the product's name, its pieces, and what one costs."""

    name: str | None = None
    pieces: int | None = None
    cost: int | None = None


def read_told(request: Request, text: str) -> Told | None:
    """面膜 100 成本30, or a part of it. None for what is none. `Refusal` for a cost that cannot be."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain or len(plain) > _LONGEST or "\n" in plain:
        return None
    priced = _COST.search(plain)
    cost = None if priced is None else read_cost(request, priced["cost"])
    rest = plain[: priced.start()].strip(" ,，") if priced else plain
    if (alone := _PIECES.fullmatch(rest)) is not None:
        return Told(None, _number(alone["pieces"]), cost)
    found = _NAMED.fullmatch(rest) or _COUNTED.fullmatch(rest)
    if found is None:
        return None if any(char.isdigit() for char in rest[-1:]) else _with_name(rest, None, cost)
    return _with_name(found["name"], _number(found["pieces"]), cost)


def _with_name(written: str, pieces: int | None, cost: int | None) -> Told | None:
    name = clean(written, "")
    if not any(char.isalpha() for char in name) or name.endswith(_ABOUT_A_NUMBER):
        return None
    return Told(name, pieces, cost)


def _number(written: str) -> int:
    return int(written.replace(",", ""))


def read_cost(request: Request, written: str) -> int:
    """What a piece costs, in minor units. `Refusal` for anything but an amount of the team's money above nothing."""
    team = request.its_team
    found = read_bare(written, Context(request.today, team.currency))
    if found is None:
        raise Refusal(say("stock-cost-unclear"))
    if found.currency not in {None, team.currency}:
        raise Refusal(say("problem-other-currency", currency=found.currency, own=team.currency))
    minor = to_minor(found.value, team.currency)
    if not 0 < minor < MINOR_LIMIT:
        raise Refusal(say("stock-cost-unclear"))
    return minor


def is_low(ledger: Ledger, today: date, limit: int) -> bool | None:
    """Whether a product lasts for less than `limit` days. None when none was sold of late, so nobody can say."""
    left = ledger.days_left(today)
    return None if left is None else left < limit


def standing(ledger: Ledger, team: Team, today: date) -> Say:
    """A product on one line: how many there are, and for how many days that is enough."""
    low = bool(team.stock_limit and is_low(ledger, today, team.stock_limit))
    key = "stock-line-low" if low else "stock-line"
    return say(key, name=ledger.name, figures=stands(ledger, today))


def stands(ledger: Ledger, today: date) -> Joined:
    """How many there are of it, and for how many days that is enough."""
    there = ledger.pieces_on(today)
    if there < 0:
        return joined(say("stock-short", n=-there))
    if there == 0:
        return joined(say("stock-gone"))
    return joined(say("stock-pieces", n=there), _lasting(ledger, today))


def _lasting(ledger: Ledger, today: date) -> Say:
    left = ledger.days_left(today)
    if left is not None:
        return say("stock-days", days=Number(left, 1))
    never = ledger.product(today).last_sold is None
    return say("stock-never-sold") if never else say("stock-unsold", days=SELLING)


def unpriced(ledgers: Iterable[Ledger]) -> Joined:
    """The names of the products whose cost nobody said; without parts when there are none."""
    return joined(*(say("stock-name", name=ledger.name) for ledger in ledgers if ledger.cost is None))


def money(minor: Fraction, team: Team) -> Money:
    return Money(round_half_up(minor), team.currency)


def sold_lines(request: Request, lines: Iterable[Line]) -> Iterator[Answer]:
    """Tells leads of the products among `lines` that run low now."""
    keys = {line.product for line in lines if line.product is not None}
    if keys:
        yield from running_low(request, keys)


def running_low(request: Request, keys: set[str]) -> Iterator[Answer]:
    """Tells each lead in private what has just begun to run low, once: again only after it recovered."""
    team, today = request.its_team, request.today
    found = [each for each in stock.ledgers(request.db, team.id) if each.key in keys]
    if not found or not team.stock_limit:
        return
    known = stock.low(request.db, team.id)
    for ledger in found:
        match alarm(ledger.key in known, is_low(ledger, today, team.stock_limit)):
            case Alarm.RAISED:
                stock.set_low(request.db, team.id, ledger.key)
                yield from _to_leads(request, ledger)
            case Alarm.ENDED:
                stock.recovered(request.db, team.id, {ledger.key})
            case Alarm.NONE:
                pass


def _to_leads(request: Request, ledger: Ledger) -> Iterator[Answer]:
    team, today = request.its_team, request.today
    said = (
        say("stock-low", team=team.name, name=ledger.name, figures=stands(ledger, today)),
        say("stock-low-limit", days=team.stock_limit),
    )
    for chat in leads_in_private(request.db, team):
        yield Answer(Message(said), chat=chat, lane=Lane.BROADCAST)


def of_name(ledgers: Iterable[Ledger], name: str) -> Ledger | None:
    """The product that is called so."""
    return next((ledger for ledger in ledgers if ledger.key == product_key(name)), None)


def last_cost(ledger: Ledger | None) -> int | None:
    """What a piece cost the last time that it was said."""
    costs = [move.cost for move in ledger.moves if move.cost is not None] if ledger else []
    return costs[-1] if costs else None


def step_named(word: str) -> Step | None:
    """in, 入库, count, 盘点, cost, 成本."""
    return _STEPS.get(word.casefold())


_STEPS = {
    **dict.fromkeys(("in", "+", "入库", "进货", "入", "到货"), Step.IN),
    **dict.fromkeys(("count", "=", "盘点", "清点", "盘"), Step.COUNT),
    **dict.fromkeys(("cost", "成本", "进价"), Step.COST),
}
