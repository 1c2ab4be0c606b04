"""What no reward may be for."""

import pytest

from kpi.pay.law import Ban, banned


@pytest.mark.parametrize(
    ("written", "ban"),
    [
        ("奖励 每招1个代理 100", Ban.RECRUITS),
        ("拉人头奖 50", Ban.RECRUITS),
        ("拉 人 头", Ban.RECRUITS),
        ("发展两个代理奖500", Ban.RECRUITS),
        ("介绍了3位新代理", Ban.RECRUITS),
        ("每招一人 200", Ban.RECRUITS),
        ("招到１人奖100", Ban.RECRUITS),
        ("100 for every new agent", Ban.RECRUITS),
        ("Recruiting bonus", Ban.RECRUITS),
        ("bring in two resellers", Ban.RECRUITS),
        ("每收一份入门费 提10%", Ban.ENTRY_FEES),
        ("代理费提成", Ban.ENTRY_FEES),
        ("10% of joining fees", Ban.ENTRY_FEES),
        ("团队计酬", Ban.DOWNLINE),
        ("下线业绩 3%", Ban.DOWNLINE),
        ("二级分销提成", Ban.DOWNLINE),
        ("3% of downline sales", Ban.DOWNLINE),
        ("override commission", Ban.DOWNLINE),
    ],
)
def test_req_41_recruits_entry_fees_and_downlines_are_not_paid_for(written: str, ban: Ban) -> None:
    assert banned(written) is ban


@pytest.mark.parametrize(
    "written",
    [
        "大客户",
        "拉新冠军 300",
        "拓新 每个新客 10",
        "招待客户",
        "招新客奖",
        "招牌产品卖得最好",
        "发展两个新客户",
        "推荐新会员 50",
        "帮新人 带新同事熟悉产品",
        "团队目标达成聚餐",
        "护手霜",
        "代理小美值班一天",
        "new customers",
        "best sales agent of June",
        "thanks for covering two shifts",
        "shipping fees paid back",
        "",
    ],
)
def test_req_65_new_customers_and_all_else_may_be(written: str) -> None:
    assert banned(written) is None
