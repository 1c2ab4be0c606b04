"""`getUpdates`: confirmed by a higher offset and not otherwise."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.rejection import RejectedError
from bot.demo.updates import Updates
from bot.demo.values import Object


def filled(count: int) -> Updates:
    """`count` messages wait, numbered from 870000001."""
    updates = Updates()
    for number in range(1, count + 1):
        updates.add("message", {"message_id": number})
    return updates


def numbers(batch: list[Object]) -> list[int]:
    return [int(str(update["update_id"])) - 870_000_000 for update in batch]


async def take(updates: Updates, offset: int | None = None, limit: int = 100) -> list[int]:
    """One poll that does not wait. Offsets count from 870000000."""
    full = offset + 870_000_000 if offset is not None and offset > 0 else offset
    return numbers(await updates.take(full, limit, 0))


async def test_what_is_not_confirmed_comes_again() -> None:
    updates = filled(3)
    assert await take(updates) == [1, 2, 3]
    assert await take(updates) == [1, 2, 3]
    assert await take(updates, 3) == [3]
    assert await take(updates) == [3]
    assert await take(updates, 4) == []


async def test_a_negative_offset_keeps_only_the_newest() -> None:
    updates = filled(5)
    assert await take(updates, -2) == [4, 5]
    assert await take(updates) == [4, 5]


async def test_a_batch_has_at_most_a_hundred() -> None:
    updates = filled(120)
    assert len(await take(updates)) == 100
    assert await take(updates, limit=2) == [1, 2]


@pytest.mark.parametrize("limit", [-1, 0, 101])
async def test_other_limits_are_refused(limit: int) -> None:
    with pytest.raises(RejectedError, match="limit"):
        await take(filled(1), limit=limit)


@pytest.mark.parametrize(
    ("allowed", "kinds"),
    [
        (None, ["message", "my_chat_member"]),
        ([], ["message", "my_chat_member"]),
        (["message"], ["message"]),
        (["chat_member", "message"], ["message", "chat_member"]),
    ],
)
async def test_only_wanted_kinds_are_kept(allowed: list[str] | None, kinds: list[str]) -> None:
    updates = Updates()
    updates.allow(None if allowed is None else [*allowed])
    for kind in ("message", "chat_member", "message_reaction", "my_chat_member"):
        updates.add(kind, {})
    batch = await updates.take(None, 100, 0)
    assert [name for update in batch for name in update if name != "update_id"] == kinds


async def test_a_long_poll_ends_with_the_first_update() -> None:
    updates = Updates()
    poll = asyncio.create_task(updates.take(None, 100, 50))
    await asyncio.sleep(0)
    updates.add("message", {})
    assert numbers(await poll) == [1]


async def test_a_long_poll_ends_empty_when_its_time_is_over() -> None:
    assert await Updates().take(None, 100, 0.001) == []


async def test_the_poll_that_waits_gives_way_to_the_next_one() -> None:
    updates = Updates()
    older = asyncio.create_task(updates.take(None, 100, 50))
    await asyncio.sleep(0)
    newer = asyncio.create_task(updates.take(None, 100, 50))
    with pytest.raises(RejectedError, match="terminated by other getUpdates request") as rejected:
        await older
    assert rejected.value.code == 409
    updates.add("message", {})
    assert numbers(await newer) == [1]


async def test_a_poll_that_was_given_up_is_in_nobodys_way() -> None:
    updates = Updates()
    poll = asyncio.create_task(updates.take(None, 100, 50))
    await asyncio.sleep(0)
    poll.cancel()
    await asyncio.wait([poll])
    updates.add("message", {})
    assert await take(updates) == [1]


async def test_a_webhook_ends_polling() -> None:
    updates = filled(1)
    updates.webhook = "https://example.com/hook"
    with pytest.raises(RejectedError, match="webhook is active"):
        await take(updates)


async def test_a_redelivered_update_comes_once_more_whatever_was_confirmed() -> None:
    updates = filled(2)
    assert await take(updates, 3) == []
    updates.redeliver(870_000_001)
    assert await take(updates, 3) == [1]
    assert await take(updates, 2) == []


async def test_what_was_dropped_does_not_come_even_if_it_was_to_come_again() -> None:
    updates = filled(2)
    updates.redeliver(870_000_001)
    updates.drop()
    assert await take(updates) == []


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 5)), max_size=40))
def test_nothing_is_lost_or_repeated_for_who_confirms_what_it_kept(steps: list[tuple[bool, int]]) -> None:
    added = sum(count for arrives, count in steps if arrives)

    async def receive() -> list[int]:
        updates, kept = Updates(), list[int]()
        for arrives, count in [*steps, *[(False, 100)] * 3]:
            if arrives:
                for number in range(count):
                    updates.add("message", {"message_id": number})
            else:
                kept += await take(updates, kept[-1] + 1 if kept else None, count)
        return kept

    assert asyncio.run(receive()) == list(range(1, added + 1))
