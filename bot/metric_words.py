"""Metrics by the names that people give them, and their values as people read them."""

import unicodedata
from fractions import Fraction
from functools import cache
from typing import assert_never

from bot.texts import LANGUAGES, text
from kpi.message import Number, Percent, Say, Value, say
from kpi.metrics import CATALOGUE, Metric, Unit
from kpi.money import Money, round_half_up

_SUGGESTIONS = 4
_ALIKE = 70  # of 100; below that a suggestion is a guess
_LONGEST = 64
_MOST_WORDS = 4  # of a metric's name

# Beside the names of the catalogues.
_WORDS = {
    Metric.NET: "销售额 净额 业绩 营业额 revenue sales",
    Metric.GROSS: "总额 毛额 流水 支付金额",
    Metric.ORDERS: "订单 单数 单量 order",
    Metric.UNITS: "件数 销量 pieces pcs",
    Metric.PER_BUYER: "每客单价",
    Metric.AOV: "均单价 每单金额 aov atv",
    Metric.UNITS_PER_ORDER: "连带 upt",
    Metric.NEW_CUSTOMERS: "新客 新客户 拓新 新客户数 新客户获取数量 newcustomer new",
    Metric.RETURNING: "老客 回头客 老客户",
    Metric.REPURCHASE: "复购 重复购买率 repeatrate",
    Metric.BOUGHT_AGAIN: "回购 buyback",
    Metric.RETENTION: "留存 留存率 老客留存 老客留存率",
    Metric.SATISFACTION: "满意度 好评率 好评 csat",
    Metric.STARS: "星级 评分 星 rating",
    Metric.COMPLAINT_RATE: "投诉 客诉 客诉率 客户投诉率 complaints complaint",
    Metric.PAGE_VIEWS: "pv 浏览 浏览量 访问量 页面访问量",
    Metric.VISITORS: "uv 访客 访客数 独立访客 独立访客数",
    Metric.INQUIRIES: "咨询 咨询量 询单 inquiry",
    Metric.CONTACTS: "加粉 加好友 加人 涨粉",
    Metric.CONVERSION: "转化 成交率 支付转化率 conversionrate",
    Metric.HANDLING: "处理时长 发货时长 订单处理 processing processingtime",
    Metric.HANDLING_MEDIAN: "中位数 median",
    Metric.WITHIN_24H: "24小时 24h 24h发货率",
    Metric.WITHIN_48H: "48小时 48h 48h发货率",
    Metric.TURNOVER: "周转 周转率 库存周转",
    Metric.TURNOVER_DAYS: "库存周转天数",
    Metric.STOCK_DAYS: "库存天数 可卖天数",
    Metric.SHARE: "占比 贡献",
    Metric.ATTAINMENT: "达成 完成率 target",
    Metric.TIME_PROGRESS: "进度 progress",
    Metric.NEEDED: "每日需 日均需 每天要",
    Metric.SCORE: "总分 得分",
}


def name(metric: Metric) -> Say:
    return say(f"metric-{_key(metric)}")


def meaning(metric: Metric) -> Say:
    """What it is, which is how it is told."""
    return say(f"metric-{_key(metric)}-is")


def example(metric: Metric) -> Say:
    return say(f"metric-{_key(metric)}-example")


def read_metric(asked: str) -> Metric | None:
    """The metric that `asked` names, in any of our languages. None when it names none."""
    return _names().get(_plain(asked))


def metric_at(text: str) -> tuple[Metric, str] | None:
    """The metric at the head of `text`, and what follows its name. Chinese needs no space between."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        if found := read_metric(" ".join(words[:count])):
            return found, " ".join(words[count:])
    headed = [name for name in _names() if not name.isascii() and len(name) > 1 and text.startswith(name)]
    longest = max(headed, key=len, default="")
    return (_names()[longest], text[len(longest) :].strip()) if longest else None


def likely_metrics(asked: str) -> tuple[Metric, ...]:
    """The metrics that `asked` may have meant, the likeliest first."""
    from rapidfuzz import fuzz, process  # 3 MB, for few messages

    alike = process.extract(_plain(asked), _names().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=10)
    return tuple(dict.fromkeys(_names()[name] for name, _, _ in alike))[:_SUGGESTIONS]


def worded(metric: Metric, value: Fraction | None, currency: str) -> Say:
    """A value of `metric` with its unit; a dash for None."""
    unit = CATALOGUE[metric].unit
    if value is None:
        return say("kpi-value", value=None)
    match unit:
        case Unit.DAYS | Unit.HOURS | Unit.POINTS:
            return say(f"kpi-value-{unit.value}", value=Number(value, 1))
        case Unit.MONEY | Unit.COUNT | Unit.RATIO | Unit.PERCENT:
            return say("kpi-value", value=_plain_value(unit, value, currency))
        case _:
            assert_never(unit)


def _plain_value(unit: Unit, value: Fraction, currency: str) -> Value:
    if unit is Unit.MONEY:
        return Money(round_half_up(value), currency)
    if unit is Unit.PERCENT:
        return Percent(value)
    if unit is Unit.RATIO:
        return Number(value, 2)
    return int(value) if value.denominator == 1 else Number(value, 1)


def _key(metric: Metric) -> str:
    return metric.value.replace("_", "-")


def _plain(asked: str) -> str:
    return "".join(unicodedata.normalize("NFKC", asked[:_LONGEST]).casefold().split())


@cache
def _names() -> dict[str, Metric]:
    """Metrics by every name, without spaces. What stands in brackets (PV) may go."""
    own = {metric.value.replace("_", ""): metric for metric in Metric}
    given = {_plain(word): metric for metric, words in _WORDS.items() for word in words.split()}
    shown = {
        _plain(text(language, f"metric-{_key(metric)}", {})): metric for metric in Metric for language in LANGUAGES
    }
    shorter = {unicodedata.normalize("NFKC", name).partition("(")[0]: metric for name, metric in shown.items()}
    return shorter | own | given | shown
