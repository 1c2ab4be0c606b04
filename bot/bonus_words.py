"""Versions of the rules of pay in words, and what can be done with a draft."""

from collections.abc import Iterator

from bot.command import data
from bot.pay_readback import read_back
from kpi.ids import TeamId
from kpi.message import Button, Say, joined, say
from kpi.pay.templates import Special, Template, has, template
from kpi.pay.versions import Version
from kpi.period import Grain, period_of

Rows = tuple[tuple[Button, ...], ...]


def published(version: Version) -> Iterator[Say]:
    """A version that holds, with since when."""
    if version.since is not None:
        yield say("bonus-version", number=version.number, month=period_of(Grain.MONTH, version.since))
    yield from read_back(version.rule_set)


def draft_lines(version: Version) -> tuple[Say, ...]:
    """A draft, read back, and what comes next."""
    head = say("bonus-draft", number=version.number)
    return (head, *read_back(version.rule_set), say("bonus-draft-how"))


def draft_buttons(team: TeamId, version: Version) -> Rows:
    """The steps on, and the prizes that can be put to it or taken from it."""
    number, rules = version.number, version.rule_set
    specials = tuple(
        Button(
            say("button-bonus-without" if has(rules, each) else "button-bonus-with", what=joined(_named(each))),
            data("bonus-special", team, number, each.value),
        )
        for each in Special
    )
    onward = Button(say("button-bonus-try"), data("bonus-try", team, number))
    discard = Button(say("button-bonus-discard"), data("bonus-discard", team, number))
    return ((onward,), *((each,) for each in specials), (discard,))


def template_lines(currency: str) -> Iterator[Say]:
    """The templates, each with its rules in sentences."""
    yield say("bonus-templates")
    for each in Template:
        yield say(f"bonus-template-{each.value}")
        yield from _template_rules(each, currency)


def _template_rules(chosen: Template, currency: str) -> tuple[Say, ...]:
    """What a template says, without what holds for every rule set."""
    rule_set = template(chosen, currency)
    return read_back(rule_set)[: len(rule_set.rules)]


def _named(special: Special) -> Say:
    return say(f"bonus-special-{special.value}")
