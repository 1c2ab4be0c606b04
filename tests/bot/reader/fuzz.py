"""`python -m tests.bot.reader.fuzz [--examples N]`: reads invented messages, and says how long the slowest took.

No message may raise, and no figure of a record may be negative or beyond what the bot can check.
"""

import argparse
import sys
from decimal import Decimal
from time import process_time

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bot.reader import read
from bot.reader.bare import read_bare
from bot.reader.chinese import CHINESE
from bot.reader.english import ENGLISH
from bot.reader.reading import Context, Nothing, Question, Record, Records
from tests.bot.reader.team import TEAM

_WORDS = [word for words in CHINESE.values() for word in words.split()]
_PHRASES = [phrase.strip() for phrases in ENGLISH.values() for phrase in phrases.split(",")]
_FIGURES = """
    3 299 1,280 1.2万 三百五 $45 -5 3.450 1e9 9999999999 三四 11.20 昨天 99块9 2.3k 3+2 0 00 1_0 .5 1..5 29² ½ ٣٤ ３ ③ ⑴
    1.250.000 RM60 Rp Rp450.000 80rb ￥88 999999999 三万二千五百 廿 俩 14:30 50% 2*168 3x99 8号 周五 2026-11-20 3️⃣
    11/24 1e400000 NaN
"""
_SIGNS = (*" \n\t,.:;!?/|+-*x×@#()=~'", *"，。：；！？、（）【】…→💰🎉", "\u200b", "\u202e", "\x00", "\ud83d")
_UNITS = """
    单 笔 件 盒 支 瓶 个 人 位 元 块 块钱 毛 蚊 刀 万 千 百 orders sales pcs each k w 新客 退款 合计
    共 卖了 业绩 sold total
"""
_NAMES = "小王 丽丽 Ken Lily 阿May 面膜 口红 serum lipstick 王五 Bob 阿珍"
_PIECES = st.sampled_from([*_SIGNS, *f"{_FIGURES} {_UNITS} {_NAMES}".split()]) | st.sampled_from([*_WORDS, *_PHRASES])
_CHARACTERS = "0123456789零一两三四十百千万几多半块元$.,:-+*/x 单号月日第kw天前½²٣"

MESSAGES = (
    st.lists(_PIECES, max_size=24).map("".join)
    | st.lists(_PIECES, max_size=12).map(" ".join)
    | st.text(_CHARACTERS, max_size=60)
    | st.text(st.characters(exclude_categories=()), max_size=200)
    | st.lists(_PIECES, min_size=40, max_size=300).map("".join)
)
_A_ROUND = 1000  # messages: what was tried before is kept in memory for as long
_LARGEST = Decimal(10) ** 20


def check(text: str, context: Context) -> None:
    """Reads `text` and looks at every figure in what comes of it."""
    read_bare(text, context)
    for record in _records(text, context):
        for figure in (record.revenue, record.orders, record.units, record.new_customers, record.count):
            assert figure is None or 0 <= figure <= _LARGEST


def _records(text: str, context: Context) -> tuple[Record, ...]:
    match read(text, context):
        case Records(records):
            return records
        case Question(_, _, readings):
            return tuple(record for reading in readings for record in reading)
        case Nothing():
            return ()


def _seconds(text: str) -> float:
    begun = process_time()
    check(text, TEAM)
    return process_time() - begun


def slowest(examples: int, round_: int) -> tuple[float, str]:
    """Reads so many messages, other ones in every round; the processor's seconds for the slowest, and its text."""
    longest = (0.0, "")

    @seed(round_)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(MESSAGES)
    def all_are_read(text: str) -> None:
        nonlocal longest
        spent = _seconds(text)
        if spent > longest[0]:  # once more: the first time may have paid for something else, as collecting garbage
            longest = max(longest, (min(spent, _seconds(text)), text))

    all_are_read()
    return longest


def main() -> int:
    """Reads as many messages as asked for; an error ends it with the message that raised it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=100_000)
    rounds = max(1, parser.parse_args().examples // _A_ROUND)
    check("3单", TEAM)  # the vocabulary is loaded with the first message
    seconds, text = max(slowest(_A_ROUND, round_) for round_ in range(rounds))
    sys.stdout.write(f"{rounds * _A_ROUND:,} messages; the slowest took {seconds * 1000:.1f} ms: {text!r}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
