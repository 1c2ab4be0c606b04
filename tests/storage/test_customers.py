"""The customer book follows from the lines in force, whatever is corrected, undone or merged."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import IntegrityError

from kpi import customers as kpi
from kpi.customers import Customer
from kpi.entry import Entry, Line, Measure
from kpi.ids import CustomerId, EntryId, TelegramId
from kpi.period import Grain, Period, period_of
from kpi.team import Member, Team
from storage import bulk, chats, customers, entries, totals
from storage import tables as t
from storage.customers import Merge
from storage.database import Database
from tests.storage.given import JUNE, MONDAY, NOW, later, report, seller, team

NEW, REPEAT = Measure.NEW_CUSTOMERS, Measure.REPEAT_CUSTOMERS
TUESDAY = MONDAY + timedelta(days=1)
WEEKS = (period_of(Grain.WEEK, MONDAY), period_of(Grain.WEEK, MONDAY + timedelta(days=7)))


@dataclass
class Shop:
    """A team of two sellers. Entries are numbered as they come."""

    db: Connection
    team: Team
    mei: Member
    ken: Member
    refs: Iterator[int] = field(default_factory=lambda: iter(range(1000)))

    def customer(self, alias: str) -> CustomerId:
        return customers.named(self.db, self.team.id, alias)

    def line(self, said: Measure, alias: str, day: date = MONDAY, by: Member | None = None) -> Line:
        return Line(said, 1, day, (by or self.mei).id, customer=self.customer(alias))

    def named(self, *lines: Line) -> Entry:
        return report(self.db, self.mei, str(next(self.refs)), *lines)

    def new(self, alias: str, day: date = MONDAY, by: Member | None = None) -> Entry:
        return self.named(self.line(NEW, alias, day, by))

    def returning(self, alias: str, day: date = MONDAY, by: Member | None = None) -> Entry:
        return self.named(self.line(REPEAT, alias, day, by))

    def undo(self, entry: Entry) -> None:
        entries.replace(self.db, self.team.id, entry.id, (), by=self.mei.id, at=later(1))

    def merge(self, gone: str, kept: str) -> Merge:
        one, other = self.customer(gone), self.customer(kept)
        return customers.merge(self.db, self.team.id, gone=one, kept=other, by=self.mei.id, at=NOW)[0]

    def counts(self, period: Period = JUNE) -> tuple[int, int]:
        """How many new and how many returning customers the totals have."""
        sums = totals.by_member(self.db, self.team.id, period).values()
        new, returning = (sum(each.get(measure, 0) for each in sums) for measure in (NEW, REPEAT))
        return new, returning

    def book(self, member: Member | None = None) -> dict[str | None, tuple[int, int]]:
        """How many purchases of how much, by name."""
        found = customers.purchases(self.db, self.team.id, member=(member or self.mei).id)
        known = customers.of_numbers(self.db, self.team.id, {purchase.customer for purchase in found})
        return {s.customer.alias: (s.purchases, s.amount) for s in kpi.standings(found, known)}


@pytest.fixture
def shop(database: Database) -> Iterator[Shop]:
    with database.write() as db:
        ours = team(db)
        yield Shop(db, ours, seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2))


def test_req_06_the_same_alias_next_week_is_not_new_again(shop: Shop) -> None:
    shop.new("小红")
    shop.new("小红", MONDAY + timedelta(days=7))
    assert [shop.counts(week) for week in WEEKS] == [(1, 0), (0, 1)]


def test_an_alias_is_new_once_for_its_team_and_whoever_named_it_first_has_it(shop: Shop) -> None:
    shop.new("小红", by=shop.ken)
    shop.new("小红", TUESDAY)
    assert totals.by_member(shop.db, shop.team.id, JUNE) == {shop.ken.id: {NEW: 1}, shop.mei.id: {REPEAT: 1}}


def test_who_is_said_to_return_is_taken_at_their_word_and_not_new_later(shop: Shop) -> None:
    shop.returning("小红")
    shop.new("小红", TUESDAY)
    assert shop.counts() == (0, 2)


def test_when_the_first_report_is_taken_back_the_next_one_is_of_somebody_new(shop: Shop) -> None:
    first = shop.new("小红")
    shop.new("小红", MONDAY + timedelta(days=7))
    shop.undo(first)
    assert [shop.counts(week) for week in WEEKS] == [(0, 0), (1, 0)]
    entries.restore(shop.db, shop.team.id, first.id, by=shop.mei.id, at=later(2))
    assert [shop.counts(week) for week in WEEKS] == [(1, 0), (0, 1)]


def test_a_report_of_an_earlier_day_takes_the_new_customer_over(shop: Shop) -> None:
    shop.new("小红", TUESDAY)
    shop.new("小红", MONDAY, shop.ken)
    assert totals.by_member(shop.db, shop.team.id, JUNE) == {shop.ken.id: {NEW: 1}, shop.mei.id: {REPEAT: 1}}


def test_entries_that_are_taken_back_together_leave_the_next_one_as_that_of_somebody_new(shop: Shop) -> None:
    first, second = shop.new("小红"), shop.new("小红", TUESDAY)
    shop.new("小红", MONDAY + timedelta(days=7))
    bulk.take_back(shop.db, shop.team.id, [first.id, second.id], by=shop.mei.id, at=later(1))
    assert [shop.counts(week) for week in WEEKS] == [(0, 0), (1, 0)]


def test_a_correction_names_somebody_else_and_keeps_what_was_said_before(shop: Shop) -> None:
    entry = shop.new("小红")
    entries.replace(shop.db, shop.team.id, entry.id, [shop.line(NEW, "阿玲")], by=shop.mei.id, at=later(1))
    assert shop.book() == {"阿玲": (1, 0)}
    kept = shop.db.execute(select(t.line_customer.c.revision, t.line_customer.c.customer_id)).all()
    assert {tuple(row) for row in kept} == {(1, shop.customer("小红")), (2, shop.customer("阿玲"))}
    found = entries.get(shop.db, shop.team.id, entry.id)
    assert found is not None
    assert found.lines == (shop.line(NEW, "阿玲"),)


def test_the_same_lines_for_another_customer_are_another_report(shop: Shop) -> None:
    entry = shop.new("小红")
    again = entries.replace(shop.db, shop.team.id, entry.id, [shop.line(NEW, "小红")], by=shop.mei.id, at=later(1))
    assert again.revision == 1


def test_the_book_is_the_sellers_own_with_what_each_bought(shop: Shop) -> None:
    money = Line(Measure.GROSS, 19900, MONDAY, shop.mei.id, customer=shop.customer("小红"))
    shop.named(shop.line(NEW, "小红"), money)
    shop.returning("小红", TUESDAY)
    shop.new("阿玲", by=shop.ken)
    assert shop.book() == {"小红": (2, 19900)}
    assert shop.book(shop.ken) == {"阿玲": (1, 0)}


def test_purchases_are_told_in_their_order_with_who_sold_and_who_was_known(shop: Shop) -> None:
    shop.returning("小红", TUESDAY, shop.ken)
    shop.named(shop.line(NEW, "小红"), Line(Measure.GROSS, 500, MONDAY, shop.mei.id, customer=shop.customer("小红")))
    found = customers.purchases(shop.db, shop.team.id, customer=shop.customer("小红"))
    assert [(p.seller, p.day, p.amount, p.returning) for p in found] == [
        (shop.mei.id, MONDAY, 500, False),
        (shop.ken.id, TUESDAY, None, True),
    ]


@pytest.mark.parametrize("again", ["小红", " 小红 ", "小红\u3000"])
def test_a_name_is_one_customer_however_it_is_spaced(shop: Shop, again: str) -> None:
    assert shop.customer("小红") == shop.customer(again)


def test_case_and_width_make_no_other_customer_and_another_team_does(shop: Shop) -> None:
    anna = shop.customer("Anna")
    assert [shop.customer(name) for name in ("ANNA", "ａｎｎａ")] == [anna, anna]
    other = team(shop.db, -200)
    assert customers.named(shop.db, other.id, "Anna") != anna
    assert customers.find(shop.db, other.id, "anna") != customers.find(shop.db, shop.team.id, "anna")


@pytest.mark.parametrize(
    ("text", "found"),
    [("小红 299", ["小红"]), ("小红和阿玲", ["小红"]), ("红小 299", []), ("", []), ("%", []), ("100%", [])],
)
def test_only_ones_own_customers_are_found_in_a_text(shop: Shop, text: str, found: list[str]) -> None:
    shop.new("小红")
    shop.new("阿玲", by=shop.ken)
    shop.undo(shop.new("安安"))
    assert customers.mentioned(shop.db, shop.team.id, shop.mei.id, text) == found


def test_signs_of_patterns_in_names_find_their_own_name(shop: Shop) -> None:
    for name in ("50%", "a_b", "c\\"):
        shop.new(name)
    assert customers.mentioned(shop.db, shop.team.id, shop.mei.id, "小红 299") == []
    assert "a_b" in customers.mentioned(shop.db, shop.team.id, shop.mei.id, "A_B 299")


def test_req_17_after_a_merge_the_counts_drop_by_one_everywhere_and_undoing_it_brings_them_back(shop: Shop) -> None:
    shop.new("小红")
    shop.new("红姐", TUESDAY, shop.ken)
    merged = shop.merge("小红", "红姐")
    assert shop.counts() == (1, 1)
    assert len({p.customer for p in customers.purchases(shop.db, shop.team.id)}) == 1
    assert kpi.new_customers(customers.purchases(shop.db, shop.team.id), JUNE) == 1
    assert customers.find(shop.db, shop.team.id, "小红") == Customer(shop.customer("红姐"), "红姐")
    customers.unmerge(shop.db, shop.team.id, merged, by=shop.mei.id, at=later(1))
    assert shop.counts() == (2, 0)
    assert customers.merge_in_force(shop.db, shop.team.id, merged.id) is None
    kept = shop.db.execute(select(t.customer_merge.c.undone_by)).scalar_one()
    assert kept == shop.mei.id


def test_a_merge_and_its_undoing_tell_the_days_whose_counts_they_change(shop: Shop) -> None:
    shop.new("小红")
    shop.new("红姐", TUESDAY)
    numbers = {"gone": shop.customer("小红"), "kept": shop.customer("红姐")}
    merged, days = customers.merge(shop.db, shop.team.id, **numbers, by=shop.mei.id, at=NOW)
    assert days == {TUESDAY}
    assert customers.unmerge(shop.db, shop.team.id, merged, by=shop.mei.id, at=later(1)) == {TUESDAY}


def test_two_names_in_one_report_that_are_one_customer_are_one_purchase(shop: Shop) -> None:
    shop.named(shop.line(NEW, "小红"), shop.line(NEW, "红姐"))
    assert shop.counts() == (2, 0)
    shop.merge("小红", "红姐")
    assert shop.counts() == (1, 0)
    assert shop.book() == {"红姐": (1, 0)}


def test_merges_of_merges_lead_to_one_customer_and_each_can_be_undone(shop: Shop) -> None:
    for name in ("小红", "红姐", "王红"):
        shop.new(name)
    first = shop.merge("小红", "红姐")
    second = shop.merge("红姐", "王红")
    assert shop.book() == {"王红": (3, 0)}
    customers.unmerge(shop.db, shop.team.id, first, by=shop.mei.id, at=later(1))
    assert shop.book() == {"小红": (1, 0), "王红": (2, 0)}
    assert shop.counts() == (2, 1)
    shop.merge("小红", "红姐")
    customers.unmerge(shop.db, shop.team.id, second, by=shop.mei.id, at=later(2))
    assert shop.book() == {"红姐": (2, 0), "王红": (1, 0)}


def test_who_was_merged_is_not_merged_again(shop: Shop) -> None:
    for name in ("小红", "红姐", "王红"):
        shop.customer(name)
    shop.merge("小红", "红姐")
    with pytest.raises(IntegrityError), shop.db.begin_nested():
        shop.merge("小红", "王红")


def test_another_name_is_given_unless_somebody_else_has_it(shop: Shop) -> None:
    shop.new("小红")
    shop.customer("阿玲")
    mei = shop.team.id
    assert not customers.rename(shop.db, mei, shop.customer("小红"), "阿玲")
    assert customers.rename(shop.db, mei, shop.customer("小红"), "红姐")
    assert shop.book() == {"红姐": (1, 0)}
    assert customers.find(shop.db, mei, "小红") is None


def test_a_merged_customer_may_take_back_the_name_that_was_merged_into_it(shop: Shop) -> None:
    shop.new("小红")
    shop.merge("小红", "红姐")
    kept = shop.customer("红姐")
    assert customers.rename(shop.db, shop.team.id, kept, "小红")
    assert customers.find(shop.db, shop.team.id, "红姐") == Customer(kept, "小红")


def test_who_is_forgotten_leaves_figures_without_a_name_and_may_come_back_as_somebody_else(shop: Shop) -> None:
    shop.new("小红")
    shop.new("红姐")
    shop.merge("小红", "红姐")
    customers.forget(shop.db, shop.team.id, shop.customer("红姐"))
    assert shop.book() == {None: (2, 0)}
    assert shop.db.execute(select(func.count()).where(t.customer.c.alias.is_not(None))).scalar_one() == 0
    shop.new("小红", TUESDAY)
    assert shop.book() == {"小红": (1, 0), None: (2, 0)}


def test_two_teams_that_turn_out_to_be_one_group_have_one_customer_of_a_name(database: Database) -> None:
    with database.write() as db:
        ours, stray = team(db, -100), team(db, -1001)
        known = Shop(db, ours, seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2))
        ahead = Shop(db, stray, seller(db, stray, "小美", 1), seller(db, stray, "Ali", 3), iter(range(1000, 2000)))
        known.new("小红")
        known.new("红姐")
        known.merge("小红", "红姐")
        ahead.new("小红", TUESDAY)
        ahead.new("阿玲", TUESDAY)
        ahead.new("玲姐", TUESDAY)
        ahead.merge("阿玲", "玲姐")
        chats.move_chat(db, TelegramId(-100), TelegramId(-1001))
        assert known.book() == {"红姐": (3, 0), "玲姐": (2, 0)}
        assert known.counts() == (2, 3)


NAMES = st.lists(st.tuples(st.sampled_from("abcd"), st.booleans(), st.integers(0, 9), st.booleans()), max_size=3)
STEPS = st.lists(
    st.tuples(st.sampled_from(["record", "replace", "undo", "restore", "merge", "unmerge"]), st.integers(0, 9), NAMES),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
@example(steps=[("record", 0, [("a", True, 0, False), ("a", False, 0, True)])])  # two sellers of one report
def test_whatever_is_reported_corrected_and_merged_the_totals_equal_a_rebuild_and_the_book(
    sqlite_database: Database, steps: list[tuple[str, int, list[tuple[str, bool, int, bool]]]]
) -> None:
    with sqlite_database.write() as db, db.begin_nested() as trial:
        ours = team(db)
        shop = Shop(db, ours, seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2))
        booked: list[EntryId] = []
        merges: list[Merge] = []
        for step, which, told in steps:
            lines = [
                shop.line(NEW if new else REPEAT, name, MONDAY + timedelta(days=day), shop.mei if mei else shop.ken)
                for name, new, day, mei in told
            ]
            entry = booked[which % len(booked)] if booked else None
            if step == "record" or entry is None:
                booked.append(shop.named(*lines).id)
            elif step in {"replace", "undo"}:
                replacing = lines if step == "replace" else []
                entries.replace(db, ours.id, entry, replacing, by=shop.mei.id, at=later(1))
            elif step == "restore":
                entries.restore(db, ours.id, entry, by=shop.mei.id, at=later(1))
            elif step == "merge":
                merges += merged(shop, "abcd"[which % 4], "abcd"[which // 4 % 4])
            elif merges:
                customers.unmerge(db, ours.id, merges.pop(which % len(merges)), by=shop.mei.id, at=later(1))
        kept = totals.by_member_day(db, ours.id, JUNE)
        totals.rebuild(db, ours.id)
        assert totals.by_member_day(db, ours.id, JUNE) == kept
        assert shop.counts()[0] == kpi.new_customers(customers.purchases(db, ours.id), JUNE)
        assert sum(shop.counts()) == len(customers.purchases(db, ours.id))
        trial.rollback()


def merged(shop: Shop, one: str, other: str) -> list[Merge]:
    """The merge of two who are not the same yet."""
    both = customers.of_numbers(shop.db, shop.team.id, [shop.customer(one), shop.customer(other)])
    gone, kept = both[shop.customer(one)].id, both[shop.customer(other)].id
    if gone == kept:
        return []
    return [customers.merge(shop.db, shop.team.id, gone=gone, kept=kept, by=shop.mei.id, at=NOW)[0]]
