"""Scheduled posts: each is made by one, once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from kpi.ids import TeamId
from storage import posts
from storage.database import Database
from storage.posts import Made
from tests.storage.given import NOW, later, team


def test_a_post_is_claimed_once(database: Database) -> None:
    with database.write() as db:
        ours = team(db).id
        posted = [
            Made(ours, "daily", "2026-06-08"),
            Made(ours, "daily", "2026-06-09"),
            Made(ours, "weekly", "2026-W24"),
        ]
        for post in posted:
            assert posts.claim(db, post, due_at=NOW, state="on time", at=NOW)
        assert not posts.claim(db, posted[0], due_at=NOW, state="late", at=later(60))
        assert [posts.state_of(db, post) for post in posted] == ["on time"] * 3
        assert set(posts.made_since(db, NOW, {ours})) == set(posted)


def test_of_two_processes_one_claims(database_url: str) -> None:
    both = [Database(database_url), Database(database_url)]
    with both[0].write() as db:
        post = Made(team(db).id, "daily", "2026-06-08")
    start = Barrier(2)

    def claim(database: Database) -> bool:
        start.wait()
        with database.write() as db:
            return posts.claim(db, post, due_at=NOW, state="on time", at=NOW)

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(claim, both)) == [False, True]
    for database in both:
        database.close()


def test_a_post_that_was_not_made_has_no_state(database: Database) -> None:
    with database.write() as db:
        assert posts.state_of(db, Made(team(db).id, "daily", "2026-06-08")) is None


def test_posts_are_listed_from_when_they_were_due(database: Database) -> None:
    with database.write() as db:
        ours, theirs = team(db).id, team(db, -200).id
        for seconds, owner in ((0, ours), (1, ours), (2, theirs)):
            post = Made(owner, "daily", f"{seconds}")
            posts.claim(db, post, due_at=later(seconds), state="late", at=later(60))
        of_ours, of_theirs = Made(ours, "daily", "1"), Made(theirs, "daily", "2")
        assert set(posts.made_since(db, later(1), {ours, theirs})) == {of_ours, of_theirs}
        assert set(posts.made_since(db, later(1), {ours})) == {of_ours}


@pytest.mark.parametrize("teams", [1, 1_000])
def test_posts_of_one_team_and_of_very_many_are_found(database: Database, teams: int) -> None:
    with database.write() as db:
        post = Made(team(db).id, "daily", "2026-06-08")
        posts.claim(db, post, due_at=NOW, state="on time", at=NOW)
        assert set(posts.made_since(db, NOW, [TeamId(post.team + more) for more in range(teams)])) == {post}
