"""A message that is nothing but an amount: the answer to "how much was it?"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.reader.money import amount_at
from bot.reader.reading import Context
from bot.reader.writing import writing

_LONGEST = 40  # characters
_OPENING = re.compile(
    r"(?:(?:应该)?(?:改成|改为|是)|(?:一|总)?共|金额:?|it (?:was|is)|(?:make|change) it(?: to)?|should be|amount:?) *"
)
_ENDING = re.compile(r"[ .。!！,，]*(?:吧|啊|哦|呢|哈)?[ .。!！]*")


@dataclass(frozen=True, slots=True)
class Bare:
    """An amount in major units, and the currency (ISO 4217) if one was named."""

    value: Decimal
    currency: str | None


def read_bare(text: str, context: Context) -> Bare | None:
    """The amount that `text` is, with at most a word around it: 1280, 1,280元, 改成 1.2万. None for anything else."""
    if len(text) > _LONGEST:
        return None
    folded = writing(text).folded.strip()
    opening = _OPENING.match(folded)
    folded = folded[opening.end() :] if opening else folded
    figure = amount_at(folded, 0, context.currency) if folded else None
    if figure is None or figure.exact is None or figure.negative or figure.thousands_or_decimals:
        return None
    return Bare(figure.exact, figure.currency) if _ENDING.fullmatch(folded, figure.end) else None
