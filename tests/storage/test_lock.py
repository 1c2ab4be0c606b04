"""One process leads."""

import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text

from storage.lock import Leadership

LEAD_UNTIL_KILLED = """
import sys
from storage.lock import Leadership

leadership = Leadership(sys.argv[1])
print(leadership.acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def rivals(empty_url: str) -> Iterator[tuple[Leadership, Leadership]]:
    both = (Leadership(empty_url), Leadership(empty_url))
    yield both
    for leadership in both:
        leadership.release()


def test_one_leads_and_the_other_stands_by(rivals: tuple[Leadership, Leadership]) -> None:
    first, second = rivals
    assert not first.holds()
    assert [first.acquire(), second.acquire()] == [True, False]
    assert [first.holds(), second.holds()] == [True, False]


def test_the_lead_is_handed_over(rivals: tuple[Leadership, Leadership]) -> None:
    first, second = rivals
    first.acquire()
    first.release()
    assert not first.holds()
    assert [second.acquire(), first.acquire()] == [True, False]


def test_who_leads_already_still_leads(rivals: tuple[Leadership, Leadership]) -> None:
    first, second = rivals
    assert [first.acquire(), first.acquire(), second.acquire()] == [True, True, False]
    first.release()
    assert second.acquire()


def test_giving_up_what_one_does_not_have_does_nothing(rivals: tuple[Leadership, Leadership]) -> None:
    first, second = rivals
    second.acquire()
    first.release()
    assert second.holds()


def test_the_lead_ends_with_the_process(empty_url: str, rivals: tuple[Leadership, Leadership]) -> None:
    command = [sys.executable, "-c", LEAD_UNTIL_KILLED, empty_url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not rivals[0].acquire()
        other.kill()
        other.wait()
    assert any(rivals[0].acquire() for _ in range(1000))  # the server needs a moment to notice


def test_a_lost_connection_is_a_lost_lead(empty_url: str, backend: str, rivals: tuple[Leadership, Leadership]) -> None:
    first, second = rivals
    first.acquire()
    if backend == "sqlite":
        lock_of(empty_url).unlink()
    else:
        server = create_engine(make_url(empty_url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
        with server.connect() as db:
            db.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                )
            )
    assert not first.holds()
    assert second.acquire()
    assert not first.acquire()
    second.release()
    assert first.acquire()


def test_only_the_owner_can_touch_the_lock(tmp_path: Path) -> None:
    leadership = Leadership(f"sqlite:///{tmp_path / 'sales.db'}")
    assert leadership.acquire()
    assert stat.S_IMODE((tmp_path / "sales.db.lock").stat().st_mode) == 0o600
    leadership.release()


def test_nobody_leads_while_the_server_does_not_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    leadership = Leadership(f"postgresql://postgres:secret@/postgres?host={tmp_path}")
    assert not leadership.acquire()
    assert not leadership.holds()
    assert "does not answer" in caplog.text
    assert "secret" not in caplog.text


def lock_of(url: str) -> Path:
    file = Path(make_url(url).database or "")
    return file.with_name(f"{file.name}.lock")
