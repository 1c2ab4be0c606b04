"""奖励: cash and gifts that a lead gives, and what a rule suggests for a big order or for praise."""

import re
from collections.abc import Iterator

from bot.aim_words import read_amount
from bot.audit import note
from bot.awards import given_line, offer_buttons
from bot.called import Called, called, nobody
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, answer, data, within
from bot.leads import lead, of_this_team
from bot.pay_guard import unlawful
from bot.scene import in_team
from bot.telling import private_chat
from kpi.ids import TeamId
from kpi.message import Button, Message, say
from kpi.metrics import Metric
from kpi.pay.closing import MonthStage
from kpi.pay.facts import Stage
from kpi.pay.terms import Cash, Gift, Prize, RuleError
from kpi.period import Grain, period_of
from storage import members, pay_rewards, payrolls
from storage.pay_rewards import Given

reward = Capability()

_CASH, _GIFT = {"现金", "cash", "money"}, {"礼品", "礼物", "gift"}
_QUOTED = re.compile(r'["“”「」](.+?)["“”「」]')
_LONGEST = 60  # characters of what it is for
_MOST = 12  # rewards in a list
_WORDS = 3  # the kind, the gift, and its value


@reward.command(
    "reward",
    words=("奖励",),
    where=Where.PRIVATE,
    zh=("/reward", "/reward @阿强 现金 500 大客户", "奖励 小美 礼品 “护手霜” 80"),
    en=("/reward", "/reward @Ken cash 500 big customer", '/reward @Mei gift "hand cream" 80'),
)
def show_or_give(request: Request) -> Answers:
    """The rewards of the month: all for a lead, for everybody their own. A lead gives one in a line."""
    if not request.arguments:
        return (_listed(request),)
    lead(request)
    reason = unlawful(request, request.arguments)
    if reason is not None:
        return (answer(reason),)
    whom = called(request, request.arguments)
    if whom is None:
        raise nobody(request.arguments)
    prize, what_for = _read(request, whom.rest)
    return _give(request, whom, prize, what_for)


def _read(request: Request, text: str) -> tuple[Prize, str]:
    """The prize and what it is for. `Usage` for what is neither cash nor a gift."""
    if _minor(request, text.partition(" ")[0]) is not None:
        text = f"cash {text}"
    kind, _, rest = text.partition(" ")
    quoted = _QUOTED.match(rest.strip())
    if kind.casefold() in _CASH:
        amount, _, what_for = rest.strip().partition(" ")
        name = ""
    elif kind.casefold() in _GIFT and quoted is not None:
        name, (amount, _, what_for) = quoted[1], rest.strip()[quoted.end() :].strip().partition(" ")
    elif kind.casefold() in _GIFT and len(text.split(maxsplit=_WORDS)) >= _WORDS:
        _, name, amount, *more = text.split(maxsplit=_WORDS)
        what_for = "".join(more)
    else:
        raise Usage
    minor = _minor(request, amount)
    if minor is None:
        raise Usage
    try:
        return (Gift(name, minor) if name else Cash(minor)), within(what_for, _LONGEST)
    except RuleError:
        raise Refusal(say("reward-name-long")) from None


def _minor(request: Request, text: str) -> int | None:
    return read_amount(request, Metric.NET, text) if text else None


def _give(request: Request, whom: Called, prize: Prize, what_for: str) -> Answers:
    _refuse_closed(request)
    given = pay_rewards.give(
        request.db,
        request.its_team.id,
        whom.member.id,
        prize,
        day=request.today,
        note=what_for,
        by=request.its_member.id,
        at=request.now,
    )
    line = given_line(request.db, request.its_team, given)
    note(request, say("audit-reward", name=whom.member.name), new=line, member=whom.member)
    back = Button(say("button-reward-back"), data("reward-back", request.its_team.id, given.reward.ref))
    told = tuple(_tell(request, given)) if whom.member.id != request.its_member.id else ()
    return (answer(say("reward-given"), line, buttons=((back,),)), *told)


def _tell(request: Request, given: Given) -> Iterator[Answer]:
    """The receiver reads of it, and says so when a gift has arrived."""
    member = members.get(request.db, request.its_team.id, given.member)
    chat = None if member is None else private_chat(request.db, member)
    if chat is not None:
        line = given_line(request.db, request.its_team, given)
        yield Answer(
            Message((say("reward-for-you"), line), _received_row(request.its_team.id, given)),
            f"reward:{given.reward.ref}",
            chat=chat,
        )


def _received_row(team: TeamId, given: Given) -> tuple[tuple[Button, ...], ...]:
    if not isinstance(given.reward.prize, Gift) or given.received_at is not None:
        return ()
    return ((Button(say("button-reward-received"), data("reward-received", team, given.reward.ref)),),)


@reward.press("reward-received")
def received(request: Request) -> Answers:
    """A gift is there."""
    request, given = _at(request)
    if request.member is None or given.member != request.member.id:
        raise Refusal(say("reward-not-yours"))
    if not pay_rewards.receive(request.db, request.its_team.id, given.reward.ref, given.member, at=request.now):
        raise Refusal(say("button-old"))
    now = pay_rewards.get(request.db, request.its_team.id, given.reward.ref) or given
    line = given_line(request.db, request.its_team, now)
    return (Answer(Message((say("reward-for-you"), line)), f"reward:{given.reward.ref}"),)


@reward.press("reward-decide")
def decided(request: Request) -> Answers:
    """A lead says whether what a rule suggests is given."""
    request, given = _at(request)
    lead(request)
    stage = {"yes": Stage.GIVEN, "no": Stage.DECLINED}.get(request.value(2))
    if stage is None:
        raise Refusal(say("button-old"))
    _refuse_closed(request, given)
    ref, team = given.reward.ref, request.its_team
    if not pay_rewards.decide(request.db, team.id, ref, stage, by=request.its_member.id, at=request.now):
        raise Refusal(say("reward-decided"))
    now = pay_rewards.get(request.db, team.id, ref) or given
    line = given_line(request.db, team, now)
    member = members.get(request.db, team.id, given.member)
    note(request, say("audit-reward", name=member.name if member else ""), new=line, member=member)
    said = Answer(Message((say(f"reward-is-{stage.value}"), line)), f"offer:{ref}")
    return (said, *(_tell(request, now) if stage is Stage.GIVEN else ()))


@reward.press("reward-back")
def taken_back(request: Request) -> Answers:
    """A lead takes back what they gave, as long as the month is open and no gift has arrived."""
    request, given = _at(request)
    lead(request)
    _refuse_closed(request, given)
    if not pay_rewards.take_back(
        request.db, request.its_team.id, given.reward.ref, by=request.its_member.id, at=request.now
    ):
        raise Refusal(say("reward-decided"))
    now = pay_rewards.get(request.db, request.its_team.id, given.reward.ref) or given
    line = given_line(request.db, request.its_team, now)
    note(request, say("audit-reward-back"), old=line)
    return (answer(say("reward-back"), line, slot=f"reward-back:{given.reward.ref}"),)


def _listed(request: Request) -> Answer:
    month = period_of(Grain.MONTH, request.today)
    found = pay_rewards.within(request.db, request.its_team.id, month)
    mine = None if request.member is None else request.member.id
    shown = [each for each in found if request.is_lead or (each.member == mine and each.reward.stage is Stage.GIVEN)]
    lines = [given_line(request.db, request.its_team, each) for each in shown[-_MOST:]]
    rows = [
        offer_buttons(request.its_team.id, each)
        for each in shown[-_MOST:]
        if request.is_lead and each.reward.stage is Stage.OFFERED
    ]
    how = [say("reward-how")] if request.is_lead else []
    head = say("reward-head" if shown else "reward-none", month=month)
    return answer(head, *lines, *how, buttons=tuple(rows))


def _at(request: Request) -> tuple[Request, Given]:
    """The reward of a button, in its team."""
    wanted = TeamId(request.number(0))
    request = in_team(request, wanted)
    of_this_team(request, 0)
    found = pay_rewards.get(request.db, wanted, request.number(1))
    if found is None or request.in_group:
        raise Refusal(say("button-old"))
    return request, found


def _refuse_closed(request: Request, given: Given | None = None) -> None:
    """`Refusal` where the month's pay is closed."""
    month = period_of(Grain.MONTH, request.today if given is None else given.day)
    paid = payrolls.get(request.db, request.its_team.id, month)
    if paid is not None and paid.stage is MonthStage.CLOSED:
        raise Refusal(say("payroll-is-closed", month=month))
