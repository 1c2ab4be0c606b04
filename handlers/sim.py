"""试算: what the rules of pay would bring, to the team's purse and to oneself."""

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, answer, data
from bot.leads import lead
from bot.pay_simulation import own_simulation, simulation
from kpi.message import Button, say
from kpi.pay.versions import RulesStage, Version
from kpi.period import Grain, period_of
from storage import pay_rules

sim = Capability()

_TEAM = {"team", "团队", "全队"}


@sim.command(
    "sim",
    words=("试算",),
    where=Where.PRIVATE,
    zh=("/sim", "试算 团队"),
    en=("/sim", "/sim team"),
)
def simulate_pay(request: Request) -> Answers:
    """One's own pay at some shares of one's target; for leads what the team would cost."""
    if request.arguments.casefold() in _TEAM:
        lead(request)
        return _of_team(request)
    if request.arguments:
        raise Usage
    return _own(request)


def _of_team(request: Request) -> Answers:
    version = _newest(request)
    if version is None:
        button = Button(say("button-bonus-new"), data("bonus-new", request.its_team.id))
        return (answer(say("sim-no-rules"), buttons=((button,),)),)
    team = request.its_team
    head = say("sim-head", number=version.number, stage=version.stage.value)
    return (Answer(simulation(request.db, team, version.rule_set, request.today, head)),)


def _own(request: Request) -> Answers:
    """By published rules only: a draft is nobody's promise."""
    member, team = request.member, request.its_team
    if member is None or not member.active:
        raise Refusal(say("not-a-member"))
    month = period_of(Grain.MONTH, request.today)
    version = pay_rules.of_month(request.db, team.id, month)
    if version is None:
        return (answer(say("pay-no-rules", month=month)),)
    lines = own_simulation(request.db, team, member, version.rule_set, request.today)
    if not lines:
        return (answer(say("sim-own-no-target-lead" if request.is_lead else "sim-own-no-target")),)
    return (answer(say("sim-own-head", month=month), *lines, say("sim-own-foot")),)


def _newest(request: Request) -> Version | None:
    """The newest draft, or the rules in force."""
    versions = pay_rules.of_team(request.db, request.its_team.id)
    drafts = [each for each in versions if each.stage is not RulesStage.PUBLISHED]
    in_force = pay_rules.of_month(request.db, request.its_team.id, period_of(Grain.MONTH, request.today))
    return drafts[-1] if drafts else in_force
