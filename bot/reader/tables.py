"""Tables: a first line of labels, and lines with one value for each. They are read like labelled lines."""

from collections.abc import Sequence

from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_COLUMNS = (
    Word.SELLER, Word.ORDERS, Word.SALES, Word.REVENUE, Word.NEW, Word.REPEAT, Word.CONTACTS, Word.INQUIRIES,
    Word.VISITORS, Word.COMPLAINTS, Word.PRODUCT, Word.PIECES, Word.AVERAGE, Word.SKIPPED, Word.DATE, Word.TOTAL,
    Word.DEALS,
)  # fmt: skip
_RULES = {Sort.SLASH, Sort.COMMA, Sort.COLON, Sort.LINE, Sort.STOP}


def without_tables(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`tokens` with every cell of a table behind the label of its column."""
    lines = _lines(tokens)
    header = next((index for index, line in enumerate(lines) if _is_header(line)), None)
    if header is None:
        return tuple(tokens)
    labels = _cells(lines[header])
    if not any(_fits(line, labels) for line in lines[header + 1 :]):
        return tuple(tokens)
    read = [token for line in lines[:header] for token in line]
    for line in lines[header + 1 :]:
        read.extend(_labelled(line, labels) if _fits(line, labels) else line)
    return tuple(read)


def _lines(tokens: Sequence[Token]) -> list[list[Token]]:
    lines: list[list[Token]] = [[]]
    for token in tokens:
        lines[-1].append(token)
        if token.sort is Sort.LINE:
            lines.append([])
    return lines


def _cells(line: Sequence[Token]) -> list[Token]:
    return [token for token in line if token.sort not in _RULES]


def _is_header(line: Sequence[Token]) -> bool:
    cells = _cells(line)
    return len(cells) > 1 and all(cell.means(*_COLUMNS) for cell in cells)


def _fits(line: Sequence[Token], labels: Sequence[Token]) -> bool:
    cells = _cells(line)
    return len(cells) == len(labels) and any(cell.sort is Sort.NUMBER for cell in cells)


def _labelled(line: Sequence[Token], labels: Sequence[Token]) -> list[Token]:
    """A member's or product's cell needs no label, as its name speaks for itself."""
    read: list[Token] = []
    for label, cell in zip(labels, _cells(line), strict=True):
        read.extend([label, cell] if cell.sort is Sort.NUMBER else [cell])
    return [*read, line[-1]] if line[-1].sort is Sort.LINE else read
