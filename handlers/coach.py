"""Coaching: what is worth a talk, what leads made of it, and the rules that say so."""

from collections.abc import Iterator
from dataclasses import replace

from bot.audit import note
from bot.coach_text import card, key, slot, terms_line
from bot.command import Answer, Answers, Capability, Refusal, Request, Where, Who, answer, data
from bot.leads import lead, of_this_team
from bot.plan import name_of
from bot.plan_draft import Draft
from handlers.plan_new import begin_from
from kpi.aim import scale
from kpi.coaching import DESIGNS, EFFECTS, SAMPLES, Kind, Rule, Terms, limits
from kpi.coaching import Answer as Verdict
from kpi.message import Button, Say, joined, say
from kpi.money import round_half_up
from storage import chats, coaching, members, outbox
from storage.coaching import Alert

coach = Capability()

_MOST = 8  # alerts in the list
_SAID = {verdict.value: verdict for verdict in (Verdict.IGNORE, Verdict.BAD)}
_RULES = {rule.value: rule for rule in Rule}


@coach.command("coach", words=("辅导",), who=Who.LEAD, where=Where.PRIVATE, zh=("/coach", "辅导"), en=("/coach",))
def show(request: Request) -> Answers:
    """The alerts that stand, and the way to the rules."""
    number = request.message_id or 0
    return (_list(request, number),)


@coach.press("coach-list", who=Who.LEAD)
def show_again(request: Request) -> Answers:
    of_this_team(request, 1)
    return (_list(request, request.number(0)),)


def _list(request: Request, number: int) -> Answer:
    team = request.its_team
    standing = [one for one in coaching.of_team(request.db, team.id) if one.recovered_on is None]
    shown = sorted(standing, key=lambda one: (one.answer is not None, -one.id))[:_MOST]
    lines = [
        say("coach-list", team=team.name),
        *(_line(request, one) for one in shown),
        *([] if shown else [say("coach-none")]),
    ]
    rows = [(Button(_button(request, one), data("coach-open", one.id)),) for one in shown]
    rules = (Button(say("button-coach-rules"), data("coach-rules", number, team.id)),)
    return answer(*lines, buttons=(*rows, rules), slot=f"coach-list:{number}")


def _line(request: Request, alert: Alert) -> Say:
    seen = alert.finding.seen
    return say(
        "coach-line",
        name=name_of(request.db, request.its_team, seen.member),
        rule=joined(say(f"coach-rule-{key(seen.rule)}")),
        day=alert.raised_on,
        answered=joined(say(f"coach-short-{alert.answer.value if alert.answer else 'new'}")),
    )


def _button(request: Request, alert: Alert) -> Say:
    seen = alert.finding.seen
    name = name_of(request.db, request.its_team, seen.member)
    return say("button-coach-open", name=name, rule=joined(say(f"coach-rule-{key(seen.rule)}")))


@coach.press("coach-open", who=Who.LEAD)
def open_alert(request: Request) -> Answers:
    """The card of an alert, as a new message."""
    alert = _alert(request)
    outbox.forget_slot(request.db, request.chat.id, slot(alert))
    return (Answer(card(request.db, request.its_team, alert), slot(alert)),)


@coach.press("coach-plan", who=Who.LEAD)
def plan_it(request: Request) -> Answers:
    """Begins a plan with what the alert says: whose, of which metric, from where to where."""
    alert = _alert(request)
    if alert.answer is Verdict.PLAN:
        raise Refusal(say("coach-planned"))
    lead(request)
    return begin_from(request, _draft(alert))


def _draft(alert: Alert) -> Draft:
    seen = alert.finding.seen
    design, own, other = DESIGNS[seen.rule], seen.own.value, seen.other.value if seen.other else None
    if design.kind is Kind.SILENCE or own is None or other is None:
        return Draft(owner=seen.member, alert=alert.id)
    units = scale(design.metric)
    present, wanted = round_half_up(own * units), round_half_up(other * units)
    return Draft(owner=seen.member, metric=design.metric, present=present, wanted=wanted, alert=alert.id)


@coach.press("coach-say", who=Who.LEAD)
def judged(request: Request) -> Answers:
    """Ignored, or not useful."""
    said = _SAID.get(request.values[1] if len(request.values) > 1 else "")
    if said is None:
        raise Refusal(say("button-old"))
    return _judged(request, said)


@coach.press("coach-undo", who=Who.LEAD)
def not_judged(request: Request) -> Answers:
    return _judged(request, None)


def _judged(request: Request, said: Verdict | None) -> Answers:
    alert = _alert(request)
    if alert.answer is Verdict.PLAN:
        raise Refusal(say("coach-planned"))
    if alert.answer is not said:
        coaching.answer(request.db, alert, said)
        member = members.get(request.db, alert.team, alert.finding.seen.member)
        rule = joined(say(f"coach-rule-{key(alert.finding.seen.rule)}"))
        new = say(f"coach-short-{said.value if said else 'new'}")
        note(request, say("audit-coach-answer", rule=rule), new=new, member=member)
    shown = card(request.db, request.its_team, replace(alert, answer=said))
    places = {*outbox.shown_in(request.db, slot(alert)), request.chat.id}
    return tuple(Answer(shown, slot(alert), chat=chats.chat(request.db, chat)) for chat in sorted(places))


def _alert(request: Request) -> Alert:
    found = coaching.get(request.db, request.its_team.id, request.number(0))
    if found is None or request.in_group:
        raise Refusal(say("button-old"))
    return found


@coach.press("coach-rules", who=Who.LEAD)
def rules(request: Request) -> Answers:
    """Every rule with its terms and what leads made of its cards."""
    of_this_team(request, 1)
    return (_rules(request, request.number(0)),)


def _rules(request: Request, number: int) -> Answer:
    team = request.its_team
    terms, days = coaching.terms(request.db, team.id), coaching.effect_days(request.db, team.id)
    lines = [say("coach-rules", team=team.name), *(_rule_line(request, rule, terms[rule]) for rule in Rule)]
    buttons = [
        Button(_named(rule, on=terms[rule].active), data("coach-rule", number, team.id, rule.value)) for rule in Rule
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    effects = tuple(
        Button(say("coach-days-chosen" if n == days else "coach-days", n=n), data("coach-days", number, team.id, n))
        for n in EFFECTS
    )
    back = (Button(say("button-back"), data("coach-list", number, team.id)),)
    told = say("coach-effect-after", n=days)
    return answer(*lines, told, buttons=(*rows, effects, back), slot=f"coach-list:{number}")


def _named(rule: Rule, *, on: bool) -> Say:
    return say("button-coach-rule" if on else "button-coach-rule-off", rule=joined(say(f"coach-rule-{key(rule)}")))


def _rule_line(request: Request, rule: Rule, terms: Terms) -> Say:
    """What a rule says, and below it what was made of its cards, once there were any."""
    called, votes = joined(say(f"coach-rule-{key(rule)}")), coaching.votes(request.db, request.its_team.id).get(rule)
    line = say("coach-rule-line" if terms.active else "coach-rule-line-off", rule=called, terms=terms_line(rule, terms))
    if votes is None:
        return line
    return say("coach-rule-voted", line=joined(line), planned=votes.planned, ignored=votes.ignored, bad=votes.bad)


@coach.press("coach-rule", who=Who.LEAD)
def one_rule(request: Request) -> Answers:
    return (_one(request, _rule(request)),)


def _rule(request: Request) -> Rule:
    of_this_team(request, 1)
    found = _RULES.get(request.values[2] if len(request.values) > 2 else "")  # noqa: PLR2004 - the third value
    if found is None:
        raise Refusal(say("button-old"))
    return found


def _one(request: Request, rule: Rule) -> Answer:
    """One rule, with buttons for its limit and its sample."""
    number, team = request.number(0), request.its_team.id
    terms = coaching.terms(request.db, team)[rule]

    def choices(action: str, offered: tuple[int, ...], now: int) -> Iterator[Button]:
        for n in offered:
            label = say("coach-choice-chosen" if n == now else "coach-choice", n=n)
            yield Button(label, data(action, number, team, rule.value, n))

    switch = "button-coach-off" if terms.active else "button-coach-on"
    samples = tuple(choices("coach-fewest", SAMPLES, terms.fewest))
    rows = (
        tuple(choices("coach-limit", limits(rule), terms.limit)),
        samples[:4],
        samples[4:],
        (Button(say(switch), data("coach-switch", number, team, rule.value)),),
        (Button(say("button-back"), data("coach-rules", number, team)),),
    )
    how = say("coach-rule-how")
    return answer(_rule_line(request, rule, terms), how, buttons=rows, slot=f"coach-list:{number}")


@coach.press("coach-limit", who=Who.LEAD)
def set_limit(request: Request) -> Answers:
    rule, limit = _rule(request), request.number(3)
    if limit not in limits(rule):
        raise Refusal(say("button-old"))
    return _chosen(request, rule, replace(_terms(request, rule), limit=limit))


@coach.press("coach-fewest", who=Who.LEAD)
def set_fewest(request: Request) -> Answers:
    rule, fewest = _rule(request), request.number(3)
    if fewest not in SAMPLES:
        raise Refusal(say("button-old"))
    return _chosen(request, rule, replace(_terms(request, rule), fewest=fewest))


@coach.press("coach-switch", who=Who.LEAD)
def switch(request: Request) -> Answers:
    rule = _rule(request)
    terms = _terms(request, rule)
    return _chosen(request, rule, replace(terms, active=not terms.active))


def _terms(request: Request, rule: Rule) -> Terms:
    return coaching.terms(request.db, request.its_team.id)[rule]


def _chosen(request: Request, rule: Rule, terms: Terms) -> Answers:
    """Keeps the terms, and shows the rule with them."""
    before = _terms(request, rule)
    if terms != before:
        coaching.choose(request.db, request.its_team.id, rule, terms)
        what = say("audit-coach-rule", rule=joined(say(f"coach-rule-{key(rule)}")))
        note(request, what, old=_worded(rule, before), new=_worded(rule, terms))
    return (_one(request, rule),)


def _worded(rule: Rule, terms: Terms) -> Say:
    return say("coach-terms" if terms.active else "coach-terms-off", terms=terms_line(rule, terms))


@coach.press("coach-days", who=Who.LEAD)
def set_days(request: Request) -> Answers:
    """After how many days effects are looked for."""
    of_this_team(request, 1)
    days, before = request.number(2), coaching.effect_days(request.db, request.its_team.id)
    if days not in EFFECTS:
        raise Refusal(say("button-old"))
    if days != before:
        coaching.choose_effect_days(request.db, request.its_team.id, days)
        old, new = (say("coach-days", n=n) for n in (before, days))
        note(request, say("audit-coach-days"), old=old, new=new)
    return (_rules(request, request.number(0)),)
