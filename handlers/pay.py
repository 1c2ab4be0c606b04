"""What somebody is paid: their own slip, in private, and what the next step pays."""

from collections.abc import Iterator

from bot.awards import ahead_line
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, answer
from bot.leads import refuse_viewer
from bot.pay_facts import team_month
from bot.pay_slip import slip_lines
from bot.payslip import own_slip, slot
from bot.periods import read_period
from handlers.pay_base import PARTS, about_base
from kpi.ids import MemberId
from kpi.message import Say, say
from kpi.pay.ahead import next_step
from kpi.pay.facts import MemberMonth
from kpi.pay.payroll import payroll
from kpi.pay.rules import RuleSet
from kpi.period import Grain, Period
from kpi.team import Member
from storage import outbox, pay_rules, payrolls

pay = Capability()


@pay.command(
    "pay",
    words=("工资", "我的工资"),
    where=Where.PRIVATE,
    zh=("/pay", "工资 6月", "/pay base @小美 3000", '/pay market 客服 2800 4200 "招聘网 6月"', "/pay grade 客服 3 2 1"),
    en=(
        "/pay",
        "/pay June",
        "/pay base @Mei 3000",
        '/pay market support 2800 4200 "job site"',
        "/pay grade support 3 2 1",
    ),
)
def own_pay(request: Request) -> Answers:
    """One's own pay of a month: as it was told, or as it stands. Nobody else's."""
    refuse_viewer(request, "viewers-no-pay")
    word, _, rest = request.arguments.partition(" ")
    if (part := PARTS.get(word.casefold())) is not None:
        return about_base(request, part, rest.strip())
    member = request.member
    if member is None or not member.active:
        raise Refusal(say("not-a-member"))
    month = read_period(request.arguments or "month", request.today)
    if month is None or month.grain is not Grain.MONTH or month.start > request.today:
        raise Usage
    return _told(request, member.id, month) or (answer(*_so_far(request, member, month)),)


def _told(request: Request, member: MemberId, month: Period) -> tuple[Answer, ...]:
    """The slip that was made of a month, where it is seen; nothing before there is one."""
    found = payrolls.get(request.db, request.its_team.id, month)
    if found is None:
        return ()
    slips = payrolls.slips(request.db, request.its_team.id, found.id)
    own = next((each for each in slips if each.slip.member == member), None)
    if own is None:
        return ()
    outbox.forget_slot(request.db, request.chat.id, slot(own))
    return (Answer(own_slip(request.db, request.its_team, found, own), slot(own)),)


def _so_far(request: Request, member: Member, month: Period) -> Iterator[Say]:
    version = pay_rules.of_month(request.db, request.its_team.id, month)
    if version is None:
        yield say("pay-no-rules", month=month)
        return
    rules = version.rule_set
    found = team_month(request.db, request.its_team, month, min(request.today, month.last), rules)
    told = payroll(rules, found.months, found.net)
    own = next((each for each in zip(told.months, told.slips, strict=True) if each[1].member == member.id), None)
    if own is None:
        yield say("pay-nothing", month=month)
        return
    facts, slip = own
    yield say("pay-head-so-far", month=month)
    yield from slip_lines(slip, rules.currency)
    if request.today in month:
        yield from _ahead(rules, facts)


def _ahead(rules: RuleSet, facts: MemberMonth) -> Iterator[Say]:
    """What the next step pays."""
    ahead = next_step(rules, facts)
    if ahead is not None:
        yield ahead_line(ahead, rules.currency)
