"""The pages of the rules of pay: a version in words, and what can be done with it."""

from collections.abc import Callable, Iterator

from bot.bonus_names import named
from bot.bonus_wizard import Kind
from bot.command import Answer, Refusal, Request, answer, data
from bot.leads import lead, of_this_team
from bot.pay_readback import read_back, read_back_rules
from kpi.ids import TeamId
from kpi.message import Button, Say, say
from kpi.metrics import Metric
from kpi.pay.edits import key_of
from kpi.pay.rules import RuleSet
from kpi.pay.templates import Template, template
from kpi.pay.versions import RulesStage, Version
from kpi.period import Grain, period_of
from storage import outbox, pay_rules

Rows = tuple[tuple[Button, ...], ...]

_SEVERAL = {Kind.THRESHOLD}  # one for each metric


def published(version: Version) -> Iterator[Say]:
    """A version that holds, with since when."""
    if version.since is not None:
        yield say("bonus-version", number=version.number, month=period_of(Grain.MONTH, version.since))
    yield from read_back(version.rule_set)


def template_lines(currency: str) -> Iterator[Say]:
    """The templates, each with its rules in sentences."""
    yield say("bonus-templates")
    for each in Template:
        yield say(f"bonus-template-{each.value}")
        yield from read_back_rules(template(each, currency))


def shown(request: Request, version: Version, *, anew: bool = False) -> Answer:
    """A version with what can be done with it, in its place, or `anew` in a message of its own.

    One that is published is only copied.
    """
    team = request.its_team.id
    if anew:
        outbox.forget_slot(request.db, request.chat.id, _slot(team, version))
    if version.stage is RulesStage.PUBLISHED:
        return answer(*published(version), buttons=((copy_button(team, version),), (back_button(team),)))
    lines = (say("bonus-draft", number=version.number), *read_back(version.rule_set), say("bonus-draft-how"))
    return answer(*lines, buttons=(*_draft_buttons(team, version), (back_button(team),)), slot=_slot(team, version))


def drafted(request: Request, rule_set: RuleSet) -> Answer:
    """A new draft."""
    made = pay_rules.draft(request.db, request.its_team.id, rule_set, by=lead(request).id, at=request.now)
    return shown(request, made)


def edited(request: Request, version: Version, rule_set: RuleSet, *, anew: bool) -> Answer:
    """A draft that was changed."""
    pay_rules.edit(request.db, request.its_team.id, version.number, rule_set)
    return shown(request, draft_at(request, version.number), anew=anew)


def changed(request: Request, change: Callable[[RuleSet | None], RuleSet]) -> Answer:
    """What was typed, put to the draft at hand, else to a new one like the rules in force."""
    versions = pay_rules.of_team(request.db, request.its_team.id)
    open_ = next((each for each in reversed(versions) if each.stage is not RulesStage.PUBLISHED), None)
    if open_ is not None:
        return edited(request, open_, change(open_.rule_set), anew=True)
    held = in_force(request, versions)
    return drafted(request, change(held[-1].rule_set if held else None))


def in_force(request: Request, versions: list[Version]) -> list[Version]:
    """What holds now, and what is published for later."""
    month = period_of(Grain.MONTH, request.today)
    now = pay_rules.of_month(request.db, request.its_team.id, month)
    later = [each for each in versions if each.since is not None and each.since > month.start]
    return [*([now] if now else []), *later]


def version_at(request: Request, number: int) -> Version:
    """A version of the team. `Refusal` for one that is no more."""
    found = pay_rules.get(request.db, request.its_team.id, number)
    if found is None:
        raise Refusal(say("button-old"))
    return found


def draft_at(request: Request, number: int) -> Version:
    """The same. `Refusal` for one that is published, which is never changed."""
    found = version_at(request, number)
    if found.stage is RulesStage.PUBLISHED:
        raise Refusal(say("bonus-is-published"))
    return found


def at_hand(request: Request) -> None:
    """`Refusal` in a group, where nothing of pay appears, and for another team's rules."""
    if request.in_group:
        raise Refusal(say("button-old"))
    of_this_team(request, 0)


def copy_button(team: TeamId, version: Version) -> Button:
    return Button(say("button-bonus-copy"), data("bonus-copy", team, version.number))


def back_button(team: TeamId) -> Button:
    return Button(say("button-back"), data("bonus", team))


def _draft_buttons(team: TeamId, version: Version) -> Rows:
    """The steps on, and what can be put to a draft or taken from it."""
    number = version.number
    onward = Button(say("button-bonus-try"), data("bonus-try", team, number))
    late = "button-bonus-late-off" if version.rule_set.adjusts else "button-bonus-late-on"
    discard = Button(say("button-bonus-discard"), data("bonus-discard", team, number))
    return (
        (onward,),
        *_in_twos(_drops(team, version)),
        *_in_twos(_additions(team, version)),
        (Button(say(late), data("bonus-late", team, number)),),
        (discard,),
    )


def _drops(team: TeamId, version: Version) -> list[Button]:
    """One for each rule; the last one stays."""
    keys = [key_of(rule) for rule in version.rule_set.rules]
    return [
        Button(say("button-bonus-without", what=named(key)), data("bonus-drop", team, version.number, key))
        for key in keys
        if len(keys) > 1
    ]


def _additions(team: TeamId, version: Version) -> list[Button]:
    """One for each kind that a draft has not, or can have more of, and for its limits."""
    had = {key_of(rule) for rule in version.rule_set.rules}
    free = (kind for kind in Kind if kind in _SEVERAL or not {kind.value, f"{kind.value}.{Metric.NET.value}"} & had)
    return [
        Button(say("button-bonus-with", what=named(kind.value)), data("bonus-add", team, version.number, kind.value))
        for kind in free
    ]


def _in_twos(buttons: list[Button]) -> Rows:
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _slot(team: TeamId, version: Version) -> str:
    return f"bonus:{team}:{version.number}"
