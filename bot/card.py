"""The card that answers a report: what was understood, the day it counts for, and where that leaves the seller."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from bot.aims import aims
from bot.command import Answer, data
from bot.customers import counting
from bot.feedback import complaint_of, settling, words
from bot.switches import off_note
from kpi.board import attainment
from kpi.calendar import Calendar
from kpi.cascade import of_day
from kpi.entry import MONEY_MEASURES, Entry, How, Line, Measure
from kpi.ids import MemberId
from kpi.message import Button, Joined, Message, Minutes, Number, Percent, Say, joined, say
from kpi.metrics import Metric, Sums, net, value
from kpi.money import Money, round_half_up
from kpi.period import Grain, Period, business_date, period_of
from kpi.team import Team
from storage import calendars, chats, day_reports, entries, members, outbox, totals
from storage.connection import Connection

# In the order in which sellers say them.
SHOWN = (
    Measure.ORDERS,
    Measure.UNITS,
    Measure.RETURNED_UNITS,
    Measure.BUYERS,
    Measure.GROSS,
    Measure.REFUNDED_ORDERS,
    Measure.REFUNDS,
    Measure.NEW_CUSTOMERS,
    Measure.REPEAT_CUSTOMERS,
    Measure.CONTACTS,
    Measure.INQUIRIES,
    Measure.VISITORS,
    Measure.PAGE_VIEWS,
    Measure.COMPLAINTS,
    Measure.WITHDRAWN_COMPLAINTS,
    Measure.RATINGS,
    Measure.POSITIVE_RATINGS,
    Measure.SHIPPED,
)


def slot(entry: Entry) -> str:
    """The name of the one message in a chat that shows `entry` and is edited as it changes."""
    return f"entry:{entry.id}"


def everywhere(db: Connection, entry: Entry, said: Answer) -> tuple[Answer, ...]:
    """The card of `entry` in every chat that shows it; in the chat at hand when none does."""
    shown = outbox.shown_in(db, slot(entry))
    return tuple(replace(said, chat=chats.chat(db, chat)) for chat in shown) or (said,)


def card(db: Connection, team: Team, entry: Entry, today: date, *notes: Say) -> Answer:
    """The card of `entry` as it stands now. `notes` come last."""
    if entry.undone:
        said = replaced_by_report(db, entry) or say("card-undone", number=entry.id)
        return Answer(Message((said, *notes), restoring(db, entry)), slot(entry))
    buttons = (
        Button(say("button-change"), data("change", entry.id)),
        Button(say("button-undo"), data("undo", entry.id)),
    )
    unused, switching = off_note(db, team, entry, SHOWN)
    lines = (
        *_understood(db, team, entry),
        *words(db, team, entry),
        *_put_right(db, team, entry),
        *_why_that_day(team, entry),
        *_standing(db, team, entry, today),
        *unused,
        *notes,
    )
    complaint = complaint_of(db, team, entry)
    rows = (buttons,) if complaint is None else (buttons, settling(complaint))
    return Answer(Message(lines, (*rows, *switching)), slot(entry), acknowledges=True)


def replaced_by_report(db: Connection, entry: Entry) -> Say | None:
    """That a report of the day's totals took the place of `entry`, if one did."""
    report = day_reports.over(db, entry.team, entry.id)
    return None if report is None else say("card-replaced", number=entry.id, report=report)


def gone(db: Connection, entry: Entry) -> Say:
    """Why `entry`, which is undone, cannot be changed, and what to do about it."""
    return replaced_by_report(db, entry) or say("edit-undone", number=entry.id)


def restoring(db: Connection, entry: Entry) -> tuple[tuple[Button, ...], ...]:
    """The button that brings an undone entry back; none while a report of the day stands in its place."""
    if replaced_by_report(db, entry) is not None:
        return ()
    return ((Button(say("button-restore"), data("restore", entry.id)),),)


def figures(lines: Iterable[Line], currency: str) -> Joined:
    """What the lines say, summed by measure."""
    sums = sums_of(lines)
    told = [figure(measure, sums[measure], currency) for measure in SHOWN if sums.get(measure)]
    told += [say(key, value=Number(mean, places)) for key, mean, places in _means(sums)]
    return joined(*told) if told else joined(say("figure-nothing-sold"))


def _means(sums: Sums) -> Iterator[tuple[str, Fraction, int]]:
    """What counts of ratings and of shipped orders come to for each of them, with its decimals."""
    ratings, shipped = sums.get(Measure.RATINGS), sums.get(Measure.SHIPPED)
    if ratings:
        yield "figure-stars-each", Fraction(sums.get(Measure.RATING_STARS, 0), ratings), 2
    if shipped:
        yield "figure-hours-each", Fraction(sums.get(Measure.HANDLING_MINUTES, 0), 60 * shipped), 1


def differences(db: Connection, team: Team, before: Sequence[Line], after: Sequence[Line]) -> Joined:
    """What was put right, each with what it was before: ¥285.00 → ¥258.00."""
    was, now = sums_of(before), sums_of(after)
    return Joined(
        (
            *_different("card-whose", _names(db, team, before), _names(db, team, after)),
            *_different("card-day", _days(before), _days(after)),
            *(
                say("card-change", before=_shown(measure, was, team), after=_shown(measure, now, team))
                for measure in SHOWN
                if was.get(measure) != now.get(measure)
            ),
        )
    )


def _shown(measure: Measure, sums: Sums, team: Team) -> Joined | None:
    value = sums.get(measure)
    return joined(figure(measure, value, team.currency)) if value else None


def _different(key: str, before: Sequence[str | date], after: Sequence[str | date]) -> list[Say]:
    """One change of whose or of when it is; nothing when it is the same, or of several."""
    if before == after or len(before) != 1 or len(after) != 1:
        return []
    return [say(key, before=before[0], after=after[0])]


def _names(db: Connection, team: Team, lines: Sequence[Line]) -> list[str]:
    return [_name(db, team, member) for member in sorted({line.member for line in lines})]


def _days(lines: Sequence[Line]) -> list[date]:
    return sorted({line.business_date for line in lines})


def sums_of(lines: Iterable[Line]) -> Sums:
    """What the lines add up to, by measure."""
    sums: Sums = {}
    for line in lines:
        sums[line.measure] = sums.get(line.measure, 0) + line.value
    return sums


def _put_right(db: Connection, team: Team, entry: Entry) -> list[Say]:
    """What the last correction changed."""
    if entry.revision == 1:
        return []
    before = entries.revisions(db, team.id, entry.id).get(entry.revision - 1, ())
    changes = differences(db, team, before, entry.lines) if before else Joined(())
    return [say("card-corrected", changes=changes)] if changes.parts else []


def figure(measure: Measure, amount: int, currency: str) -> Say:
    """One measure with its value in words."""
    shown = Money(amount, currency) if measure in MONEY_MEASURES else amount
    return say(f"figure-{measure.value.replace('_', '-')}", value=shown)


def figure_of_days(measure: Measure, amount: int, currency: str) -> Say:
    """The same over several days: who came on two of them is two visits (人次), and no number of visitors."""
    return say("figure-visits", value=amount) if measure is Measure.VISITORS else figure(measure, amount, currency)


def _understood(db: Connection, team: Team, entry: Entry) -> list[Say]:
    """A line for each member and day of the entry, the customers it names, and who typed it if that was another."""
    groups: dict[tuple[MemberId, date], list[Line]] = {}
    counts = counting(db, team, entry)
    for line in counts.lines:
        groups.setdefault((line.member, line.business_date), []).append(line)
    said = [
        say(
            "card-line",
            number=entry.id,
            name=_name(db, team, member),
            day=day,
            figures=figures(lines, team.currency),
        )
        for (member, day), lines in groups.items()
    ]
    if entry.how is How.LEAD:
        said.append(say("card-by", name=_name(db, team, entry.author)))
    return [*said, *counts.notes, *_adjustments(entry, team.currency)]


def _adjustments(entry: Entry, currency: str) -> list[Say]:
    """Which locked day a refund is for that counts on another."""
    refunds: Counter[date] = Counter()
    for line in entry.lines:
        if line.for_day is not None and line.measure is Measure.REFUNDS:
            refunds[line.for_day] += line.value
    return [say("card-adjustment", day=day, amount=Money(minor, currency)) for day, minor in sorted(refunds.items())]


def _name(db: Connection, team: Team, member: MemberId) -> str:
    found = members.get(db, team.id, member)
    return found.name if found else ""


def _why_that_day(team: Team, entry: Entry) -> list[Say]:
    """Says so when the entry counts for the day before because the team closes its day after midnight."""
    calendar = business_date(entry.recorded_at, team.zone)
    day = business_date(entry.recorded_at, team.zone, team.day_close)
    if calendar == day or all(line.business_date != day for line in entry.lines):
        return []
    return [say("card-before-close", day=day, close=Minutes(team.day_close))]


def _standing(db: Connection, team: Team, entry: Entry, today: date) -> list[Say]:
    """The day and the month of the member that the entry is for."""
    member, day = entry.lines[0].member, entry.lines[0].business_date
    month = period_of(Grain.MONTH, day)
    on_day, of_month = totals.of_day_and_period(db, team.id, member, day, month)
    target = aims(db, team, month).get(member)
    due = None if target is None else of_day(target, month, day, _calendar(db, team, member, month))
    return [
        _on_day(on_day, day, today, team.currency),
        *(_day_target(net(on_day), due, team.currency) if due else []),
        say(
            "card-this-month" if today in month else "card-that-month",
            month=month,
            sums=_month(of_month, target, team.currency),
        ),
    ]


def its_day(db: Connection, team: Team, entry: Entry, today: date) -> Say:
    """What its member has on the day of `entry`, as the books stand now."""
    line = entry.lines[0]
    day = period_of(Grain.DAY, line.business_date)
    sums, _ = totals.of_day_and_period(db, team.id, line.member, line.business_date, day)
    return _on_day(sums, line.business_date, today, team.currency)


def _on_day(sums: Sums, day: date, today: date, currency: str) -> Say:
    return say("card-today" if day == today else "card-that-day", day=day, what=summary(sums, currency))


def _calendar(db: Connection, team: Team, member: MemberId, month: Period) -> Calendar:
    """When the member works in `month`."""
    whole, own = calendars.of_members(db, team, month)
    return own.get(member, whole)


def _day_target(reached: int, due: int, currency: str) -> list[Say]:
    """How much of what the day was to bring there is, and what is still missing."""
    missing = Money(due - reached, currency)
    share, target = Percent(attainment(reached, due)), Money(due, currency)
    if missing.minor <= 0:
        return [say("card-day-reached", target=target, attainment=share)]
    return [say("card-day-target", target=target, attainment=share, missing=missing)]


def _month(sums: Sums, target: int | None, currency: str) -> Joined:
    reached = Money(net(sums), currency)
    if target is None:
        return joined(say("card-month", net=reached))
    share = Percent(attainment(reached.minor, target))
    return joined(say("card-month-target", net=reached, target=Money(target, currency), attainment=share))


def summary(sums: Sums, currency: str) -> Joined:
    """Net sales, and orders, revenue per buyer or else per order, and new customers where there are any."""
    orders, new = sums.get(Measure.ORDERS), sums.get(Measure.NEW_CUSTOMERS)
    return joined(
        say("figure-net", value=Money(net(sums), currency)),
        say("figure-orders", value=orders) if orders else None,
        _for_each(sums, currency),
        say("figure-new-customers", value=new) if new else None,
    )


def _for_each(sums: Sums, currency: str) -> Say | None:
    """客单价 where the buyers of all sales are known, else 笔单价, each under its own name.

    None for neither, and where more was given back than the sales whose orders are known brought.
    """
    gross = sums.get(Measure.GROSS)
    by_buyer = bool(gross) and gross == sums.get(Measure.GROSS_OF_BUYERS)
    metric, key = (Metric.PER_BUYER, "figure-per-buyer") if by_buyer else (Metric.AOV, "figure-aov")
    each = value(metric, sums)
    return None if each is None or each < 0 else say(key, value=Money(round_half_up(each), currency))
