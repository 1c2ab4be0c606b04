"""Messages as JSON lines in, what they report as JSON lines out: `python main.py parse`."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import assert_never
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from bot.reader import read
from bot.reader.reading import Context, Nothing, Question, Reading, Record, Records
from bot.texts import text

_Fields = dict[str, str | int | None]


class _Message(BaseModel):
    """One line: the message, when it was written, and what is known of its team. Other keys are passed over."""

    model_config = ConfigDict(frozen=True)

    text: str
    now: AwareDatetime
    lang: str = "zh"
    zone: str | None = None
    currency: str = "CNY"
    members: tuple[str, ...] = ()
    products: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        """The day on which it was written, in `zone`, or by the offset of `now`. Raises for an unknown zone."""
        local: datetime = self.now.astimezone(ZoneInfo(self.zone)) if self.zone else self.now
        return local.date()

    @property
    def language(self) -> str:
        return "en" if self.lang == "en" else "zh"


def parse_lines(lines: Iterable[str]) -> Iterator[str]:
    """One line for each of `lines`, in their order: `records`, `none`, `ambiguous` with `ask`, or `error`."""
    for line in lines:
        yield json.dumps(_parsed(line), ensure_ascii=False)


def _parsed(line: str) -> dict[str, object]:
    try:
        message = _Message.model_validate(_without_surrogates(json.loads(line)))
        context = Context(message.today, message.currency, message.members, message.products, message.language)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_context=False, include_input=False)[0]
        return {"error": ": ".join((*map(str, first["loc"]), first["msg"]))}
    except (json.JSONDecodeError, RecursionError) as problem:
        return {"error": f"no JSON: {problem}"}
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return {"error": "zone: unknown"}
    return _worded(read(message.text, context), context)


def _without_surrogates(parsed: object) -> object:
    """Half a character can be written in JSON, but is none."""
    if isinstance(parsed, dict) and isinstance(parsed.get("text"), str):
        return parsed | {"text": parsed["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace")}
    return parsed


def _worded(reading: Reading, context: Context) -> dict[str, object]:
    match reading:
        case Nothing():
            return {"none": True}
        case Records(records):
            return {"records": [_fields(record, context.today) for record in records]}
        case Question(doubt, piece):
            return {"ambiguous": True, "ask": text(context.lang, f"doubt-{doubt.value}", {"piece": piece})}
    assert_never(reading)


def _fields(record: Record, today: date) -> _Fields:
    return {
        "kind": record.kind.value,
        "revenue": None if record.revenue is None else _plain(record.revenue),
        "orders": record.orders,
        "units": record.units,
        "new_customers": record.new_customers,
        "count": record.count,
        "product": record.product,
        "day": _day(record.day, today),
        "for_seller": record.for_seller,
        "currency": record.currency,
    }


def _plain(amount: Decimal) -> str:
    """No exponent, and no more than the writer's own decimals, save for 2.3k, which is 2300."""
    whole = amount == amount.to_integral_value()
    return format(amount.to_integral_value() if whole else amount, "f")


def _day(day: date, today: date) -> str:
    if day == today:
        return "today"
    return "yesterday" if day == today - timedelta(days=1) else day.isoformat()
