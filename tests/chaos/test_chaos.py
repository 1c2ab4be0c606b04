"""A quick run of everything: counts are at their goals. Times and memory are for `make chaos-long`."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from tests.bench.readme import READMES, Machine
from tests.chaos import page
from tests.chaos.__main__ import main
from tests.chaos.goals import GOALS, LANGUAGES, Found, Run, missed
from tests.chaos.scenarios import SCENARIOS

SEED = 20260608
ELSEWHERE = {"R13"}  # tests/journeys/test_isolation.py tries all of it
MACHINE = Machine(cores=2, processor="Some processor", python="3.11.7", system="Linux")


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name not in ELSEWHERE])
def test_a_quick_run_finds_every_count_at_its_goal(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if name in {"R7", "R11"}:
        request.getfixturevalue("postgres")  # skips where there is none
    found = SCENARIOS[name](Run(tmp_path, SEED, long=False))
    assert missed(found, long=False) == []
    assert {one.goal.requirement for one in found} == {name}


def test_every_goal_is_tried_and_what_is_tried_has_its_goal() -> None:
    calls = (
        node for file in Path(__file__).parent.glob("*.py") if not file.name.startswith("test_")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Found"
    )  # fmt: skip
    assert sorted(str(ast.literal_eval(call.args[0])) for call in calls) == sorted(GOALS)
    assert {goal.requirement for goal in GOALS.values()} == SCENARIOS.keys()


def test_a_count_fails_every_run_and_a_time_a_long_one() -> None:
    lost, slow = Found("killed-lost", 1, 15), Found("ended-slowest", 9.0, 4)
    assert missed([lost, slow], long=False) == [lost]
    assert missed([lost, slow], long=True) == [lost, slow]


def test_the_page_shows_each_goal_once_in_order() -> None:
    shown = page.written(page.PAGE.read_text(encoding="utf-8"))
    assert [row[:2] for row in shown] == [(goal.requirement, goal.labels["en"]) for goal in GOALS.values()]
    assert all(re.fullmatch(r"[✓✗] [≤≥] .+", row[-1]) for row in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_quotes_the_main_lines(language: str) -> None:
    text = READMES[language].read_text(encoding="utf-8")
    main_ones = [goal for goal in GOALS.values() if goal.main]
    shown = page.written(text)
    assert [row[:2] for row in shown] == [(goal.requirement, goal.labels[language]) for goal in main_ones]
    said = text.partition(page.BEGIN)[2].partition("\n")[0]
    assert re.search(r"\d{4}-\d\d-\d\d.*`make chaos(-long)?`.*Python 3\.\d+\.\d+", said)


def test_page_and_readmes_show_the_same_figures() -> None:
    whole = {row[:2]: row[3:] for row in page.written(page.PAGE.read_text(encoding="utf-8"))}
    english, chinese = (page.written(READMES[language].read_text(encoding="utf-8")) for language in LANGUAGES)
    assert [row[3:] for row in english] == [row[3:] for row in chinese] == [whole[row[:2]] for row in english]


def test_labels_tell_goals_apart_and_say_how_often() -> None:
    for language in LANGUAGES:
        assert len({goal.labels[language] for goal in GOALS.values()}) == len(GOALS)
        assert all("{n}" in goal.tried[language] for goal in GOALS.values())


def test_a_table_is_put_in_order_and_read_back() -> None:
    found = [Found("ended-slowest", 0.5, 4), Found("killed-lost", 0, 1500)]
    text = page.block(found, page._said(MACHINE, date(2026, 11, 25), "chaos", 7, "en"), "en")
    assert text.startswith("Found on 2026-11-25 by `make chaos`, seed 7: 2 cores (Some processor), Python 3.11.7,")
    assert page.written(page.BEGIN + text + page.END) == [
        ("R1", GOALS["killed-lost"].labels["en"], "1,500 kills", "0", "✓ ≤ 0"),
        ("R2", GOALS["ended-slowest"].labels["en"], "4 stops", "0.50 s", "✓ ≤ 5 s"),
    ]


@pytest.mark.parametrize("options", [["--write", "--only=R1"], ["--only=R99"]])
def test_a_part_is_not_written_and_what_there_is_not_is_not_run(
    options: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["tests.chaos", *options])
    with pytest.raises(SystemExit):
        main()
    assert re.search("whole run|no scenario R99", capsys.readouterr().err)
