"""What a rule of pay may not pay for (《禁止传销条例》): recruited people, entry fees, and what a downline sells.

The rules themselves can pay for nothing of the kind, for they look at metrics of one's own customers only. This reads
what somebody *writes* a reward for. No legal advice.
"""

import re
import unicodedata
from enum import Enum


class Ban(Enum):
    """Why something is not paid for."""

    RECRUITS = "recruits"  # 拉人头
    ENTRY_FEES = "entry_fees"  # 入门费
    DOWNLINE = "downline"  # 团队计酬


_SELLERS = r"(?:代理|下级|下线|经销商|分销商?|团队成员|队员|微商|人头|人员|伙伴|合伙人)"
_GETTING = r"(?:招募|招收|招揽|招到|招来|招|发展|介绍|推荐|拉|邀请|新增|带来|裂变)"
_COUNT = r"(?:了|到|来|进)?\s*(?:一|两|几|每|新|\d)*\s*(?:个|名|位)?\s*(?:新|人)?"

_PATTERNS = {
    Ban.ENTRY_FEES: re.compile(
        r"入门费|入会费|加盟费|代理费|升级费|报单费|拿货门槛|入伙费"
        r"|\b(?:entry|joining|join|membership|enrol+ment|sign-?up|starter)[ -](?:kit[ -])?fees?\b",
        re.IGNORECASE,
    ),
    Ban.DOWNLINE: re.compile(
        r"团队计酬|下线|下级(?:代理)?(?:的)?(?:业绩|销售|提成|流水)|(?:二|三|多)级(?:分销|提成|返佣|代理)|[级极]差(?:制|奖|提成)|团队业绩提成"
        r"|\bdown-?lines?\b|\b(?:second|third|multi)[ -](?:tier|level)\b"
        r"|\boverrid(?:e|es|ing) (?:bonus|commission)s?\b",
        re.IGNORECASE,
    ),
    Ban.RECRUITS: re.compile(
        rf"拉人头|人头费|人头奖|招募奖|招商奖|{_GETTING}{_COUNT}\s*{_SELLERS}|[招拉]到?(?:一|两|\d+)[个名位]?人|每招|招新(?!客)|发展团队"
        r"|\brecruit(?:s|ed|ing|ment)?\b|\bnew (?:agents?|sellers?|distributors?|resellers?|recruits?)\b"
        r"|\b(?:bring|brings|bringing|sign|signs|signing|refer|refers|referring)(?: up| in)? (?:\w+ ){0,2}"
        r"(?:agents?|sellers?|distributors?|resellers?)\b",
        re.IGNORECASE,
    ),
}


def banned(written: str) -> Ban | None:
    """Why a reward for what is `written` would be against the law; None when nothing speaks against it.

    New customers (拉新, 拓新) are buyers, and may be paid for.
    """
    plain = unicodedata.normalize("NFKC", written)
    closed_up = re.sub(r"\s", "", plain)  # 拉 人 头
    return next((ban for ban, found in _PATTERNS.items() if found.search(plain) or found.search(closed_up)), None)
