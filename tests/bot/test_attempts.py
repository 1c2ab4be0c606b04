from pathlib import Path

import pytest

from bot.attempts import FATAL, Attempts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "attempts.json"


def test_an_update_that_ends_the_process_three_times_is_fatal(file: Path) -> None:
    for _ in range(FATAL):
        process = Attempts(file)
        assert not process.fatal(7)
        process.begin([7])
    assert Attempts(file).fatal(7)


def test_an_update_that_was_handled_is_never_fatal(file: Path) -> None:
    attempts = Attempts(file)
    for _ in range(10):
        attempts.begin([7, 8])
        attempts.end([7, 8])
        assert not attempts.suspects
    assert not Attempts(file).fatal(7)


def test_the_neighbours_of_a_fatal_update_are_cleared_one_by_one(file: Path) -> None:
    Attempts(file).begin([7, 8])
    for _ in range(FATAL):
        after = Attempts(file)
        assert after.suspects
        assert not after.fatal(8)
        after.begin([7])
        after.end([7])
        after.begin([8])
    assert Attempts(file).fatal(8)
    assert not Attempts(file).fatal(7)


def test_dying_in_a_batch_makes_suspects_and_nothing_worse(file: Path) -> None:
    for _ in range(10):
        Attempts(file).begin([7, 8])
    assert Attempts(file).suspects
    assert not Attempts(file).fatal(7)


def test_what_was_acknowledged_before_the_crash_is_forgotten(file: Path) -> None:
    Attempts(file).begin([7, 8])
    after = Attempts(file)
    after.forget()
    assert not after.suspects


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}', "null"])
def test_a_damaged_file_is_begun_anew(file: Path, content: str) -> None:
    file.write_text(content)
    attempts = Attempts(file)
    assert not attempts.suspects
    attempts.begin([1])
    assert Attempts(file).suspects
