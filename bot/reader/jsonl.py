"""Messages as JSON lines in, what they report as JSON lines out: `python main.py parse`."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, assert_never
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, ValidationError

from bot.reader import read
from bot.reader.reading import Context, Nothing, Question, Reading, Record, Records
from bot.texts import text

_FIRST_YEAR, _LAST_YEAR = 1970, 9000
_NO_UTF_8 = re.compile("[\udc80-\udcff]")  # bytes that were read with surrogateescape
_Fields = dict[str, str | int | None]


def _possible(now: datetime) -> datetime:
    """Near the ends of the calendar there is no yesterday, or no next year."""
    if not _FIRST_YEAR <= now.year <= _LAST_YEAR:
        raise ValueError(f"out of range: {now.year}")
    return now


class _Message(BaseModel):
    """One line: the message, when it was written, and what is known of its team. Other keys are passed over."""

    model_config = ConfigDict(frozen=True)

    text: str
    now: Annotated[AwareDatetime, AfterValidator(_possible)]
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
    if _NO_UTF_8.search(line):
        return {"error": "no UTF-8"}
    try:
        given = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as problem:
        return {"error": f"no JSON: {problem}"}
    try:
        message = _Message.model_validate(_tidied(given))
        context = Context(message.today, message.currency, message.members, message.products, message.language)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_context=False, include_input=False)[0]
        return {"error": ": ".join((*map(str, first["loc"]), first["msg"]))}
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return {"error": "zone: unknown"}
    return _worded(read(message.text, context), context)


def _tidied(given: object) -> object:
    """What is null is not said. Half a character can be written in JSON, but is none."""
    if not isinstance(given, dict):
        return given
    said = {key: value for key, value in given.items() if value is not None}
    if isinstance(said.get("text"), str):
        said["text"] = said["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return said


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
