"""What rules suggest to a lead: a reward for a big order, and what the next sale pays, told in private."""

from collections.abc import Iterator

from bot.command import Answer, Request, data
from bot.pay_facts import team_month
from bot.summary import leads_in_private
from bot.telling import private_chat
from kpi.entry import Entry, Measure
from kpi.ids import MemberId, TeamId
from kpi.message import Button, Message, Percent, Say, joined, say
from kpi.money import Money
from kpi.pay.ahead import Ahead, next_step
from kpi.pay.awards import Order, offers
from kpi.pay.facts import Reason, Stage
from kpi.pay.payroll import payroll
from kpi.pay.rules import RuleSet
from kpi.pay.terms import Gift
from kpi.period import Grain, period_of
from kpi.team import Team
from storage import members, pay_rewards, pay_rules
from storage.connection import Connection
from storage.pay_rewards import Given

NEAR = 10  # a step is near when the last tenth of the way to it is left


def after(request: Request, entry: Entry) -> Iterator[Answer]:
    """What a new entry brings up: to leads a big order, to its seller in private the step that is near."""
    month = period_of(Grain.MONTH, entry.lines[0].business_date)
    version = pay_rules.of_month(request.db, request.its_team.id, month)
    if version is None:
        return
    yield from _offered(request, entry, version.rule_set)
    if request.today in month:
        yield from _near(request, entry, version.rule_set)


def _offered(request: Request, entry: Entry, rules: RuleSet) -> Iterator[Answer]:
    settled = pay_rewards.orders_settled(request.db, request.its_team.id)
    for offer in offers(rules, tuple(_single_orders(entry)), settled):
        given = pay_rewards.offer(
            request.db,
            request.its_team.id,
            offer.member,
            offer.prize,
            Reason.BIG_ORDER,
            day=entry.lines[0].business_date,
            by=request.its_member.id,
            at=request.now,
            entry=entry.id,
        )
        if given is not None:
            lines = (say("offer-big-order", number=entry.id), given_line(request.db, request.its_team, given))
            row = offer_buttons(request.its_team.id, given)
            for chat in leads_in_private(request.db, request.its_team):
                yield Answer(Message(lines, (row,)), f"offer:{given.reward.ref}", chat=chat)


def _single_orders(entry: Entry) -> Iterator[Order]:
    """The order that an entry is about, when it is about one."""
    for member in sorted({line.member for line in entry.lines}):
        sums = {line.measure: line.value for line in entry.lines if line.member == member}
        if sums.get(Measure.ORDERS) == 1 and Measure.GROSS in sums:
            yield Order(entry.id, member, sums[Measure.GROSS])


def _near(request: Request, entry: Entry, rules: RuleSet) -> Iterator[Answer]:
    member = members.get(request.db, request.its_team.id, entry.lines[0].member)
    chat = None if member is None else private_chat(request.db, member)
    if member is None or chat is None:
        return
    month = period_of(Grain.MONTH, request.today)
    found = team_month(request.db, request.its_team, month, request.today, rules)
    facts = next((each for each in payroll(rules, found.months, found.net).months if each.member == member.id), None)
    ahead = None if facts is None else next_step(rules, facts)
    if facts is not None and ahead is not None and ahead.gap * NEAR <= facts.net + ahead.gap:
        yield Answer(Message((ahead_line(ahead, rules.currency),)), chat=chat)


def ahead_line(ahead: Ahead, currency: str) -> Say:
    """What the next step pays."""
    gap, now, then = (Money(amount, currency) for amount in (ahead.gap, ahead.now, ahead.then))
    if ahead.attained is None:
        return say("pay-ahead", gap=gap, now=now, then=then)
    return say("pay-ahead-target", gap=gap, now=now, then=then, attained=Percent(ahead.attained))


def given_line(db: Connection, team: Team, given: Given) -> Say:
    """A reward on a line: whose, what, what for, and how far it is."""
    prize, reward = given.reward.prize, given.reward
    amount = Money(prize.value if isinstance(prize, Gift) else prize.amount, team.currency)
    gift = isinstance(prize, Gift)
    state = "received" if gift and given.received_at is not None else reward.stage.value
    return say(
        "reward-line",
        parts=joined(
            say("plan-name", name=_name(db, team, given.member)),
            say("reward-gift", gift=prize.name, amount=amount) if isinstance(prize, Gift) else None,
            None if gift else say("reward-cash", amount=amount),
            say("pay-slip-note", note=reward.note) if reward.note else None,
            None if state == "given" else say(f"reward-state-{state}"),
        ),
    )


def _name(db: Connection, team: Team, member: MemberId) -> str:
    found = members.get(db, team.id, member)
    return "" if found is None else found.name


def offer_buttons(team: TeamId, given: Given) -> tuple[Button, ...]:
    """Give it, or not."""
    assert given.reward.stage is Stage.OFFERED  # noqa: S101
    ref = given.reward.ref
    return (
        Button(say("button-reward-yes"), data("reward-decide", team, ref, "yes")),
        Button(say("button-reward-no"), data("reward-decide", team, ref, "no")),
    )
