"""Of a report or a change for several members each hears in private of their own figures alone."""

import dataclasses
from datetime import date, timedelta

import pytest

from bot.telling import listed, reported, retold
from kpi.entry import Entry, How, Line, Measure
from kpi.team import Member, Role
from storage import chats, entries
from tests.bot.shop import Shop, lines, local

DAY = date(2026, 6, 8)
NOON = local(DAY, 12)


@pytest.fixture
def lead(shop: Shop) -> Member:
    return shop.member("林小花", Role.LEAD, private="zh")


def booked(shop: Shop, lead: Member, *told: Line) -> Entry:
    return entries.record(
        shop.db, shop.team.id, author=lead.id, source="telegram", source_ref="1:1", how=How.LEAD, lines=told, at=NOON
    )


def gross(member: Member, amount: int) -> Line:
    return Line(Measure.GROSS, amount * 100, DAY, member.id)


def test_each_hears_of_their_own_figures_in_their_own_chat_and_language(shop: Shop, lead: Member) -> None:
    mei, ken = shop.member("小美", private="zh"), shop.member("Ken", private="en")
    entry = booked(shop, lead, gross(mei, 450), gross(ken, 98), gross(lead, 7))
    to_mei, to_ken = reported(shop.request(lead, NOON), entry)
    assert (to_mei.chat, to_ken.chat) == (shop.private_chat(mei), shop.private_chat(ken))
    assert lines(to_mei) == ["📝 花花美妆：林小花 替你报了 #1（6月8日）", "¥450.00"]
    assert lines(to_ken, "en") == ["📝 花花美妆: 林小花 reported #1 for you (Jun 8)", "¥98.00"]


def test_who_blocked_the_bot_or_never_wrote_to_it_is_not_told(shop: Shop, lead: Member) -> None:
    mei, ken = shop.member("小美"), shop.member("Ken", private="zh")
    chats.close_chat(shop.db, shop.private_chat(ken).id, "blocked", NOON)
    entry = booked(shop, lead, gross(mei, 450), gross(ken, 98))
    assert list(reported(shop.request(lead, NOON), entry)) == []


def test_a_list_tells_each_of_their_own_days_the_last_seven_of_them(shop: Shop, lead: Member) -> None:
    mei, ken = shop.member("小美", private="zh"), shop.member("Ken", private="en")
    days = [DAY - timedelta(days=back) for back in range(8)]
    told = [dataclasses.replace(gross(mei, 10 + n), business_date=day) for n, day in enumerate(days)]
    to_mei, to_ken = listed(shop.request(lead, NOON), [*told, gross(ken, 98), gross(lead, 5)])
    assert lines(to_mei) == [
        "📋 花花美妆：林小花 用名单替你报了",
        *(f"6月{day.day}日 ¥{10 + n}.00" for n, day in reversed(list(enumerate(days[:7])))),
        "……还有之前的 1 天",
    ]
    assert lines(to_ken, "en") == ["📋 花花美妆: 林小花 reported for you by a list", "Jun 8 ¥98.00"]


CHANGES = [
    # 小美's and Ken's amounts before and after (0: none), and who hears what
    ((450, 98), (450, 90), [("Ken", "改了你的")]),
    ((450, 98), (450, 98), []),
    ((450, 98), (0, 98), [("小美", "撤回了你的")]),
    ((450, 0), (0, 450), [("小美", "撤回了你的"), ("Ken", "恢复了你的")]),
    ((450, 98), (0, 0), [("小美", "撤回了你的"), ("Ken", "撤回了你的")]),
]


@pytest.mark.parametrize(("before", "after", "told"), CHANGES)
def test_only_those_whose_figures_changed_are_told(
    shop: Shop, lead: Member, before: tuple[int, int], after: tuple[int, int], told: list[tuple[str, str]]
) -> None:
    people = (shop.member("小美", private="zh"), shop.member("Ken", private="zh"))
    old, new = (
        tuple(gross(member, amount) for member, amount in zip(people, amounts, strict=True) if amount)
        for amounts in (before, after)
    )
    entry = dataclasses.replace(booked(shop, lead, *old), lines=new)
    names = {shop.private_chat(member): member.name for member in people}
    answers = list(retold(shop.request(lead, NOON), entry, old))
    assert [names[answer.chat] for answer in answers if answer.chat] == [name for name, _ in told]
    assert all(words in lines(answer)[0] for answer, (_, words) in zip(answers, told, strict=True))
