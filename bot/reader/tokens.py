"""The pieces of a message: figures, days, known words, names, and what is between them. One pass, linear time."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from bot.reader.days import day_at, dotted_at
from bot.reader.money import MARK_HEADS, Figure, amount_at
from bot.reader.names import Named, Names, names_of, numbered_end
from bot.reader.reading import Context
from bot.reader.spelling import known_at
from bot.reader.words import MISTAKEN_ALONE, Word
from bot.reader.writing import PARTS, Writing


class Sort(Enum):
    """What a token is."""

    __hash__ = object.__hash__  # as in Word

    NUMBER = auto()
    ROUGH = auto()  # a figure that is no exact one: 三四, 300多, 4 or 5
    ODD = auto()  # digits that are no figure of a report: a telephone, a time, a floor
    DAY = auto()
    WORD = auto()
    MEMBER = auto()
    PRODUCT = auto()
    TEXT = auto()
    COLON = auto()  # : = - →
    TIMES = auto()  # * x ×
    SLASH = auto()
    PLUS = auto()
    BRACKET = auto()
    COMMA = auto()
    STOP = auto()
    LINE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the message between `start` and `end`. `name` is how a member, a product, or a
    person whom the team does not know (王五) is spelt; `customers` are those whom a word of customers counts.
    """

    sort: Sort
    shown: str
    start: int
    end: int
    words: frozenset[Word] = frozenset()
    figure: Figure | None = None
    day: date | None = None
    name: str = ""
    customers: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal | None:
        return self.figure.exact if self.figure else None

    def means(self, *words: Word) -> bool:
        return not self.words.isdisjoint(words)


_SIGNS = {
    ":": Sort.COLON, "=": Sort.COLON, "-": Sort.COLON, "→": Sort.COLON, ">": Sort.COLON, "–": Sort.COLON,
    "—": Sort.COLON,
    "*": Sort.TIMES, "×": Sort.TIMES, "/": Sort.SLASH, "|": Sort.SLASH, "+": Sort.PLUS, "&": Sort.PLUS,
    "(": Sort.BRACKET, ")": Sort.BRACKET, "[": Sort.BRACKET, "]": Sort.BRACKET, "【": Sort.BRACKET, "】": Sort.BRACKET,
    ",": Sort.COMMA, "、": Sort.COMMA, ";": Sort.STOP, "。": Sort.STOP, "!": Sort.STOP, "~": Sort.STOP,
    "?": Sort.STOP, ".": Sort.STOP, "\n": Sort.LINE,
}  # fmt: skip
_TIMES = re.compile(r"x(?=\s?\d|\s|$)(?![a-z])")
_CLOCK = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)(?: ?[ap]m)?|\d{1,2} ?[ap]\.?m(?![a-z])"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})点(?:半|\d{1,2}分?)?(?!\d*万)"
)
_MONTH = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?![\d一二三四五六七八九十])"
    r"|(?:in )?(?:january|february|april|june|july|august|september|october|november|december"
    r"|jan|feb|aug|sept?|oct|nov) (?=sales|total|revenue|so far)"
)
_STARRED = re.compile(r"\d{2,}\*{2,}\d+|[#@v]\d[\w-]*")
_GIVEN_FREE = re.compile(r"[1-5] ?for ?[12](?![\d.,])")  # 1 for 1
_PERCENT = re.compile(r"[+-]?\d{1,6}(?:\.\d{1,4})?[%‰℃°]")
_THOSE = re.compile(
    r"那(?:\d{1,3}|[一二两三四五六七八九十]{1,2})[单笔](?![\d一二两三四五六七八九])"
)  # 那3单: reported before
_ORDINAL = re.compile(r"第(\d{1,3}|[一二三四五六七八九十]{1,3})([单笔个]?)")
_MENTION = re.compile(r"@ ?([\w.]{1,40})")
_LATIN_WORD = re.compile(r"[a-z][a-z0-9'’&._-]*")
_OTHER_LETTERS = re.compile(r"[^\W\d_a-z一-鿿]+")
_SHORT_PEOPLE = {"新": Word.NEW, "老": Word.REPEAT, "复": Word.REPEAT}  # 3单(2新1老)
_SHORT_LABELS = {"单": Word.ORDERS, "额": Word.REVENUE, "款": Word.REVENUE}
_BEFORE_FIGURE = re.compile(r"[单额款](?: ?[:=] ?)?\d")  # 单3 额680
_BEFORE_COUNT = re.compile(r"[新老复] ?\d{1,2}(?=[\s,/)+新老复]|[个人位名]?$)")  # 4单/1280/新2
_BY_SORT = re.compile(r"[新老](?=[\d),]|$)")
_DAY_HEADS = frozenset("0123456789今昨前大明后当上下这本周星礼一二三四五六七八九十两")
_FIGURE_HEADS = (
    frozenset("0123456789+-零一二两三四五六七八九十百千万几好廿卅俩仨") | MARK_HEADS | frozenset("p." + PARTS)
)
_STREETS = frozenset("路街巷道弄园区镇村里苑")
_OF_SALES = {"more", "off"}
_DAYS = {"天", "days"}
_NO_WORDS: frozenset[Word] = frozenset()
_HEADS = frozenset({Sort.COMMA, Sort.STOP, Sort.LINE, Sort.SLASH, Sort.DAY, Sort.COLON, Sort.BRACKET})  # before a name


def tokens_of(writing: Writing, context: Context) -> tuple[Token, ...]:
    """The tokens of `writing`, in order, with fillers left out."""
    return tuple(token for token in _Scanner(writing, context).scan() if not _filler(token))


def _ends_before(last: Token | None, at: int) -> bool:
    """Whether another statement ended before `at`."""
    return last is None or last.sort in {*_HEADS, Sort.NUMBER} or last.end < at or last.means(Word.ORDER)


def _within_a_word(last: Token, token: Token) -> bool:
    """护肤套装: the unit in it is none, as no figure stands before it."""
    return (
        last.sort is Sort.TEXT
        and last.end == token.start
        and token.sort is Sort.WORD
        and token.words == {Word.PIECE}
        and not token.shown.isascii()
    )


def _begins(last: Token | None, at: int) -> bool:
    """Whether a statement begins at `at`: at the head of a clause, or apart from a figure."""
    return last is None or last.sort in _HEADS or (last.sort is Sort.NUMBER and last.end < at)


def _filler(token: Token) -> bool:
    return token.sort is Sort.WORD and token.words == {Word.FILLER}


class _Scanner:
    """Goes through a text once, taking the first thing that is known at each place."""

    def __init__(self, writing: Writing, context: Context) -> None:
        self._shown, self._folded = writing.shown, writing.folded
        self._context = context
        self._names: Names = names_of(context.members, context.products)

    def scan(self) -> list[Token]:
        tokens: list[Token] = []
        position = 0
        while position < len(self._folded):
            if self._folded[position] == " ":
                position += 1
                continue
            token = self._token(position, tokens[-1] if tokens else None)
            if tokens and _within_a_word(tokens[-1], token):
                token = self._made(Sort.TEXT, token.start, token.end)
            if token.sort is Sort.TEXT and tokens and self._joins(tokens[-1], token):
                before = tokens.pop()
                token = replace(self._made(Sort.TEXT, before.start, token.end), name=before.name)
            tokens.append(token)
            position = token.end
        return [self._odd_if_measured(tokens, index) for index in range(len(tokens))]

    def _joins(self, last: Token, token: Token) -> bool:
        """Neighbouring unknown words are one text."""
        if last.sort is not Sort.TEXT:
            return False
        between = self._folded[last.end : token.start]
        return not between or (between == " " and last.shown[-1].isascii() and token.shown[0].isascii())

    def _made(self, sort: Sort, start: int, end: int, words: frozenset[Word] = _NO_WORDS) -> Token:
        return Token(sort, self._shown[start:end], start, end, words)

    def _token(self, at: int, last: Token | None) -> Token:
        return (
            self._not_a_figure(at)
            or self._worded_name(at, last)
            or self._day(at)
            or self._named(at)
            or self._stranger(at, last)
            or self._ordinal(at)
            or self._figure(at)
            or self._word(at, last)
            or self._sign(at)
            or self._miswritten(at)
            or self._text(at)
        )

    def _not_a_figure(self, at: int) -> Token | None:
        if self._folded[at] not in _DAY_HEADS and self._folded[at] not in "#@v+-":
            return None
        if self._folded[at] == "@" and not self._folded[at + 1 : at + 2].isdecimal():
            return None
        free = _GIVEN_FREE.match(self._folded, at)
        if free is not None:
            return self._made(Sort.ODD, at, free.end(), frozenset({Word.OFFER}))
        for form in (_PERCENT, _STARRED, _CLOCK):
            match = form.match(self._folded, at)
            if match is not None and not (form is _STARRED and match[0][0] == "@"):
                return self._made(Sort.ODD, at, match.end())
        return None

    def _day(self, at: int) -> Token | None:
        first = self._folded[at]
        if first not in _DAY_HEADS and not ("a" <= first <= "z"):
            return None
        month = _MONTH.match(self._folded, at)
        if month is not None:
            return self._made(Sort.WORD, at, month.end(), frozenset({Word.RUNNING}))
        found = day_at(self._folded, at, self._context.today)
        if found is None and first.isdecimal() and self._may_be_dotted(at):
            found = dotted_at(self._folded, at, self._context.today)
        if found is None:
            return None
        day, end = found
        if self._folded[end - 1] == "号" and self._folded[at - 1 : at] in _STREETS:
            return self._made(Sort.ODD, at, end)
        to_come = day > self._context.today and not re.search(r"\d", self._folded[at:end])
        words = frozenset({Word.FUTURE}) if to_come else _NO_WORDS
        return replace(self._made(Sort.DAY, at, end, words), day=day)

    def _may_be_dotted(self, at: int) -> bool:
        """11.20 is a day at the head of a line with another figure after it, and beside a report's headline."""
        line_start = self._folded.rfind("\n", 0, at) + 1
        line_end = self._folded.find("\n", at)
        line = self._folded[line_start : len(self._folded) if line_end < 0 else line_end]
        if re.search(r"日报|晚报|战报|report|日结|汇报|总结", line):
            return True
        before = self._folded[line_start:at]
        if before.startswith(("日期", "date")):
            return True
        return not before.strip("补报录记: ") and re.search(r"\d", line[at - line_start + 5 :]) is not None

    def _named(self, at: int) -> Token | None:
        mention = _MENTION.match(self._folded, at) if self._folded[at] == "@" else None
        if mention is not None and mention[1][0].isdecimal():
            mention = None
        found = self._names.at(self._folded, mention.start(1) if mention else at)
        if found is not None:
            end, spelt, named = found
            sort = Sort.MEMBER if named is Named.MEMBER else Sort.PRODUCT
            return replace(self._made(sort, at, end), name=spelt if named is Named.MEMBER else self._shown[at:end])
        if mention is None or self._folded[at - 1 : at] not in {"", " ", "\n", ",", ":"} or mention[0][1] == " ":
            return None
        return replace(self._made(Sort.MEMBER, at, mention.end()), name=self._shown[mention.start(1) : mention.end()])

    def _worded_name(self, at: int, last: Token | None) -> Token | None:
        """A member called Will, May or 今天, at the head of a clause and before figures."""
        head = last is None or (last.sort in _HEADS and last.sort is not Sort.COLON) or last.means(Word.FOR)
        found = self._names.before_figures(self._folded, at) if head else None
        return None if found is None else replace(self._made(Sort.MEMBER, at, found[0]), name=found[1])

    def _stranger(self, at: int, last: Token | None) -> Token | None:
        """A name such as 王五 at the head of a clause or apart from a figure: the numeral in it is none."""
        apart = last is not None and last.end < at and (last.sort is Sort.NUMBER or last.means(Word.ORDER))
        if last is not None and not (apart or last.sort in _HEADS or last.means(Word.FOR, Word.SOLD)):
            return None
        end = numbered_end(self._folded, at)
        return None if end is None else replace(self._made(Sort.TEXT, at, end), name=self._shown[at:end])

    def _ordinal(self, at: int) -> Token | None:
        """第二单 is one order; 第3名 is no figure."""
        those = _THOSE.match(self._folded, at)
        if those is not None:
            return self._made(Sort.WORD, at, those.end(), frozenset({Word.EARLIER}))
        match = _ORDINAL.match(self._folded, at)
        if match is None:
            return None
        if match[2] in {"单", "笔"}:
            return self._made(Sort.WORD, at, match.end(), frozenset({Word.ANOTHER}))
        return self._made(Sort.ODD, at, match.end())

    def _figure(self, at: int) -> Token | None:
        first = self._folded[at]
        if first not in _FIGURE_HEADS and not ("a" <= first <= "z"):
            return None
        figure = amount_at(self._folded, at, self._context.currency)
        if figure is None or (figure.worded and self._phrase_ends(at) > figure.end):
            return None
        sort = Sort.ROUGH if figure.exact is None else Sort.ODD if figure.long else Sort.NUMBER
        return replace(self._made(sort, at, figure.end), figure=figure)

    def _phrase_ends(self, at: int) -> int:
        """Where a known word that begins like a number ends: 一共, 两天, one more sale."""
        found = known_at(self._folded, at)
        return found[0] if found is not None else at

    def _word(self, at: int, last: Token | None) -> Token | None:
        first = self._folded[at]
        adjacent = last is not None and last.sort is Sort.NUMBER and last.end == at
        if adjacent and first in MISTAKEN_ALONE:
            return self._made(Sort.WORD, at, at + 1, frozenset({Word.ORDER}))
        if adjacent and first in _SHORT_PEOPLE and _BY_SORT.match(self._folded, at):
            return self._made(Sort.WORD, at, at + 1, frozenset({_SHORT_PEOPLE[first]}))
        if first in _SHORT_PEOPLE and _BEFORE_COUNT.match(self._folded, at) and _ends_before(last, at):
            return self._made(Sort.WORD, at, at + 1, frozenset({_SHORT_PEOPLE[first]}))
        if first in _SHORT_LABELS and _BEFORE_FIGURE.match(self._folded, at) and _begins(last, at):
            return self._made(Sort.WORD, at, at + 1, frozenset({_SHORT_LABELS[first]}))
        if _TIMES.match(self._folded, at):
            return self._made(Sort.TIMES, at, at + 1)
        found = known_at(self._folded, at)
        return self._made(Sort.WORD, at, *found) if found is not None else None

    def _sign(self, at: int) -> Token | None:
        sort = _SIGNS.get(self._folded[at])
        if sort is None:
            return None
        words = frozenset({Word.QUESTION}) if self._folded[at] == "?" else _NO_WORDS
        return self._made(sort, at, at + 1, words)

    def _miswritten(self, at: int) -> Token | None:
        end = self._names.miswritten(self._folded, at)
        return None if end is None else replace(self._made(Sort.PRODUCT, at, end), name=self._shown[at:end])

    def _text(self, at: int) -> Token:
        match = _LATIN_WORD.match(self._folded, at) or _OTHER_LETTERS.match(self._folded, at)
        return self._made(Sort.TEXT, at, match.end() if match else at + 1)

    def _odd_if_measured(self, tokens: list[Token], index: int) -> Token:
        """A number with a unit that no report counts (minutes, floors) is no figure."""
        token = tokens[index]
        if token.sort not in {Sort.NUMBER, Sort.ROUGH} or index + 1 == len(tokens):
            return token
        unit = tokens[index + 1]
        close = unit.start - token.end <= 1 if unit.shown[0].isascii() else unit.start == token.end
        money = token.figure is not None and token.figure.currency is not None
        if unit.shown.lower() in _OF_SALES and index and tokens[index - 1].means(Word.DEALS, Word.EARNED):
            return token  # closed two more, made 255 off 3 orders
        if close and unit.means(Word.OTHER_UNIT) and not money:
            spanning = unit.shown.lower() in _DAYS
            return replace(token, sort=Sort.ODD, words=frozenset({Word.SPAN}) if spanning else _NO_WORDS)
        return token
