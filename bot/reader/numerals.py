"""Numbers as people write them in words: 一千零二十, 三百五, 1万2, two hundred and fifty."""

import re
from decimal import Decimal

_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)) | {
    str(digit): digit for digit in range(10)
}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_MYRIAD = 10_000

_JOINED = {"廿": "二十", "卅": "三十"}

HAN_NUMBER = re.compile(
    "[廿卅][一二三四五六七八九]?|(?:[一二两三四五六七八九]?[十百千万][零〇]?){1,6}[一二两三四五六七八九]?|[零〇一二两三四五六七八九]"
)

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_UNITS.split())}
_TENS = {word: value for value, word in zip(range(20, 100, 10), _DECADES.split(), strict=True)}
_SCALES = {"hundred": 100, "thousand": 1000, "k": 1000}
_WORD = "|".join(sorted((*_SMALL, *_TENS, *_SCALES), key=len, reverse=True))

ENGLISH_NUMBER = re.compile(rf"(?:a (?=hundred|thousand))?(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD})){{0,8}}(?![a-z])")
DOZEN = re.compile(r"(?:(half a|a|one|two|three|four|five) )?dozen(?![a-z])")
_DOZENS = {"half a": 6, "a": 12, "one": 12, "two": 24, "three": 36, "four": 48, "five": 60}


def han_value(text: str) -> int | None:
    """The value of a Chinese number; None for what is none (三四, 一一). A last digit after 百, 千 or 万 counts
    for the place below: 三百五 is 350, 一万二 is 12000, unless 零 stands between.
    """
    text = _JOINED.get(text[:1], text[:1]) + text[1:]
    high, myriad, low = text.partition("万")
    if not myriad:
        return _below_myriad(text)
    thousands = _below_myriad(high)
    if thousands is None:
        return None
    if not low:
        return thousands * _MYRIAD
    if len(low) == 1 and low in _DIGITS:
        return thousands * _MYRIAD + _DIGITS[low] * 1000
    rest = _below_myriad(low)
    return None if rest is None else thousands * _MYRIAD + rest


def _below_myriad(text: str) -> int | None:
    if not text or text[0] in "百千":
        return None
    total, digit, step, place = 0, None, _MYRIAD, 1
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
            place = place if digit else 1
        elif _STEPS.get(character, _MYRIAD) >= step:
            return None
        else:
            step = _STEPS[character]
            total += (1 if digit is None else digit) * step
            digit, place = None, step // 10
    return total + (digit or 0) * place


def english_value(text: str) -> int | None:
    """The value of an English number in words; None for what is none (one two)."""
    total, current, room = 0, 0, _MYRIAD
    for word in re.split(r"[ -]", text):
        if word == "and":
            continue
        if word == "a":
            current = 1
            continue
        if word in _SCALES:
            if not current:
                return None
            room = _SCALES[word]
            total, current = (total, current * room) if word == "hundred" else (total + current * room, 0)
            continue
        value, size = (_SMALL[word], 10) if word in _SMALL else (_TENS[word], 100)
        if size > room:
            return None
        current += value
        room = size // 10
    return total + current


def dozen_value(text: str) -> int:
    """The value of what `DOZEN` matched."""
    return _DOZENS[text.removesuffix("dozen").strip() or "a"]


def mixed_value(digits: Decimal, steps: str) -> Decimal | None:
    """A number that goes on in Chinese: 1.2 and 万, 3 and 千2, 5 and 百. None when it makes no sense."""
    scale = {"百": 100, "千": 1000, "万": _MYRIAD}[steps[0]]
    rest = steps[1:]
    value = digits * scale
    if not rest:
        return value
    if digits != digits.to_integral_value():
        return None
    if len(rest) == 1:
        return value + _DIGITS[rest] * scale // 10 if rest in _DIGITS else None
    below = han_value(rest) if rest[0] not in "0123456789" else _plain_or_stepped(rest)
    return None if below is None or below >= scale else value + below


def _plain_or_stepped(text: str) -> int | None:
    step = _STEPS.get(text[-1])
    digits = text[:-1] if step else text
    return int(digits) * (step or 1) if digits.isdecimal() else None
