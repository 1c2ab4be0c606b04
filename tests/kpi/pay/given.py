"""The month end of the examples (§5.4), and rules and months of any kind for laws that hold of all of them."""

from dataclasses import replace

from hypothesis import strategies as st

from kpi.aim import PARTS
from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.metrics import Metric, Sums
from kpi.pay.base import Spell
from kpi.pay.facts import MemberMonth, Reason, Reward, Stage
from kpi.pay.rules import (
    BigOrder,
    NewCustomerChampion,
    Praise,
    RateTiers,
    Rule,
    RuleSet,
    SatisfactionRise,
    TargetBonus,
    ThresholdBonus,
)
from kpi.pay.terms import Applies, Cash, ExtraOf, Gate, Gift, Holds, Step, Tie, Tier, payable
from tests.kpi.june import JUNE, LILI, MEI, QIANG

LADDER = (Step(11_000, 3_000), Step(12_000, 5_000))
BONUS = TargetBonus(200_000, floor=8_000, steps=LADDER)
CHAMPION = NewCustomerChampion(Cash(30_000))
BIG_ORDER = BigOrder(1_000_000, Cash(50_000))
CREAM = Gift("护手霜", 8_000)
V1 = RuleSet((BONUS, CHAMPION, BIG_ORDER, Praise(CREAM)), "CNY", budget=300)

BASE = (Spell(300_000, 30),)


def sold(net: int, new: int = 0, **others: int) -> Sums:
    return {Measure.GROSS: net, Measure.NEW_CUSTOMERS: new} | {Measure(name): n for name, n in others.items()}


def of(net: int, target: int | None = None, member: MemberId = MEI, **others: int) -> MemberMonth:
    targets = {} if target is None else {Metric.NET: target}
    return MemberMonth(member, JUNE, sold(net, **others), targets=targets)


def june_of_the_examples() -> tuple[MemberMonth, ...]:
    """小美 112.0 %, 阿强 98.0 %, 丽丽 120.0 % and champion; one big order and one praise."""
    mei = of(13_888_000, 12_400_000, MEI, new=8)
    qiang = of(10_633_000, 10_850_000, QIANG, new=5)
    lili = of(9_300_000, 7_750_000, LILI, new=9)
    praise = Reward(1, CREAM, Reason.PRAISE, Stage.GIVEN)
    order = Reward(2, Cash(50_000), Reason.BIG_ORDER, Stage.GIVEN)
    rewarded = (replace(mei, rewards=(praise,)), replace(qiang, rewards=(order,)), lili)
    return tuple(replace(month, base=BASE) for month in rewarded)


amounts = st.integers(1, 10**9)
rates = st.integers(0, PARTS)
metrics = st.sampled_from([metric for metric in Metric if payable(metric)])
names = st.text(st.characters(min_codepoint=33, max_codepoint=0x9FFF), min_size=1, max_size=20)
prizes = st.one_of(st.builds(Cash, amounts), st.builds(Gift, names.filter(lambda name: bool(name.strip())), amounts))
gates = st.lists(
    st.builds(
        Gate,
        metrics.filter(lambda metric: metric not in {Metric.NET, Metric.GROSS}),
        st.integers(0, 10**7),
        st.sampled_from(Holds),
    ),
    max_size=2,
).map(tuple)


@st.composite
def ladders(draw: st.DrawFn) -> tuple[Step, ...]:
    at = draw(st.lists(st.integers(PARTS + 1, 3 * PARTS), unique=True, max_size=4))
    extra = draw(st.lists(st.integers(1, 2 * PARTS), unique=True, min_size=len(at), max_size=len(at)))
    return tuple(Step(*pair) for pair in zip(sorted(at), sorted(extra), strict=True))


@st.composite
def tiers(draw: st.DrawFn) -> RateTiers:
    applies = draw(st.sampled_from(Applies))
    starts = draw(st.lists(st.integers(1, 10**9), unique=True, max_size=4))
    rated = draw(st.lists(rates, min_size=len(starts) + 1, max_size=len(starts) + 1).filter(any))
    rated = sorted(rated) if applies is Applies.WHOLE else rated
    found = tuple(Tier(*pair) for pair in zip([0, *sorted(starts)], rated, strict=True))
    return RateTiers(found, applies, draw(st.sampled_from([Metric.NET, Metric.GROSS])), draw(gates))


@st.composite
def target_bonuses(draw: st.DrawFn) -> TargetBonus:
    metric = draw(metrics)
    excess = metric in {Metric.NET, Metric.GROSS} and draw(st.booleans())
    floor = draw(st.none() | st.integers(1, PARTS - 1))
    extra_of = ExtraOf.EXCESS if excess else ExtraOf.BONUS
    return TargetBonus(draw(amounts), metric, floor, draw(ladders()), extra_of, draw(gates))


rules: st.SearchStrategy[Rule] = st.one_of(
    target_bonuses(),
    st.builds(ThresholdBonus, metrics, st.integers(0, 10**9), amounts, st.integers(0, 30), gates),
    tiers(),
    st.builds(NewCustomerChampion, prizes, st.integers(1, 50)),
    st.builds(NewCustomerChampion, st.builds(Cash, amounts), st.integers(1, 50), st.sampled_from(Tie)),
    st.builds(SatisfactionRise, prizes, st.integers(1, PARTS), st.integers(1, 100)),
    st.builds(BigOrder, amounts, prizes),
    st.builds(Praise, prizes),
)
rule_sets = st.builds(
    RuleSet,
    st.lists(rules, min_size=1, max_size=4).map(tuple),
    st.sampled_from(["CNY", "USD", "VND"]),
    st.none() | st.integers(1, PARTS),
    st.none() | amounts,
    st.booleans(),
)
sums = st.dictionaries(st.sampled_from(Measure), st.integers(0, 10**9))
others = st.dictionaries(
    st.sampled_from([Metric.SCORE, Metric.REPURCHASE, Metric.HANDLING]),
    st.fractions(0, 200, max_denominator=1000),
)
targets = st.dictionaries(metrics.filter(lambda metric: metric is not Metric.SCORE), st.integers(1, 10**9))
given_rewards = st.builds(Reward, st.integers(1, 99), prizes, st.sampled_from(Reason), st.sampled_from(Stage), names)
months = st.builds(
    MemberMonth,
    st.sampled_from([MEI, QIANG, LILI]),
    st.just(JUNE),
    sums,
    sums,
    targets,
    others,
    st.just(BASE),
    st.lists(given_rewards, max_size=3).map(tuple),
)
