"""The benchmark's table: what is measured is declared, and the READMEs show all of it, with the same figures."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from tests.bench.__main__ import FULL, main
from tests.bench.load import LATENCIES
from tests.bench.readme import BEGIN, END, READMES, Machine, block, replaced, written
from tests.bench.rows import ROWS, Measured

FOLDER = Path(__file__).parent / "bench"
MACHINE = Machine(cores=2, processor="Some processor", python="3.11.7", system="Linux")


def shown(language: str) -> list[tuple[str, str, str]]:
    return written(READMES[language].read_text(encoding="utf-8"))


def measured() -> set[str]:
    """The rows that the benchmark's code gives figures for."""
    calls = (
        node for file in FOLDER.glob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Measured"
    )  # fmt: skip
    return {str(ast.literal_eval(call.args[0])) for call in calls}


def test_every_row_is_measured_and_every_measurement_has_its_row() -> None:
    assert measured() == set(ROWS)


def test_the_declared_sizes_are_those_of_a_whole_run() -> None:
    sizes = {key: row.sizes for key, row in ROWS.items()}
    assert sizes["cpu-ours"] == sizes["rate-ours"] == tuple(round(latency * 1000) for latency in LATENCIES)
    assert sizes["charts-p99"] == (FULL.answering.charts,)
    assert sizes["broadcast-p99"] == (FULL.answering.groups,)
    assert sizes["chart-growth"] == (FULL.charts,)
    assert sizes["tick"] == FULL.teams
    assert sizes["board-sqlite"] == sizes["board-postgresql"] == FULL.entries
    assert sizes["send-rate"] == (FULL.chats,)


@pytest.mark.parametrize("language", READMES)
def test_the_readme_shows_each_row_of_a_whole_run_once_with_its_aim(language: str) -> None:
    expected = {row.label(language, size): row.aim_at(size) is not None for row in ROWS.values() for size in row.sizes}
    found = shown(language)
    assert {label: bool(aim) for label, _, aim in found} == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("language", READMES)
def test_the_readme_says_on_what_it_was_measured(language: str) -> None:
    inside = READMES[language].read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    said = inside.partition("\n")[0]
    assert re.search(r"\d{4}-\d\d-\d\d", said)
    assert re.search(r"Python 3\.\d+\.\d+", said)
    assert re.search(r"\d+ (?:cores|核)", said)


def test_both_readmes_show_the_same_figures_and_aims() -> None:
    english, chinese = ([row[1:] for row in shown(language)] for language in ("en", "zh"))
    assert english == chinese


def test_labels_are_in_both_languages_and_told_apart() -> None:
    for language in READMES:
        labels = [row.label(language, size) for row in ROWS.values() for size in row.sizes]
        assert len(set(labels)) == len(labels)
    assert all("{n}" in text for row in ROWS.values() if row.sizes != (0,) for text in row.labels.values())


def test_a_table_is_put_between_the_marks_and_read_back() -> None:
    found = [Measured("tick", 8.78, 1_000), Measured("tick", 82.7, 10_000), Measured("start-memory", 109.6)]
    text = replaced(f"before\n{BEGIN}old\n{END}after\n", block(found, MACHINE, date(2026, 11, 25), "en"))
    assert text.startswith(f"before\n{BEGIN}Measured on 2026-11-25 by `make bench`, one run: 2 cores (Some processor)")
    assert text.endswith(f"{END}after\n")
    assert written(text) == [
        ("a look for what is due, 1,000 teams, nothing due", "8.78 ms", "✓ ≤ 20 ms"),
        ("a look for what is due, 10,000 teams, nothing due", "82.7 ms", ""),
        ("memory after the first report, without the drawing process", "110 MB", "✗ ≤ 90 MB"),
    ]
    assert replaced(text, "") == f"before\n{BEGIN}{END}after\n"


def test_a_text_without_marks_is_not_written_to() -> None:
    with pytest.raises(ValueError, match="no place"):
        replaced("nothing here", "new")


@pytest.mark.parametrize("option", ["--quick", "--only=tick"])
def test_a_part_of_the_benchmark_is_not_written_to_the_readmes(
    option: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["tests.bench", "--write", option])
    with pytest.raises(SystemExit):
        main()
    assert "whole run" in capsys.readouterr().err
