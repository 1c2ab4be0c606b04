"""What a message puts right in an earlier report: 刚才报错了应该是258, "my last one should be 3", 285改成258, 3单.

It is read in three steps: the words of correcting are taken off, then what was wrong (不是285), and what is left says
what is right: a number alone, or some of a report.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto

from bot.reader.bare import Bare, read_bare
from bot.reader.counts import read_all
from bot.reader.reading import Context, Record, Records
from bot.reader.writing import writing

_LONGEST = 80  # characters of a correction that says what is right
_STORY = 200  # characters; whoever writes more tells a story

_OLD, _NEW = r"(?P<old>[^,，。\n]{1,20}?)", r"(?P<new>.+)"
_LAST_ONE = r"(?:last|previous)(?: (?:one|order|sale|entry|report|log))?"
_SORRY = "不好意思|抱歉|对不起|哎呀|啊呀|sorry|oops|ah|wait"
_LAST = (
    r"(?:刚才|刚刚|刚|上面|前面|之前|上)(?:的|那|个|这|一)*(?:单|条|笔|次|个)?的?|(?:最后|上|那)一?(?:单|条|笔)的?"
    rf"|(?:my |the )?{_LAST_ONE}"
)
_WRONG = (
    "我?(?:报|写|打|录|记|输|填|算|弄)错(?:了|啦)?(?:金额|数字|单数|一个数)?|更正(?:一下|下)?|订正(?:一下|下)?"
    "|correction|typo|my mistake|my bad|wrong (?:amount|number|figure)"
    rf"|(?:please )?(?:change|correct|fix|update) (?:my |the )?{_LAST_ONE}(?: to)?"
)
_RATHER = (
    "我?(?:说|搞|发|看)错(?:了|啦)?|错了|不对|(?:正确|其实|实际)?(?:应该|应)(?:是|为)|(?:正确的?|其实|实际)(?:是|为)"
    "|(?:帮我|请|麻烦)?把?(?:它|这个|金额|单数)?(?:改成|改为|改下|改一下|改到|换成)"
    "|(?:it |that )?should(?: have)? (?:be|been|say|read)|i meant|meant|wrong"
    "|(?:please )?(?:make|change|correct|set) (?:it|that|this)(?: to)?"
    r"|actually(?: it was| it's)?|it (?:was|is)(?= ?\d)|it's"
)
_GLUE = "把|是|为|了|的|我|to|is|was|the|a"
_BETWEEN = " ,，.。:：;；!！~-—\n"
_PIECES = tuple(
    (kind, re.compile(rf"(?:{words})(?![a-z])"))
    for kind, words in (("sorry", _SORRY), ("wrong", _WRONG), ("rather", _RATHER), ("last", _LAST), ("glue", _GLUE))
)
_FROM = re.compile(
    rf"(?:把|从|将|from |change |correct )?{_OLD} ?"
    rf"(?:改成|改为|换成|应该是|应为|→|->|=>|should be| to(?= ?[¥$]?\d)) ?{_NEW}"
)
_MONEY = {"金额", "销售额", "业绩", "合计", "一共", "总共", "total", "amount", "sales"}
_COUNTED = ("单数", "订单数?", "件数", "新客户?", "退款", "orders?", "new(?: customers?)?", "refund")
_LABELLED = re.compile(
    rf"(?P<label>{'|'.join((*sorted(_MONEY), *_COUNTED))})的?"
    rf" ?(?:应该是|应该|应为|应是|改成|改为|是|should(?: have)? (?:be|been)|is|was) ?{_NEW}"
)
_NOT_BUT = re.compile(rf"(?:不是|not) ?{_OLD} ?[,， ]?(?:而?是|应该是|but) ?{_NEW}")
_RATHER_THAN = re.compile(rf"(?P<new>.+?) ?[,，]? ?(?:而?不是|(?:and )?not|instead of|rather than) ?{_OLD}")
_POLITE = re.compile(
    r"[ ,，.。!！~]*(?:才对|对吗|谢谢|谢啦|多谢|麻烦了|哈|吧|啊|哦|please|pls|thanks|thank you|thx|sorry|lol)$"
)
_ANOTHER = re.compile(r"又|再|另外|还卖|another|one more|also (?:sold|\d)")
_MAYBE = re.compile(
    "错|改|多报|少报|报多|报少|重复|更正|订正|应该|应为|应是|不是|不对|→|->|correct|typo|mistake|should|meant|my bad"
    "|wrong| not |change|instead|rather|make (?:it|that)|actually|last"
)


class Claim(Enum):
    """How surely a message is meant to correct a report."""

    STATED = auto()  # 报错了, my last order: whatever else it says
    IMPLIED = auto()  # 应该是258, 258 not 285: beside a report or in answer to its card
    NONE = auto()  # 258: in answer to its card


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right: a number alone, or `records` that say some of a report, and the number that was wrong, if said.

    The days of `records` are relative to the day that the reader was given as today.
    """

    claim: Claim
    bare: Bare | None = None
    records: tuple[Record, ...] = ()
    instead_of: Decimal | None = None


def may_correct(text: str) -> bool:
    """Whether it is worth while to read `text` as a correction; most texts hold none of the words for it."""
    return len(text) <= _STORY and _MAYBE.search(text.lower()) is not None


def read_correction(text: str, context: Context) -> Correction | None:
    """What `text` puts right; None when it is none that can be told for sure."""
    if len(text) > _LONGEST:
        return None
    folded = writing(text).folded.strip(_BETWEEN)
    if not folded or _ANOTHER.search(folded):
        return None
    claim, rest = _unframed(folded)
    rest = _POLITE.sub("", rest)
    labelled = _LABELLED.fullmatch(rest)
    if labelled is not None:
        claim = claim if claim is Claim.STATED else Claim.IMPLIED
        money = labelled["label"] in _MONEY
        rest = labelled["new"] if money else f"{labelled['label']} {labelled['new'].removesuffix('个')}"
    for form in (_NOT_BUT, _RATHER_THAN, _FROM):
        parted = form.fullmatch(rest)
        wrong = _figure(parted["old"], context) if parted else None
        if parted is not None and wrong is not None:
            found = _right(_unframed(parted["new"])[1], context)
            stronger = claim if claim is Claim.STATED else Claim.IMPLIED
            return None if found is None else replace(found, claim=stronger, instead_of=wrong)
    found = _right(rest, context)
    return None if found is None else replace(found, claim=claim)


def _unframed(folded: str) -> tuple[Claim, str]:
    """`folded` without the words of correcting at its head, and what they claim."""
    claim, last, at = Claim.NONE, False, 0
    while at < len(folded):
        taken = next(((kind, match.end()) for kind, form in _PIECES if (match := form.match(folded, at))), None)
        if taken is None:
            break
        kind, at = taken
        last = last or kind == "last"
        if kind == "wrong" or (kind == "rather" and last):
            claim = Claim.STATED
        elif kind == "rather" and claim is Claim.NONE:
            claim = Claim.IMPLIED
        while at < len(folded) and folded[at] in _BETWEEN:
            at += 1
    return claim, folded[at:]


def _figure(text: str, context: Context) -> Decimal | None:
    """The one number of what was wrong: 285, 285元, 3单."""
    bare = read_bare(text, context)
    if bare is not None:
        return bare.value
    match read_all(text, context):
        case Records((record,)):
            said = [n for n in (record.revenue, record.orders, record.units, record.new_customers, record.count) if n]
            return Decimal(said[0]) if len(said) == 1 else None
        case _:
            return None


def _right(text: str, context: Context) -> Correction | None:
    if not text:
        return None
    bare = read_bare(text, context)
    if bare is not None:
        return Correction(Claim.NONE, bare=bare)
    match read_all(text, context):
        case Records(records):
            return Correction(Claim.NONE, records=records)
        case _:
            return None
