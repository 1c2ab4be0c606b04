"""The table in the READMEs, between two marks, with the machine that it was measured on."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.bench.process import ROOT
from tests.bench.rows import Measured

READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}
BEGIN, END = "<!-- bench: begin -->\n", "<!-- bench: end -->"
_HEADS = {"en": ("what", "measured", "aim"), "zh": ("量的是", "量到", "目标")}
_ON = {
    "en": "Measured on {day} by `make bench`, one run: {cores} cores ({processor}), Python {python}, {system}.",
    "zh": "{day} 用 `make bench` 一次跑出：{cores} 核（{processor}），Python {python}，{system}。",
}


@dataclass(frozen=True, slots=True)
class Machine:
    """What the figures depend on beside the code."""

    cores: int
    processor: str
    python: str
    system: str


def this_machine() -> Machine:
    """The one that runs this."""
    return Machine(len(os.sched_getaffinity(0)), _processor(), platform.python_version(), platform.system())


def _processor() -> str:
    """As Linux tells it; elsewhere the architecture."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def write(figures: Sequence[Measured], machine: Machine, day: date) -> None:
    """Puts the table into both READMEs."""
    for language, file in READMES.items():
        text = file.read_text(encoding="utf-8")
        file.write_text(replaced(text, block(figures, machine, day, language)), encoding="utf-8", newline="\n")


def replaced(text: str, new: str, begin: str = BEGIN, end: str = END) -> str:
    """`text` with `new` between the marks. `ValueError` when it has none."""
    if begin not in text or end not in text:
        raise ValueError(f"no place between {begin.strip()} and {end}")
    return text.partition(begin)[0] + begin + new + end + text.partition(end)[2]


def block(figures: Iterable[Measured], machine: Machine, day: date, language: str) -> str:
    """The sentence about the machine, and the table."""
    said = _ON[language].format(
        day=day, cores=machine.cores, processor=machine.processor, python=machine.python, system=machine.system
    )
    rows = [_HEADS[language], ("---", "--:", "---"), *(found.figure(language).written() for found in figures)]
    return f"{said}\n\n" + "".join(f"| {' | '.join(row)} |\n".replace("  ", " ") for row in rows)


def written(text: str) -> list[tuple[str, str, str]]:
    """The rows that stand between the marks of a README: label, figure, aim."""
    inside = text.partition(BEGIN)[2].partition(END)[0]
    lines = [line for line in inside.splitlines() if line.startswith("|")][2:]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [(label, figure, aim) for label, figure, aim in cells]
