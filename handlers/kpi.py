"""The dictionary of metrics: what each is, how it is told, and the team's own figures of a month."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from bot.card import figure_of_days
from bot.card import figures as figures_of
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer, data
from bot.metric_figures import Figure, Figures, figures
from bot.metric_words import example, likely_metrics, meaning, name, read_metric, worded
from bot.periods import read_period
from bot.privacy import of_reader
from bot.stock import unpriced
from bot.switches import refuse_off, used
from kpi.board import Contender, Place, ranking
from kpi.entry import Measure
from kpi.message import Button, Number, Say, joined, say
from kpi.metrics import CATALOGUE, FEWEST, Adds, Group, Lives, Metric, enough, in_group, missing, value
from kpi.period import Grain, Period, period_of
from storage import behind, feedback, members, stock

kpi = Capability()

_MOST = 10  # sellers on a page
_KEY = 2  # the value of a button that says which period
_BEHIND = 8  # entries that a figure is made of
_REPORTED = {
    Lives.CUSTOMERS: (Measure.NEW_CUSTOMERS, Measure.REPEAT_CUSTOMERS),
    Lives.ORDERS: (Measure.SHIPPED,),
}  # what figures are made of that are no sums
_ROW = 2  # buttons, or a phone has no room for their labels


@kpi.command(
    "kpi",
    words=("指标",),
    zh=("/kpi", "/kpi 复购率", "/kpi 客单价 5月", "指标 转化率"),
    en=("/kpi", "/kpi conversion", "/kpi aov May"),
)
def metrics(request: Request) -> Answers:
    """The groups of metrics, or the one that is asked for."""
    if not request.arguments:
        return (_menu(request),)
    metric, month = _asked(request)
    return (_page(request, metric, month),)


@kpi.press("kpi")
def turn(request: Request) -> Answers:
    """A group or a metric in place of what the button sits on; the groups when it names none."""
    named = request.values[1] if len(request.values) > 1 else ""
    if not named:
        return (_menu(request),)
    for group in Group:
        if named == group.value:
            return (_listed(request, group),)
    for metric in Metric:
        if named == metric.value:
            return (_page(request, metric, _period(request, request.values[2] if len(request.values) > _KEY else "")),)
    raise Refusal(say("button-old"))


def _asked(request: Request) -> tuple[Metric, Period]:
    """The metric that stands there, with its month. `Refusal` with those that it may have meant."""
    words = request.arguments.split()
    for cut in range(len(words), 0, -1):
        metric = read_metric(" ".join(words[:cut]))
        if metric is not None:
            return metric, _period(request, " ".join(words[cut:]))
    likely = [_to_metric(request, metric) for metric in likely_metrics(request.arguments)]
    asked = say("kpi-unknown", asked=request.arguments[:64])
    if not likely:
        raise Refusal(asked, say("kpi-choose"), buttons=_groups(request))
    raise Refusal(asked, say("kpi-likely"), buttons=(*_rows(likely), (_to_menu(request),)))


def _period(request: Request, named: str) -> Period:
    """The period of that name, or this month. `Usage` for what is none, or yet to come."""
    period = read_period(named or "month", request.today)
    if period is None or period.start > request.today:
        raise Usage
    return period


def _menu(request: Request) -> Answer:
    groups = [_group_names(request, group) for group in _shown_groups(request)]
    switch = Button(say("button-metrics"), data("metrics", _number(request), request.its_team.id))
    return answer(say("kpi-menu"), *groups, buttons=(*_groups(request), (switch,)), slot=_slot(request))


def _shown_groups(request: Request) -> list[Group]:
    """Those in which the team uses anything."""
    return [group for group in Group if _metrics(request, group)]


def _metrics(request: Request, group: Group) -> tuple[Metric, ...]:
    return used(request.db, request.its_team, in_group(group))


def _group_names(request: Request, group: Group) -> Say:
    names = joined(*(name(metric) for metric in _metrics(request, group)))
    return say("kpi-group-names", group=joined(_group(group)), names=names)


def _listed(request: Request, group: Group) -> Answer:
    """The metrics of a group, each with how it is told and an example."""
    shown = _metrics(request, group)
    lines = [line for metric in shown for line in _in_short(metric)]
    buttons = _rows([_to_metric(request, metric) for metric in shown])
    title = say("kpi-group-title", group=joined(_group(group)))
    return answer(title, *lines, buttons=(*buttons, (_to_menu(request),)), slot=_slot(request))


def _in_short(metric: Metric) -> Iterator[Say]:
    yield say("kpi-listed", name=joined(name(metric)), meaning=joined(meaning(metric)))
    yield say("kpi-example", example=joined(example(metric)))


def _page(request: Request, metric: Metric, month: Period) -> Answer:
    refuse_off(request, metric)
    lines = (
        say("kpi-title", name=joined(name(metric))),
        meaning(metric),
        say("kpi-example", example=joined(example(metric))),
        _about(metric),
        *_stands(request, metric, month),
    )
    group = CATALOGUE[metric].group
    back = Button(say("button-back"), data("kpi", _number(request), group.value))
    return answer(*lines, buttons=(_periods(request, metric, month), (back,)), slot=_slot(request))


def _periods(request: Request, metric: Metric, shown: Period) -> tuple[Button, ...]:
    """The week or the month, whichever is not shown, and the reports behind the figure."""
    grains = {Grain.WEEK: "board-show-week", Grain.MONTH: "board-show-month"}
    periods = {grain: period_of(grain, request.today) for grain in grains}
    turning = (
        Button(say(label), data("kpi", _number(request), metric.value, periods[grain].key))
        for grain, label in grains.items()
        if periods[grain] != shown
    )
    behind_it = Button(say("button-behind"), data("kpi-behind", _number(request), metric.value, shown.key))
    return (*turning, *((behind_it,) if _made_of_reports(metric) else ()))


def _about(metric: Metric) -> Say:
    """Which way is better, how it adds up, and whose definition it is."""
    definition = CATALOGUE[metric]
    better = say(f"kpi-better-{definition.better.value}")
    adds = say(f"kpi-adds-{definition.adds.value}")
    origin = say("kpi-origin", whose=joined(say(f"kpi-origin-{definition.origin.value}")))
    told = (
        better if definition.lives is not Lives.TARGETS else None,
        adds if definition.adds is not Adds.ANEW else None,
        origin,
    )
    return say("kpi-about", parts=joined(*told))


def _stands(request: Request, metric: Metric, month: Period) -> Iterator[Say]:
    """The team's figures of the month, what they are made of, and each seller's."""
    found = figures(request.db, request.its_team, metric, month, request.today)
    if found.team.value is None:
        yield _why_not(request, metric, found, month)
        yield from _instead(request, metric, found)
        return
    yield say("kpi-team", period=month, figures=joined(*_team(request, metric, found, month)))
    yield from _made_of(request, metric, found)
    yield from _sellers(request, metric, found.sellers)
    yield from _words(request, metric, month)
    if found.sums:
        yield say("kpi-reports", n=found.sums.get(Measure.REPORTS, 0))


def _words(request: Request, metric: Metric, month: Period) -> Iterator[Say]:
    """What customers said with their ratings; of everybody's only where the team shows everything."""
    if metric not in {Metric.SATISFACTION, Metric.STARS} or request.in_group:
        return
    view = of_reader(request)
    for rated in feedback.rated(request.db, request.its_team.id, month, _MOST):
        if view.is_whole or rated.member == view.own:
            yield say("kpi-rated", stars=Number(Fraction(rated.stars, rated.n), 1), said=rated.said)


@kpi.press("kpi-behind")
def reports(request: Request) -> Answers:
    """The newest reports that a figure is made of, in the place of the figure."""
    metric = next((metric for metric in Metric if metric.value in request.values[1:2]), None)
    period = read_period(request.values[_KEY] if len(request.values) > _KEY else "", request.today)
    if metric is None or period is None:
        raise Refusal(say("button-old"))
    lines = (
        say("kpi-title", name=joined(name(metric))),
        say("kpi-behind", period=period),
        *(_behind(request, metric, period) or (say("kpi-behind-none"),)),
    )
    back = Button(say("button-back"), data("kpi", _number(request), metric.value, period.key))
    return (answer(*lines, buttons=((back,),), slot=_slot(request)),)


def _behind(request: Request, metric: Metric, period: Period) -> tuple[Say, ...]:
    view, team = of_reader(request), request.its_team
    of = None if view.is_whole else view.own
    if of is None and not view.is_whole:
        return ()
    found = behind.newest(request.db, team.id, _made_of_reports(metric), period, _BEHIND, of=of)
    names = {member.id: member.name for member in members.of_team(request.db, team.id)}
    return tuple(
        say(
            "kpi-entry",
            number=entry.id,
            name=names[entry.lines[0].member],
            day=entry.lines[0].business_date,
            figures=figures_of(entry.lines, team.currency),
        )
        for entry in found
    )


def _made_of_reports(metric: Metric) -> tuple[Measure, ...]:
    """What people report for `metric`; nothing for what is told from targets or the stock."""
    return _REPORTED.get(CATALOGUE[metric].lives, CATALOGUE[metric].needs)


def _team(request: Request, metric: Metric, found: Figures, month: Period) -> Iterator[Say]:
    yield from _value(request, metric, found.team)
    if CATALOGUE[metric].adds is Adds.DAILY:
        yield say("kpi-visits", n=int(value(metric, found.sums) or 0))
    if found.before.value is not None:
        before = worded(metric, found.before.value, request.its_team.currency)
        key = "kpi-before" if month.grain is Grain.MONTH else "kpi-before-other"
        yield say(key, value=joined(before))


def _value(request: Request, metric: Metric, of: Figure) -> Iterator[Say]:
    shown = worded(metric, of.value, request.its_team.currency)
    yield say("kpi-daily", value=joined(shown)) if CATALOGUE[metric].adds is Adds.DAILY else shown
    if of.n is not None and CATALOGUE[metric].lives is not Lives.TOTALS:
        yield say("kpi-sample", n=of.n)
    if not enough(of.n):
        yield say("kpi-small")


def _made_of(request: Request, metric: Metric, found: Figures) -> Iterator[Say]:
    """The sums behind a ratio, or behind what something was taken off."""
    needs = CATALOGUE[metric].needs
    made_of = [figure_of_days(m, found.sums[m], request.its_team.currency) for m in needs if found.sums.get(m)]
    if len(needs) > 1 and made_of:
        yield say("kpi-made-of", figures=joined(*made_of))


def _sellers(request: Request, metric: Metric, sellers: Sequence[Contender]) -> Iterator[Say]:
    """Everybody's figures; where the team keeps them to itself, one's own place at most."""
    found = ranking(sellers, CATALOGUE[metric].better)
    if not (view := of_reader(request)).is_whole:
        yield from (_place(request, metric, place) for place in found.places if place.member == view.own)
        return
    yield from (_place(request, metric, place) for place in found.places[:_MOST])
    if len(found.places) > _MOST:
        yield say("board-more", n=len(found.places) - _MOST)
    if found.few:
        few = joined(*(_few(request, metric, each) for each in found.few[:_MOST]))
        yield say("kpi-few", fewest=FEWEST, figures=few)


def _place(request: Request, metric: Metric, place: Place) -> Say:
    shown = worded(metric, place.value, request.its_team.currency)
    return say("board-place", rank=place.rank, figures=joined(say("board-name", name=place.name), shown))


def _few(request: Request, metric: Metric, each: Contender) -> Say:
    shown = worded(metric, each.value, request.its_team.currency)
    return say("kpi-few-one", name=each.name, value=joined(shown), n=each.n)


def _why_not(request: Request, metric: Metric, found: Figures, month: Period) -> Say:
    """Why there is no figure, and what would give one."""
    match CATALOGUE[metric].lives:
        case Lives.TOTALS:
            return _unreported(missing(metric, found.sums), month)
        case Lives.CUSTOMERS:
            return say("kpi-needs-customers", period=month)
        case Lives.ORDERS:
            return say("kpi-needs-orders")
        case Lives.STOCK:
            return _without_stock(request)
        case Lives.TARGETS:
            return _without_target(request, metric, month)


def _without_stock(request: Request) -> Say:
    """No goods on record, goods whose cost nobody said, or none that were sold."""
    found = stock.ledgers(request.db, request.its_team.id)
    names = unpriced(found).parts
    if not found or not names:
        return say("kpi-needs-sold" if found else "kpi-needs-stock")
    return say("stock-turns-unpriced", names=joined(*names[:_MOST]))


def _unreported(measures: Sequence[Measure], month: Period) -> Say:
    names = joined(*(say(f"measure-{measure.value.replace('_', '-')}") for measure in measures))
    return say("kpi-needs", period=month, measures=names)


def _without_target(request: Request, metric: Metric, month: Period) -> Say:
    if metric is Metric.SCORE:
        return say("kpi-needs-weights")
    if metric is Metric.SHARE:
        return _unreported((Measure.GROSS,), month)
    attained = figures(request.db, request.its_team, Metric.ATTAINMENT, month, request.today).team.value
    if attained is None:
        return say("kpi-needs-target", period=month)
    return say("kpi-reached" if attained >= 1 else "kpi-over", period=month)


def _instead(request: Request, metric: Metric, found: Figures) -> Iterator[Say]:
    """Where buyers are not reported, what there is by order, under its own name."""
    by_order = value(Metric.AOV, found.sums)
    if metric is Metric.PER_BUYER and by_order is not None:
        yield say("kpi-instead", value=joined(worded(Metric.AOV, by_order, request.its_team.currency)))


def _groups(request: Request) -> tuple[tuple[Button, ...], ...]:
    shown = _shown_groups(request)
    return _rows([Button(_group(group), data("kpi", _number(request), group.value)) for group in shown])


def _group(group: Group) -> Say:
    return say(f"kpi-group-{group.value}")


def _to_metric(request: Request, metric: Metric) -> Button:
    return Button(name(metric), data("kpi", _number(request), metric.value))


def _to_menu(request: Request) -> Button:
    return Button(say("button-back"), data("kpi", _number(request)))


def _rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + _ROW]) for at in range(0, len(buttons), _ROW))


def _slot(request: Request) -> str:
    return f"kpi:{_number(request)}"


def _number(request: Request) -> int:
    """The number of the message that first asked, by which the buttons know it."""
    return request.number(0) if request.values else request.message_id or 0
