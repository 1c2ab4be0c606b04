"""The rows of the table, as `rows.toml` declares them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from tests.bench.table import Aim, Figure, Unit, at_least, at_most


class _Declared(TypedDict, total=False):
    en: str
    zh: str
    unit: str
    n: list[int]
    at_most: float
    at_least: float
    only: int


@dataclass(frozen=True, slots=True)
class Row:
    """What is measured. `sizes` are those of a whole run; 0 stands for a row without any."""

    labels: dict[str, str]
    unit: Unit
    sizes: tuple[int, ...]
    aim: Aim | None
    only: int | None

    def label(self, language: str, size: int) -> str:
        return self.labels[language].format(n=f"{size:,}")

    def aim_at(self, size: int) -> Aim | None:
        return self.aim if self.only in {None, size} else None


def _row(declared: _Declared) -> Row:
    return Row(
        {"en": declared["en"], "zh": declared["zh"]},
        Unit(declared["unit"]),
        tuple(declared.get("n", [0])),
        _aim(declared),
        declared.get("only"),
    )


def _aim(declared: _Declared) -> Aim | None:
    if "at_most" in declared:
        return at_most(declared["at_most"])
    return at_least(declared["at_least"]) if "at_least" in declared else None


ROWS: dict[str, Row] = {
    key: _row(declared)
    for key, declared in tomllib.loads(Path(__file__).with_name("rows.toml").read_text(encoding="utf-8")).items()
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found for a row, at one of its sizes."""

    row: str
    value: float
    size: int = 0

    def figure(self, language: str) -> Figure:
        """As a line of a table. Without an aim it is there to compare with."""
        row = ROWS[self.row]
        return Figure(row.label(language, self.size), self.value, row.unit, row.aim_at(self.size))
