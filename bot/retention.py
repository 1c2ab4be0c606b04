"""留人: facts that a lead should know before somebody leaves. No score, and nothing of anybody's private life."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.pay_market import reference_for
from kpi.message import Say, joined, say
from kpi.pay.base import BasePay, Standing, on
from kpi.period import Grain, Period
from kpi.team import Role, Team, role_of
from storage import base_pay, members, totals
from storage.connection import Connection

_WEEKS = timedelta(weeks=4)
_YEAR = timedelta(days=365)
_FALL = 2  # days reported less than in the four weeks before are worth a word


def retention_lines(db: Connection, team: Team, today: date) -> Iterator[Say]:
    """Who reports less than before, is paid below the range that is on record, or has had no rise in a year."""
    yield say("retain-head", team=team.name)
    now, before = (_days(db, team, today - back, today - back + _WEEKS) for back in (_WEEKS, 2 * _WEEKS))
    pay, posts = base_pay.of_team(db, team.id), base_pay.grades_of_members(db, team.id)
    references = base_pay.references(db, team.id)
    found = 0
    for member in members.of_team(db, team.id):
        if not member.active or role_of(member) is not Role.SELLER:
            continue
        was, is_ = before.get(member.id, 0), now.get(member.id, 0)
        amount = on(pay.get(member.id, ()), today)
        reference = reference_for(references, posts.get(member.id))
        fresh = reference is not None and not reference.outdated(today)
        below = bool(amount) and fresh and reference is not None and reference.standing(amount) is Standing.BELOW
        facts = joined(
            say("retain-falling", before=was, now=is_) if was - is_ >= _FALL else None,
            say("retain-below") if below else None,
            say("retain-no-rise") if _no_rise(pay.get(member.id, ()), today) else None,
        )
        if facts.parts:
            found += 1
            yield say("retain-line", name=member.name, facts=facts)
    if not found:
        yield say("retain-none")
    yield say("retain-foot")


def _days(db: Connection, team: Team, start: date, end: date) -> dict[int, int]:
    reported = totals.days_reported(db, team.id, Period(Grain.DAY, start, end))
    return {member: len(days) for member, days in reported.items()}


def _no_rise(records: tuple[BasePay, ...], today: date) -> bool:
    """Whether base pay was on record a year ago and is no more than that."""
    then = on(records, today - _YEAR)
    return 0 < on(records, today) <= then
