from pathlib import Path

import pytest

from bot.attempts import FATAL, Attempts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "attempts.json"


def die(file: Path, *update_ids: int) -> None:
    """A process that ends while it handles these: what the file says then is kept, and nothing written later."""
    attempts = Attempts(file)
    with attempts.of(update_ids):
        written = file.read_bytes()
    file.write_bytes(written)


def test_an_update_that_alone_ends_the_process_again_and_again_is_fatal(file: Path) -> None:
    for _ in range(FATAL):
        assert not Attempts(file).fatal(7)
        die(file, 7)
    assert Attempts(file).fatal(7)


def test_an_update_that_was_handled_is_never_fatal(file: Path) -> None:
    for _ in range(10):
        attempts = Attempts(file)
        with attempts.of([7]):
            pass
        assert not attempts.suspects
    assert not Attempts(file).suspects


def test_an_exception_is_not_the_end_of_the_process(file: Path) -> None:
    for _ in range(10):
        with pytest.raises(OSError, match="disk"), Attempts(file).of([7]):
            raise OSError("disk full")
    assert not Attempts(file).fatal(7)


def test_the_neighbours_of_a_fatal_update_are_cleared_one_by_one(file: Path) -> None:
    die(file, 7, 8)
    for _ in range(FATAL):
        after = Attempts(file)
        assert after.suspects
        assert not after.fatal(8)
        with after.of([7]):
            pass
        die(file, 8)
    assert Attempts(file).fatal(8)
    assert not Attempts(file).fatal(7)


def test_dying_in_a_batch_makes_suspects_and_nothing_worse(file: Path) -> None:
    for _ in range(10):
        die(file, 7, 8)
    assert Attempts(file).suspects
    assert not Attempts(file).fatal(7)


def test_what_was_acknowledged_before_the_crash_is_forgotten(file: Path) -> None:
    die(file, 7, 8)
    after = Attempts(file)
    after.forget()
    assert not after.suspects


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}', "null"])
def test_a_damaged_file_is_begun_anew(file: Path, content: str) -> None:
    file.write_text(content)
    assert not Attempts(file).suspects
    die(file, 1)
    assert Attempts(file).suspects


def test_an_attempt_that_could_not_be_written_down_counts_for_nothing(file: Path) -> None:
    """Else a disk that is full for some minutes would have an innocent report passed over."""
    attempts = Attempts(file)
    file.mkdir()
    for _ in range(FATAL):
        with pytest.raises(IsADirectoryError), attempts.of([7]):
            pass
    assert not attempts.fatal(7)
    assert not attempts.suspects
