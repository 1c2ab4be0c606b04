"""A payslip in words: each line with what it pays, its formula, and why it pays nothing."""

from collections.abc import Iterator
from fractions import Fraction

from bot.metric_words import name, worded
from kpi.message import Number, Percent, Say, joined, say
from kpi.money import Money
from kpi.pay.slip import Kind, Line, Payslip, Term, Why

_PERCENT = 100


def slip_lines(slip: Payslip, currency: str) -> tuple[Say, ...]:
    """Every line, and what they come to."""
    told = tuple(line_said(line, currency) for line in slip.lines)
    total = say("pay-slip-total", cash=Money(slip.cash, currency))
    gifts = (say("pay-slip-gifts", value=Money(slip.gifts, currency)),) if slip.gifts else ()
    return (*told, total, *gifts)


def line_said(line: Line, currency: str) -> Say:
    """One line. A gift is named with its value, since it is handed over and not paid out."""
    metric = line.metric if line.why is not Why.GATE else None
    what = joined(say(f"pay-kind-{_key(line.kind)}"), name(metric) if metric else None)
    amount = Money(line.amount, currency)
    paid = say("pay-slip-gift", gift=line.gift, amount=amount) if line.gift else say("pay-slip-cash", amount=amount)
    why = joined(*_formula(line, currency), *_reason(line, currency))
    if not why.parts:
        return say("pay-slip-bare", what=what, paid=joined(paid))
    return say("pay-slip-line", what=what, paid=joined(paid), why=why)


def _reason(line: Line, currency: str) -> Iterator[Say]:
    if line.why is Why.GATE and line.metric is not None:
        seen, limit = (worded(line.metric, line.term(term), currency) for term in (Term.GATE, Term.GATE_LIMIT))
        yield say("pay-why-gate", metric=joined(name(line.metric)), seen=joined(seen), limit=joined(limit))
    elif line.why is Why.BELOW_STEP:
        yield say("pay-why-below-step", step=_percent(line.term(Term.STEP)))
    elif line.why not in _SAID_BY_FORMULA:
        yield say(f"pay-why-{_key(line.why)}")
    if line.note:
        yield say("pay-slip-note", note=line.note)


def _formula(line: Line, currency: str) -> Iterator[Say]:
    match line.kind:
        case Kind.BASE:
            days = line.term(Term.DAYS_OF_MONTH) or Fraction(0)
            for monthly, of in _pairs(line, Term.MONTHLY, Term.DAYS):
                yield say("pay-formula-base", monthly=_money(monthly, currency), days=int(of), of=int(days))
        case Kind.TIERS:
            for sales, rate in _pairs(line, Term.SALES, Term.RATE):
                yield say("pay-formula-tier", sales=_money(sales, currency), rate=_percent(rate))
        case Kind.TARGET | Kind.ACCELERATOR if line.term(Term.ATTAINMENT) is not None:
            yield say("pay-formula-target", attained=Percent(line.term(Term.ATTAINMENT)))
            yield from _extra(line, currency)
        case Kind.THRESHOLD | Kind.CHAMPION | Kind.SATISFACTION if line.metric and line.why is not Why.GATE:
            yield from _compared(line, currency)
        case Kind.CAP:
            due, cap = (_money(line.term(term), currency) for term in (Term.DUE, Term.CAP))
            yield say("pay-formula-cap", due=due, cap=cap)
        case Kind.ADJUSTMENT:
            due, paid = (_money(line.term(term), currency) for term in (Term.DUE, Term.PAID))
            yield say("pay-formula-adjustment", month=line.month, due=due, paid=paid)
        case _:
            return


def _extra(line: Line, currency: str) -> Iterator[Say]:
    """The step of an accelerator that was reached, and what it is a share of."""
    extra, excess = line.term(Term.EXTRA), line.term(Term.EXCESS)
    if extra is None:
        return
    step = _percent(line.term(Term.STEP))
    if excess is None:
        yield say("pay-formula-extra", step=step, extra=_percent(extra))
    else:
        yield say("pay-formula-excess", step=step, extra=_percent(extra), excess=_money(excess, currency))


def _compared(line: Line, currency: str) -> Iterator[Say]:
    """What was reached, beside what it was compared with."""
    for term in (Term.LIMIT, Term.MOST, Term.BEFORE):
        if line.metric and line.term(Term.ACTUAL) is not None and line.term(term) is not None:
            actual, other = (worded(line.metric, line.term(each), currency) for each in (Term.ACTUAL, term))
            yield say(f"pay-formula-{term.value}", actual=joined(actual), other=joined(other))


def _pairs(line: Line, one: Term, other: Term) -> Iterator[tuple[Fraction, Fraction]]:
    ones, others = ([value for term, value in line.inputs if term is wanted] for wanted in (one, other))
    yield from zip(ones, others, strict=True)


def _money(amount: Fraction | None, currency: str) -> Money:
    return Money(int(amount or 0), currency)


def _percent(share: Fraction | None) -> int | Number:
    percent = (share or Fraction(0)) * _PERCENT
    return int(percent) if percent.denominator == 1 else Number(percent, 2)


def _key(choice: Kind | Why) -> str:
    return str(choice.value).replace("_", "-")


_SAID_BY_FORMULA = frozenset({Why.MET, Why.CAPPED, Why.RESTATED})
