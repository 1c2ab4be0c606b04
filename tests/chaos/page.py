"""The table in docs/reliability.md, and its main lines in both READMEs, each between two marks."""

from collections.abc import Iterable, Sequence
from datetime import date

from tests.bench.process import ROOT
from tests.bench.readme import READMES, Machine, replaced
from tests.chaos.goals import GOALS, Found

PAGE = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- chaos: begin -->\n", "<!-- chaos: end -->"
_HEADS = {
    "en": ("", "what was tried", "how often", "found", "goal"),
    "zh": ("", "试了什么", "次数", "结果", "目标"),
}
_ON = {
    "en": "Found on {day} by `make {command}`, seed {seed}: {cores} cores ({processor}), Python {python}, {system}.",
    "zh": "{day} 用 `make {command}` 跑出，种子 {seed}：{cores} 核（{processor}），Python {python}，{system}。",
}


def write(found: Sequence[Found], machine: Machine, day: date, command: str, seed: int) -> None:
    """Puts what a whole run found into the page, and the main lines of it into the READMEs."""
    main = [one for one in found if one.goal.main]
    places = [(PAGE, "en", found), *((file, language, main) for language, file in READMES.items())]
    for file, language, some in places:
        said = block(some, _said(machine, day, command, seed, language), language)
        text = file.read_text(encoding="utf-8")
        file.write_text(replaced(text, said, BEGIN, END), encoding="utf-8", newline="\n")


def _said(machine: Machine, day: date, command: str, seed: int, language: str) -> str:
    return _ON[language].format(
        day=day,
        command=command,
        seed=seed,
        cores=machine.cores,
        processor=machine.processor,
        python=machine.python,
        system=machine.system,
    )


def block(found: Iterable[Found], said: str, language: str) -> str:
    """The sentence about the run, and the table in the order in which goals are declared."""
    order = list(GOALS)
    lines = [one.row(language) for one in sorted(found, key=lambda one: order.index(one.key))]
    rows = [_HEADS[language], ("---", "---", "---", "--:", "---"), *lines]
    return f"{said}\n\n" + "".join(f"| {' | '.join(row)} |\n".replace("  ", " ") for row in rows)


def written(text: str) -> list[tuple[str, ...]]:
    """The rows that stand between the marks, a cell each."""
    inside = text.partition(BEGIN)[2].partition(END)[0]
    lines = [line for line in inside.splitlines() if line.startswith("|")][2:]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
