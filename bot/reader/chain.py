"""Lists as they are written: a 接龙 of WeChat, lines that begin with names, or names between slashes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from bot.reader import read
from bot.reader.days import day_at, dotted_at
from bot.reader.labels import LABELS
from bot.reader.names import Named, Names, names_of
from bot.reader.reading import Context, Records
from bot.reader.rows import LONGEST, Fault, Listing, Row, lacks_amount, read_row
from bot.reader.spelling import known_at
from bot.reader.writing import fold, writing

LIMIT = 4096  # UTF-16 units of a Telegram message, and so the most characters
MANY = 200  # lines

_CHAIN = re.compile(r"#?\s*接\s*[龙龍]")
_SALES = re.compile(r"业绩|日报|战报|报单|销售|营业额|流水|业績|報單|sales|report|orders", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\s*(?:[（(【\[]?\d{1,3}[)）】\].．、:：](?!\d)|[\u2460-\u2473]|(?:(?:[0-9]\ufe0f?\u20e3)+|\U0001f51f)|[-•·*●▪]+(?=\s))\s*"
)
_EXAMPLE = re.compile(r"\s*(?:例|例如|示例|格式|e\.?g\.?|example)[\s:：]", re.IGNORECASE)
_TOTAL = re.compile(r"(?:合计|总计|共计|小计|总共|一共|总数|合計|总|total|sum)(?![a-z])", re.IGNORECASE)
_PART = re.compile(r"\s*[/;；|]\s*(?=[^\s\d/;；|])")
_LISTED = re.compile(r"\s*(?:[,，、]|\band\b|和)\s*(?=[^\s\d])")
_LABEL = re.compile(r"([^\s\d:：]{0,8}(?:业绩|日报|战报|报单|销售|sales|report))[:：]\s*(?=\S)", re.IGNORECASE)
_ORDERS = re.compile(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}) ?(?:[单笔]|(?:orders?|deals?|sales?)(?![a-z]))")
_UNITS = ("单", "笔", "元", "块", " 单", " 笔", " orders", " order")
_WORD = re.compile(r"[^\s\d:：|,，;；¥￥$€£+＋=]+")
_LATIN = re.compile(r"\s+([A-Za-z][A-Za-z'’.-]*)(?=[\s:：])")
_BETWEEN = " \t:：,，-—–|=>→\u3000"
_COUNT = re.compile(r"[一二两三四五六七八九十百千万]+[单笔件个]|没|零|无")


@dataclass(slots=True)
class _Reader:
    """Reads a list from the top down. `context.today` moves to the day that is named above the lines."""

    context: Context
    today: date
    names: Names
    titles: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    total: Decimal | None = None
    numbered: bool = False
    sure: bool = False

    def take(self, text: str) -> None:
        """One line, or one part between slashes."""
        number, rest = _without_number(text)
        self.numbered = self.numbered or number
        if not rest or _EXAMPLE.match(rest):
            return
        if _CHAIN.match(rest):
            self.sure = True
            rest = _CHAIN.sub("", rest, count=1).strip(_BETWEEN)
        if self._known(rest) is None:
            rest = self._without_label(self._without_day(rest))
        if not rest:
            return
        if not number and self.rows and _TOTAL.match(rest):
            self._take_total(rest)
        elif (known := self._known(rest)) is not None:
            self._add(*known)
        elif not number and self._continues(rest):
            self._continue(rest)
        else:
            self._take_unknown(rest, numbered=number)

    def _without_day(self, text: str) -> str:
        """What stands beside the day that `text` begins with: that day holds for what follows."""
        written = writing(text)
        if not written.folded:
            return text
        found = day_at(written.folded, 0, self.today) or dotted_at(written.folded, 0, self.today)
        if found is None or written.shown[found[1] :].startswith(_UNITS):
            return text
        self.context = replace(self.context, today=found[0])
        return written.shown[found[1] :].strip(_BETWEEN)

    def _with_day_inside(self, text: str) -> str:
        """The headline without the day that stands in it, which holds for what follows."""
        written = writing(text)
        for position in range(len(written.folded)):
            found = day_at(written.folded, position, self.today) or dotted_at(written.folded, position, self.today)
            if found is not None:
                self.context = replace(self.context, today=found[0])
                return " ".join(f"{written.shown[:position]} {written.shown[found[1] :]}".split())
        return text

    def _without_label(self, text: str) -> str:
        """What follows a headline on the line of a member: 今日业绩：小美 3单 450."""
        label = _LABEL.match(text)
        if label is None or self._known(text[label.end() :]) is None:
            return text
        self.titles.append(label[1])
        self.sure = True
        return text[label.end() :]

    def _known(self, text: str) -> tuple[str, str] | None:
        """The member whose name `text` begins with, and what follows it."""
        written = writing(text.removeprefix("@"))
        if not written.folded.strip():
            return None
        worded = self.names.before_figures(written.folded, 0)
        if worded is not None:
            return written.shown[: worded[0]], written.shown[worded[0] :]
        found = self.names.at(written.folded, 0)
        if found is None or found[2] is not Named.MEMBER:
            return None
        return written.shown[: found[0]], written.shown[found[0] :]

    def _continues(self, text: str) -> bool:
        """Whether the line holds figures of the one above: of a name alone, or behind labels (销售额：1280)."""
        if not self.rows or not self.rows[-1].who:
            return False
        return (self.rows[-1].said == "" and text[:1].isdecimal()) or _is_label(text)

    def _continue(self, text: str) -> None:
        above = self.rows.pop()
        self._add(above.who, f"{above.said}, {text}" if above.said else text)

    def _take_unknown(self, text: str, *, numbered: bool) -> None:
        who, said = _split(text)
        row = self._row(who, said if who else text)
        title = not self.rows and not numbered
        if title and (not row.who or row.fault is not None):
            self._take_title(text)
        elif numbered or re.search(r"\d", said):
            self.rows.append(row)

    def _take_title(self, text: str) -> None:
        """A headline, unless it speaks of a member's figures in a way that is not understood."""
        folded = writing(text).folded
        if re.search(r"\d", text) and any(name[0] in folded for names in self.names.members.values() for name in names):
            self.rows.append(Row(line=1, who="", said=text[:LONGEST], fault=Fault.NO_NAME))
            return
        self.titles.append(self._with_day_inside(text))
        self.sure = self.sure or bool(_SALES.search(text))

    def _add(self, who: str, said: str) -> None:
        self.rows.append(self._row(who, said))

    def _row(self, who: str, said: str) -> Row:
        row = read_row(len(self.rows) + 1, who.strip(_BETWEEN), said.strip(_BETWEEN), self.context)
        if not row.who:
            return self._named_inside(row)
        return replace(row, records=(), fault=Fault.UNREAD) if self._names_another(row) else row

    def _names_another(self, row: Row) -> bool:
        """小王 3单 450 帮Ken 2单 98: whose each figure is would be a guess."""
        own, said = writing(row.who).folded, writing(row.said).folded
        others = (found for at in range(len(said)) if (found := self.names.at(said, at)) is not None)
        return bool(row.records) and any(writing(name).folded != own for _, name, _ in others)

    def _named_inside(self, row: Row) -> Row:
        """3单 450 小美: the name stands behind the figures."""
        members = tuple(name[1] for names in self.names.members.values() for name in names)
        match read(f"/sale {row.said}", replace(self.context, members=members)):
            case Records(records) if len(who := {record.for_seller or "" for record in records}) == 1 and any(who):
                own = tuple(replace(record, for_seller=None) for record in records)
                return replace(row, who=who.pop(), records=own, fault=Fault.NO_AMOUNT if lacks_amount(own) else None)
            case _:
                return replace(row, records=(), fault=Fault.NO_NAME)

    def _take_total(self, text: str) -> None:
        row = read_row(0, "", _TOTAL.sub("", text, count=1).strip(_BETWEEN), self.context)
        amounts = [record.revenue for record in row.records if record.revenue]
        self.total = amounts[0] if len(amounts) == 1 else self.total


def read_listing(text: str, context: Context) -> Listing | None:
    """The list that `text` is; None when fewer than two of its lines tell of somebody, or one in a 接龙.

    It says nothing of whether the text is a report at all: 小美 2点开会 / Ken 3点开会 has two lines, too.
    """
    if len(text) > LIMIT:
        return None
    reader = _Reader(replace(context, members=()), context.today, names_of(context.members, ()))
    for part in _parts(text, reader.names):
        reader.take(part)
        if len(reader.rows) > MANY:
            return None
    rows = [row for row in reader.rows if row.who or row.said]
    if len(rows) < (1 if reader.sure and reader.numbered else 2):
        return None
    return Listing(title=" ".join(reader.titles), rows=tuple(rows), total=reader.total, sure=reader.sure)


def _parts(text: str, names: Names) -> Iterator[str]:
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        yield from _split_line(line, names)


def _split_line(line: str, names: Names) -> list[str]:
    """The parts of a line that each begin with a name and tell something."""
    if _without_number(line)[0]:
        return [line]
    parts = _PART.split(line)
    if len(parts) > 1 and all(re.search(r"\d", part) or known_name(part, names) for part in parts):
        return parts
    listed = _LISTED.split(line)
    if len(listed) == 1:
        return [line]
    found = [listed[0]]
    position = len(listed[0])
    for part in listed[1:]:
        start = line.index(part, position)
        if known_name(part, names) or _is_stranger(part):
            found.append(part)
        else:
            found[-1] += line[position:start] + part
        position = start + len(part)
    return found


def known_name(text: str, names: Names) -> bool:
    """Whether `text` begins with the name of a member."""
    folded = writing(_without_number(text)[1].removeprefix("@")).folded
    if not folded.strip():
        return False
    return names.at(folded, 0) is not None or names.before_figures(folded, 0) is not None


def _is_stranger(text: str) -> bool:
    """Whether `text` tells of somebody's orders who is no member: 阿珍 1单 99."""
    who, said = _split(text)
    return bool(who) and not _is_label(text) and _ORDERS.match(fold(said)) is not None


def _is_label(text: str) -> bool:
    """Whether a word of reports stands where a name would: 销售额：1280."""
    folded = writing(text).folded
    found = known_at(folded, 0) if folded else None
    return found is not None and not found[1].isdisjoint(LABELS)


def _without_number(text: str) -> tuple[bool, str]:
    """Whether the line is numbered, and what follows the number."""
    match = _NUMBERED.match(text)
    return (True, text[match.end() :].strip()) if match else (False, text.strip())


def _split(text: str) -> tuple[str, str]:
    """The name that an unknown line seems to begin with, and what follows it."""
    text = text.removeprefix("@")
    word = _WORD.match(text)
    if word is None:
        return "", text
    end = _name_ends(word[0])
    if end == len(word[0]):
        while (more := _LATIN.match(text, end)) is not None and known_at(more[1].lower(), 0) is None:
            end = more.end()
    return text[:end], text[end:].strip(_BETWEEN)


def _name_ends(word: str) -> int:
    """Where a name ends that figures or words of selling stand behind without a blank: 小周没开单, 小周三单450."""
    folded = fold(word)
    for position in range(2 if not word[0].isascii() else len(word), len(word)):
        if _COUNT.match(folded, position):
            return position
        found = known_at(folded, position)
        if found is not None and found[0] - position > 1:
            return position
    return len(word)
