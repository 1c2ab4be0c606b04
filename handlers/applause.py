"""好评: a customer's praise that a seller sends, best with a picture; a lead says whether it counts."""

from collections.abc import Iterator

from bot.audit import note
from bot.command import Answer, Answers, Capability, Refusal, Request, answer, data, within
from bot.leads import lead, of_this_team, refuse_viewer
from bot.scene import in_team
from bot.summary import leads_in_private
from bot.telling import private_chat
from kpi.ids import TeamId
from kpi.message import Button, Message, Say, say
from kpi.pay.facts import Reason, Stage
from kpi.pay.rules import Praise as PraiseRule
from kpi.period import Grain, period_of
from storage import members, pay_rewards, pay_rules, praises
from storage.praises import Praise

applause = Capability()

_LONGEST = 300  # characters
_MOST = 10  # in a list


@applause.command(
    "praise",
    words=("好评", "praise"),
    zh=("好评 客户说用了皮肤变好了", "/praise"),
    en=("/praise She says her skin is better", "/praise"),
)
def send(request: Request) -> Answers:
    """Praise, with a picture of it or without; alone, what came this month."""
    refuse_viewer(request)
    if request.member is None or not request.member.active:
        raise Refusal(say("not-a-member"))
    words = within(request.arguments, _LONGEST)
    if not words and request.photo is None:
        return (_listed(request),)
    added = praises.add(
        request.db,
        request.its_team.id,
        request.member.id,
        day=request.today,
        photo=request.photo,
        words=words,
        at=request.now,
    )
    key = "praise-sent" if request.photo else "praise-sent-bare"
    return (answer(say(key)), *_to_leads(request, added))


def _to_leads(request: Request, praise: Praise) -> Iterator[Answer]:
    lines, buttons = _lines(request, praise), _buttons(request.its_team.id, praise)
    for chat in leads_in_private(request.db, request.its_team):
        yield Answer(Message(lines, (buttons,), photo=praise.photo), f"praise:{praise.id}", chat=chat)


def _lines(request: Request, praise: Praise) -> tuple[Say, ...]:
    who = members.get(request.db, request.its_team.id, praise.member)
    key = "praise-of" if praise.photo else "praise-of-bare"
    words = (say("praise-words", words=praise.words),) if praise.words else ()
    return (say(key, name=who.name if who else "", day=praise.day), *words)


def _buttons(team: TeamId, praise: Praise) -> tuple[Button, ...]:
    return (
        Button(say("button-praise-yes"), data("praise", team, praise.id, "yes")),
        Button(say("button-praise-no"), data("praise", team, praise.id, "no")),
    )


@applause.press("praise")
def decide(request: Request) -> Answers:
    """A lead says whether it counts; where a rule pays for praise, it is given then."""
    request = in_team(request, TeamId(request.number(0)))
    of_this_team(request, 0)
    by = lead(request)
    found = praises.get(request.db, request.its_team.id, request.number(1))
    stage = {"yes": Stage.GIVEN, "no": Stage.DECLINED}.get(request.value(2))
    if found is None or stage is None or request.in_group:
        raise Refusal(say("button-old"))
    if not praises.decide(request.db, request.its_team.id, found.id, stage, by=by.id):
        raise Refusal(say("reward-decided"))
    member = members.get(request.db, request.its_team.id, found.member)
    note(request, say("audit-praise", name=member.name if member else ""), new=say(f"praise-is-{stage.value}"))
    if stage is Stage.GIVEN:
        _pay(request, found)
    lines = (*_lines(request, found), say(f"praise-is-{stage.value}"))
    shown = Answer(Message(lines, photo=found.photo), f"praise:{found.id}")
    chat = private_chat(request.db, member) if member else None
    told = [Answer(Message((say(f"praise-told-{stage.value}"),)), chat=chat)] if chat else []
    return (shown, *told)


def _pay(request: Request, praise: Praise) -> None:
    """What a rule of pay gives for praise, counted in its month."""
    month = period_of(Grain.MONTH, praise.day)
    version = pay_rules.of_month(request.db, request.its_team.id, month)
    rule = next((each for each in version.rule_set.rules if isinstance(each, PraiseRule)), None) if version else None
    if rule is None:
        return
    team, by, at = request.its_team.id, request.its_member.id, request.now
    given = pay_rewards.offer(
        request.db, team, praise.member, rule.prize, Reason.PRAISE, day=praise.day, by=by, at=at, note=praise.words
    )
    if given is not None:
        pay_rewards.decide(request.db, team, given.reward.ref, Stage.GIVEN, by=by, at=at)


def _listed(request: Request) -> Answer:
    month = period_of(Grain.MONTH, request.today)
    mine = None if request.is_lead else request.its_member.id
    found = [each for each in praises.within(request.db, request.its_team.id, month) if mine in {None, each.member}]
    if request.in_group:
        found = [each for each in found if each.stage is Stage.GIVEN]
    names = {member.id: member.name for member in members.of_team(request.db, request.its_team.id)}
    lines = [say(f"praise-line-{each.stage.value}", name=names[each.member], day=each.day) for each in found[-_MOST:]]
    return answer(say("praise-head" if found else "praise-none", month=month), *lines, say("praise-how"))
