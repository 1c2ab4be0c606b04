"""What people are reminded of in the morning: owners before and on the day, leads once when something is overdue."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.plan import card, its_lead, owner_chat, slot
from kpi.message import Lane, Message, encode, say
from kpi.period import Grain, Period
from kpi.plan import Item, Reminder, reminder
from kpi.team import Chat, Team
from storage import calendars, plans
from storage.connection import Connection
from storage.outbox import Outgoing

_AROUND = timedelta(days=31)


def plan_reminders(db: Connection, team: Team, today: date) -> Iterator[Outgoing]:
    """The reminders of the local date `today`. What is overdue is marked as told."""
    items = plans.of_team(db, team.id)
    if not items:
        return
    calendar = calendars.of_team(db, team, Period(Grain.DAY, today - _AROUND, today + _AROUND))
    for item in items:
        found = reminder(item, today, calendar)
        if found is Reminder.OVERDUE:
            yield from _overdue(db, team, item, today)
        elif found is not None and (chat := owner_chat(db, team, item)) is not None:
            yield _sent(chat, item, today, found, card(db, team, item, today, lead=False))


def _overdue(db: Connection, team: Team, item: Item, today: date) -> Iterator[Outgoing]:
    told = replace(item, overdue_told=True)
    plans.save(db, told)
    for chat in its_lead(db, team, item):
        yield _sent(chat, told, today, Reminder.OVERDUE, card(db, team, told, today, lead=True))


def _sent(chat: Chat, item: Item, today: date, why: Reminder, shown: Message) -> Outgoing:
    message = Message((say(f"plan-remind-{why.value}", day=item.task.deadline), *shown.lines), shown.buttons)
    name = f"{slot(item.id)}:{today.isoformat()}"
    return Outgoing(chat.id, encode(message), Lane.BROADCAST, slot=name, scheduled=True)
