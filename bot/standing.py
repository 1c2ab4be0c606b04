"""What everybody reported in a period, beside the same part of the one before, and who was to report at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.aims import aims
from kpi.board import Seller
from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.metrics import Sums, added
from kpi.period import Grain, Period, compared, period_of
from kpi.team import Member, Role, Team, role_of
from storage import calendars, members, totals
from storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Standing:
    """What a team reported in a period.

    `sellers` may stand on its board: everybody but viewers, also who left. `present` are those of them who did not
    leave the team, `away` those who do not work in the period. `targets` are those of the month that the period's last
    day so far lies in; the team's own stands under None.
    """

    total: Sums
    sellers: tuple[Seller, ...]
    present: tuple[Member, ...]
    away: frozenset[MemberId]
    targets: dict[MemberId | None, int]

    @property
    def expected(self) -> tuple[Member, ...]:
        """Whose report is missed when there is none: not of who is `away`, nor of leads, who sell when they like."""
        sellers = (member for member in self.present if role_of(member) is Role.SELLER)
        return tuple(member for member in sellers if member.id not in self.away)

    @property
    def missing(self) -> tuple[Member, ...]:
        reported = {seller.member for seller in self.sellers if seller.sums.get(Measure.REPORTS)}
        return tuple(member for member in self.expected if member.id not in reported)


def standing(db: Connection, team: Team, period: Period, today: date) -> Standing:
    """Where everybody stands in `period`, beside the same part of the period before."""
    sums = totals.by_member(db, team.id, period)
    before = totals.by_member(db, team.id, compared(period, today))
    due = aims(db, team, period_of(Grain.MONTH, so_far(period, today)))
    selling = [member for member in members.of_team(db, team.id) if role_of(member) is not Role.VIEWER]
    return Standing(
        added(*sums.values()),
        tuple(
            Seller(member.id, member.name, sums.get(member.id, {}), before.get(member.id, {}), due.get(member.id))
            for member in selling
        ),
        tuple(member for member in selling if member.active),
        _away(db, team, period, selling),
        due,
    )


def _away(db: Connection, team: Team, period: Period, selling: Sequence[Member]) -> frozenset[MemberId]:
    """Who does not work on any day of `period`: on leave, not there yet, or everybody on a rest day."""
    whole, own = calendars.of_members(db, team, period)
    return frozenset(member.id for member in selling if not own.get(member.id, whole).weight_of(period))


def so_far(period: Period, today: date) -> date:
    """The last day of `period` up to today."""
    return max(period.start, min(period.last, today))
