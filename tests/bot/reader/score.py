"""`python -m tests.bot.reader.score [--corpus FILE] [--chitchat FILE] [--failures]`: how well messages are read.

FILE is a labelled file with its .context.json beside it; it is read besides our own messages. The chit-chat is one
message a line, of which none should be logged. Ends with 1 when a figure falls short.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bot.reader import read
from bot.reader.reading import Context, Question, Reading, Records
from tests.bench.table import Figure, Unit, at_least, at_most, percentile, table
from tests.bot.reader.corpus import (
    CHITCHAT,
    OWN,
    Message,
    context_beside,
    is_core,
    is_exact,
    is_wrong_money,
    messages_of,
)

_MS = 1000
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """How one message was read."""

    message: Message
    reading: Reading
    exact: bool
    core: bool
    wrong_money: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """How chit-chat was read: the messages that were logged, and asked about."""

    messages: int
    logged: tuple[str, ...]
    asked: tuple[str, ...]


def marks_of(messages: Iterable[Message], context: Context) -> list[Mark]:
    """Every message, read and compared with its label."""
    return [_mark(message, read(message.text, context), context) for message in messages]


def _mark(message: Message, reading: Reading, context: Context) -> Mark:
    return Mark(
        message,
        reading,
        exact=is_exact(message, reading, context),
        core=is_core(message, reading, context),
        wrong_money=is_wrong_money(message, reading, context),
    )


def talk_of(lines: Sequence[str], context: Context) -> Talk:
    """What became of messages of which none reports anything."""
    readings = [(line, read(line, context)) for line in lines]
    return Talk(
        len(lines),
        tuple(line for line, reading in readings if isinstance(reading, Records)),
        tuple(line for line, reading in readings if isinstance(reading, Question)),
    )


def figures_of(name: str, marks: Sequence[Mark]) -> list[Figure]:
    """What a labelled file is measured by, in percent of its messages."""
    return [
        Figure(f"{name}: messages", len(marks), Unit.COUNT),
        Figure(f"{name}: exact %", _share(marks, lambda mark: mark.exact), Unit.COUNT, at_least(90)),
        Figure(f"{name}: core %", _share(marks, lambda mark: mark.core), Unit.COUNT, at_least(93)),
        Figure(f"{name}: wrong money %", _share(marks, lambda mark: mark.wrong_money), Unit.COUNT, at_most(1)),
    ]


def figures_of_talk(talk: Talk) -> list[Figure]:
    """What chit-chat is measured by, in percent of its messages."""
    return [
        Figure("chit-chat: messages", talk.messages, Unit.COUNT),
        Figure("chit-chat: logged %", _PERCENT * len(talk.logged) / talk.messages, Unit.COUNT, at_most(0.1)),
        Figure("chit-chat: asked about %", _PERCENT * len(talk.asked) / talk.messages, Unit.COUNT, at_most(0.3)),
    ]


def falls_short(figures: Iterable[Figure]) -> list[str]:
    """The lines whose aim is not reached."""
    return [figure.what for figure in figures if figure.aim is not None and not figure.aim.reached(figure.value)]


def _share(marks: Sequence[Mark], holds: Callable[[Mark], bool]) -> float:
    return _PERCENT * sum(map(holds, marks)) / len(marks)


def _groups(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    """The messages by class, by language and by phenomenon."""
    groups: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        message = mark.message
        for name in (
            f"class {message.sort}",
            f"language {message.language}",
            *map("phenomenon {}".format, message.tags),
        ):
            groups[name].append(mark)
    return dict(sorted(groups.items()))


def _breakdown(marks: Sequence[Mark]) -> str:
    rows: list[tuple[str, ...]] = [("", "messages", "exact", "core", "wrong money")]
    for name, group in _groups(marks).items():
        counts = (len(group), *(sum(mark) for mark in zip(*map(_flags, group), strict=True)))
        rows.append((name, *map(str, counts)))
    wide = max(len(row[0]) for row in rows)
    return "\n".join(f"{row[0]:<{wide}}" + "".join(f"  {cell:>11}" for cell in row[1:]) for row in rows)


def _flags(mark: Mark) -> tuple[bool, bool, bool]:
    return mark.exact, mark.core, mark.wrong_money


def _speed(texts: Sequence[str], context: Context) -> list[Figure]:
    """How long one message takes, each read once more now that the vocabulary is loaded."""
    spent = []
    for text in texts:
        begun = perf_counter()
        read(text, context)
        spent.append((perf_counter() - begun) * _MS)
    return [
        Figure("time: median", percentile(spent, 0.5), Unit.MS, at_most(1)),
        Figure("time: p99", percentile(spent, 0.99), Unit.MS),
        Figure("time: longest", max(spent), Unit.MS, at_most(50)),
    ]


def _failures(marks: Iterable[Mark], talk: Talk) -> str:
    lines = [
        f"{'MONEY' if mark.wrong_money else 'other'}  {mark.message.id}  {mark.message.text!r}\n"
        f"    label   {mark.message.expect}\n    reading {mark.reading}"
        for mark in marks
        if not mark.exact
    ]
    return "\n".join(
        [*lines, *(f"logged {line!r}" for line in talk.logged), *(f"asked {line!r}" for line in talk.asked)]
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="a labelled file to read besides our own")
    parser.add_argument("--chitchat", type=Path, default=CHITCHAT, help="chit-chat, one message a line")
    parser.add_argument("--failures", action="store_true", help="print every message that is not read as labelled")
    return parser.parse_args()


def main() -> int:
    """Prints everything; 1 when a figure falls short of its aim."""
    chosen = _arguments()
    lines = [line for line in chosen.chitchat.read_text(encoding="utf-8").splitlines() if line.strip()]
    talk = talk_of(lines, context_beside(OWN))
    figures, all_marks = figures_of_talk(talk), []
    for file in filter(None, (OWN, chosen.corpus)):
        marks = marks_of(messages_of(file), context_beside(file))
        figures += figures_of(file.stem, marks)
        all_marks += marks
        sys.stdout.write(f"{file.name}\n{_breakdown(marks)}\n\n")
    figures += _speed([*(mark.message.text for mark in all_marks), *lines], context_beside(OWN))
    if chosen.failures:
        sys.stdout.write(f"{_failures(all_marks, talk)}\n\n")
    sys.stdout.write(f"{table(figures)}\n")
    return 1 if falls_short(figures) else 0


if __name__ == "__main__":
    sys.exit(main())
