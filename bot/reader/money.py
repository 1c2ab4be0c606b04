"""Figures as they stand in a message: digits, their groups and decimals, 万 and k, and the currency beside them."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.reader import numerals
from bot.reader.words import CURRENCY_OF, DOLLARS, OWN_YUAN
from bot.reader.writing import PARTS

_PLACES = 9  # whole digits of a figure; longer ones are numbers of orders and telephones
_MANY = Decimal(10) ** 12
_RUPIAH, _EURO = "IDR", "EUR"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `exact` is its value, None for what is none (三四, 300多).

    `sure_money`: by its currency, decimals, groups or 万 it can hardly be a count. `long`: too many digits for a
    figure. `thousands_or_decimals`: one dot and three digits. `worded`: written in words.
    """

    end: int
    exact: Decimal | None
    currency: str | None = None
    negative: bool = False
    plus: bool = False
    sure_money: bool = False
    long: bool = False
    thousands_or_decimals: bool = False
    worded: bool = False


_ONLY_AFTER = {"元", "块", "块钱", "圆", "刀", "大洋"}
_MARKS = sorted(CURRENCY_OF, key=len, reverse=True)
_BEFORE = re.compile(
    rf"({'|'.join(re.escape(mark) for mark in _MARKS if mark not in _ONLY_AFTER)})\.? ?"
    r"(?=[-+]?[\d一二两三四五六七八九十])"
)
MARK_HEADS = frozenset(mark[0] for mark in _MARKS if mark not in _ONLY_AFTER)
_PESO = re.compile(r"p(?=\d{3}|\d{1,3},\d{3})")  # P1,250 of the Philippines; P2 is the name of something
_SHORT_MARK = 2  # letters: RM and Rp, like all signs, stand before their amount when a figure follows
_AFTER = re.compile(
    rf" ?(?:({'|'.join(mark for mark in _MARKS if mark.isalpha() and (not mark.isascii() or len(mark) > _SHORT_MARK))})"
    rf"(?![a-z])|({'|'.join(re.escape(mark) for mark in _MARKS)})(?![a-z])(?! ?\d))"
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d+")
_DECIMALS = re.compile(r"\.(\d+)")
_COMMA_DECIMALS = re.compile(r",(\d{1,2})(?= ?(?:jt|juta|rb|ribu))")
_EURO_DECIMALS = re.compile(r",(\d{2})(?!\d)")
_DOT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){1,3}(?![\d.])")
_MILLIONS = re.compile(r"\d{1,3}(?:\.\d{3}){2,3}(?![\d.])")  # dots can only be groups there
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3}){1,3}(?!\d)(?!,\d)|\d{1,3}(?:,\d{3})+(?=,\d{1,2} ?(?:[单笔新]|order|sale|deal|new))"
)
_UNREADABLE = re.compile(  # 1.2.3, 1..5, 1_000, 10^9, 29², 1e-5, 128,256,99: no figure that could be put into books
    rf"0x[\da-f]+|\d+(?:\.\d+){{2,}}|\d+\.{{2,}}\d+|\d+(?:_\d+)+|\d+\^\d+|\d+['’]\d+|\d*[{PARTS}][\d{PARTS}]*"
    r"|\d+(?:\.\d+)?e[+-]\d+|\d+(?:,\d+){2,}|(?<![\da-z.])\.\d+"
)
_DIGIT_HEADS = frozenset("0123456789." + PARTS)
_LONG_REST = re.compile(r"(?:[.,]?\d)*")
_POWER = re.compile(r"e(\d+)(?![\da-z])")
_SCALE = re.compile(r" ?(k|w|rb|ribu|jt|juta|thousand)(?![a-z])")
_SCALES = {"k": 1000, "w": 10_000, "rb": 1000, "ribu": 1000, "jt": 1_000_000, "juta": 1_000_000, "thousand": 1000}
_HAN_SCALE = re.compile(r"[百千万](?:[零一二两三四五六七八九百十千]{2,6}|[一二两三四五六七八九]|\d{1,3}[千百]?)?(?!\d)")
_CHANGE = re.compile(r"块([1-9一二三四五六七八九])毛?(?![\d十百千万单笔件盒支瓶个.])")
_WHOLE = re.compile(r" ?(?:元整|块钱|整|蚊鸡|蚊|/-)")  # with nothing after them; 蚊 is the team's own unit
_VAGUE = re.compile(r"多|余|几|来(?=[单个块元件支盒笔])|\+(?=[\s,。单笔件个元块]|$)| ?-?ish(?![a-z])|(?<=s) of")
_RANGE = re.compile(
    r"(?:-|~|到|至|、| - | ~ | or | to )(\d{1,6}|[一二两三四五六七八九十])(?![\d./:-])"
    r"(?= ?(?:[单笔件盒支个块元瓶]|orders|pcs|sales|deals|usd|rm|$))"
)
_PAIR = re.compile(
    r"([一二两三四五六七八九])([一二三四五六七八九])(?=[十百千万]|[单笔个件盒支瓶人位块元])[十百千万]{0,2}"
)
_PAIR_OF = re.compile(r"[俩仨](?=[单笔客新])")
_FEW = re.compile(r"[百千万][把来](?=[块元单])|好?几[十百千万]|好几(?=[单笔])|十几|几(?=单)")
_SEVERAL = re.compile(r"(?:a few|several|a couple(?: of)?)(?= (?:orders|sales|deals))")


def amount_at(folded: str, position: int, own: str) -> Figure | None:
    """The figure at `position`, with the sign and currency that belong to it. `own` is the team's currency."""
    start, sign = _sign(folded, position)
    before = _BEFORE.match(folded, start)
    peso = _PESO.match(folded, start)
    currency = None
    if before is not None:
        start, currency = before.end(), currency_of(before[1], own)
    elif peso is not None:
        start, currency = peso.end(), "PHP"
    if currency is not None and folded[start] in "+-":
        start, sign = start + 1, folded[start]
    figure = _number(folded, start, currency or own)
    if figure is None:
        return None
    figure = replace(figure, currency=currency) if currency else _with_currency(figure, folded, own)
    whole = _WHOLE.match(folded, figure.end)
    return replace(
        figure,
        end=whole.end() if whole else figure.end,
        negative=sign == "-" and figure.exact != 0,
        plus=sign == "+",
        sure_money=figure.sure_money or figure.currency is not None,
    )


def _sign(folded: str, position: int) -> tuple[int, str]:
    """A sign counts when nothing but a blank or a colon stands before it, and the figure follows at once."""
    if folded[position] not in "+-":
        return position, ""
    alone = position == 0 or folded[position - 1] in " :=\n(,"
    return (position + 1, folded[position]) if alone and position + 1 < len(folded) else (position, "")


def currency_of(mark: str, own: str) -> str:
    """The ISO code of a currency's mark. $ is the team's own when that is a dollar; 元, 块 and ¥ likewise."""
    dollar, yuan = mark == "$" and own in DOLLARS, mark in {"元", "块", "块钱"} and own in OWN_YUAN
    if dollar or yuan or (mark in {"¥", "￥"} and own == "JPY"):
        return own
    return CURRENCY_OF[mark]


def _with_currency(figure: Figure, folded: str, own: str) -> Figure:
    change = _CHANGE.match(folded, figure.end)
    if change is not None and figure.exact is not None:
        tenths = numerals.han_value(change[1]) if not change[1].isdecimal() else int(change[1])
        return replace(
            figure, end=change.end(), exact=figure.exact + Decimal(tenths or 0) / 10, currency=currency_of("块", own)
        )
    after = _AFTER.match(folded, figure.end)
    return replace(figure, end=after.end(), currency=currency_of(after[1] or after[2], own)) if after else figure


def _number(folded: str, start: int, currency: str) -> Figure | None:
    figure = _digits(folded, start, currency) if folded[start : start + 1] in _DIGIT_HEADS else _words(folded, start)
    if figure is None or figure.long:
        return figure
    vague = _VAGUE.match(folded, figure.end) or _RANGE.match(folded, figure.end)
    if vague is None:
        return figure
    return replace(figure, end=vague.end(), exact=None)


def _digits(folded: str, start: int, currency: str) -> Figure | None:
    groups = (_DOT_GROUPS if currency == _RUPIAH else _MILLIONS).match(folded, start)
    if groups is not None:
        return Figure(groups.end(), Decimal(groups[0].replace(".", "")), sure_money=True)
    unreadable = None if _GROUPED.match(folded, start) else _UNREADABLE.match(folded, start)
    if unreadable is not None:
        return Figure(unreadable.end(), None)
    match = _DIGITS.match(folded, start)
    if match is None:
        return None
    digits, end = match[0].replace(",", ""), match.end()
    power = _POWER.match(folded, end)
    if len(digits) > _PLACES or power is not None:
        value = Decimal(digits[: _PLACES + 4]).scaleb(min(int(power[1][:3]), 12) if power else 0)
        rest = _LONG_REST.match(folded, power.end() if power else end)
        return Figure(rest.end() if rest else end, min(value, _MANY), long=True)
    cents = _EURO_DECIMALS.match(folded, end) if currency == _EURO else None
    decimals = cents or _COMMA_DECIMALS.match(folded, end) or _DECIMALS.match(folded, end)
    if decimals is None:
        return _scaled(folded, end, Decimal(digits), grouped="," in match[0])
    places = len(decimals[1])
    if places > 2:  # noqa: PLR2004 - cents
        three = places == 3 and len(digits) <= 3  # noqa: PLR2004 - a group of thousands
        return Figure(
            decimals.end(), Decimal(f"{digits}.{decimals[1][:_PLACES]}"), thousands_or_decimals=three, long=not three
        )
    return _scaled(folded, decimals.end(), Decimal(f"{digits}.{decimals[1]}"), grouped=True)


def _scaled(folded: str, end: int, value: Decimal, *, grouped: bool) -> Figure:
    han = _HAN_SCALE.match(folded, end)
    if han is not None and (mixed := numerals.mixed_value(value, han[0])) is not None:
        return Figure(han.end(), _tidy(mixed), sure_money=True)
    scale = _SCALE.match(folded, end)
    if scale is not None:
        return Figure(scale.end(), _tidy(value * _SCALES[scale[1]]), sure_money=True)
    return Figure(end, value, sure_money=grouped)


def _tidy(value: Decimal) -> Decimal:
    """1.2万 is 12000, not 12000.0."""
    whole = value.to_integral_value()
    return whole if value == whole else value


def _words(folded: str, start: int) -> Figure | None:
    if folded[start : start + 1].isascii():
        return _english(folded, start)
    if _PAIR_OF.match(folded, start):
        return Figure(start + 1, Decimal(2 if folded[start] == "俩" else 3), worded=True)
    few = _FEW.match(folded, start) or _PAIR.match(folded, start)
    if few is not None:
        return Figure(few.end(), None, worded=True)
    han = numerals.HAN_NUMBER.match(folded, start)
    for end in range(han.end(), start, -1) if han else ():
        value = numerals.han_value(folded[start:end])
        if value is not None:
            return Figure(end, Decimal(value), worded=True)
    return None


def _english(folded: str, start: int) -> Figure | None:
    several = _SEVERAL.match(folded, start)
    if several is not None:
        return Figure(several.end(), None, worded=True)
    dozen = numerals.DOZEN.match(folded, start)
    if dozen is not None:
        return Figure(dozen.end(), Decimal(numerals.dozen_value(dozen[0])), worded=True)
    words = numerals.ENGLISH_NUMBER.match(folded, start)
    value = numerals.english_value(words[0]) if words else None
    if words is None:
        return None
    return Figure(words.end(), None if value is None else Decimal(value), worded=True)  # three twenty
