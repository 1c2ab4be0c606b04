"""/settings and /language: looking, changing, and what is refused."""

from dataclasses import asdict
from datetime import date, timedelta

import pytest

from bot.settings_words import Setting
from kpi.entry import How, Line, Measure
from kpi.ids import TelegramId
from kpi.schedule import Post, due
from kpi.team import Openness, Shows
from storage import chats, entries, people, posts
from storage.posts import Made
from tests.handlers.stage import Stage


@pytest.fixture
def lead_line(stage: Stage, language: str) -> str:
    """What everybody but a lead gets."""
    return {"zh": "这个要团队长或群管理员才能做。", "en": "That is for leads and for the group's administrators."}[
        language
    ]


def test_everybody_sees_the_settings_with_the_zone_and_its_time(stage: Stage, language: str) -> None:
    heard = stage.say(stage.member("Ken"), "/settings")
    assert heard is not None
    assert (
        heard.lines[:8]
        == {
            "zh": [
                "⚙️ 花花美妆 的设置",
                "时区：Asia/Shanghai · 那里现在 12:12",
                "日报：每天 21:30",
                "周报：每周一 09:05",
                "月报：开",
                "结算：00:00 起算新的一天",
                "货币：CNY",
                "语言：中文",
            ],
            "en": [
                "⚙️ Settings of 花花美妆",
                "Zone: UTC · now 04:12 there",
                "Daily board: every day 21:30",
                "Weekly report: Mondays 09:05",
                "Monthly report: on",
                "Day ends: at 00:00",
                "Currency: USD",
                "Language: English",
            ],
        }[language]
    )


@pytest.mark.parametrize("sees_all", [True, False])
def test_in_the_group_it_says_what_the_bot_can_see_there(stage: Stage, language: str, sees_all: bool) -> None:
    heard = stage.say(stage.member("Ken"), "/settings", sees_all=sees_all)
    assert heard is not None
    only_commands = {"zh": "只看得到命令", "en": "only see commands"}[language]
    assert (only_commands in heard.text) is not sees_all
    assert "👀" in heard.text


def test_a_lead_sees_how_to_change_each_and_a_seller_who_can(stage: Stage, language: str) -> None:
    lead = stage.say(stage.member("林小花", administrator=True), "/settings", private=True)
    seller = stage.say(stage.member("Ken"), "/settings", private=True)
    assert lead is not None
    assert seller is not None
    assert {"zh": "设置 时区 上海", "en": "/settings zone Berlin"}[language] in lead.text
    assert (
        seller.lines[-1]
        == {
            "zh": "团队长和群管理员可以改。",
            "en": "Leads and the group's administrators can change them.",
        }[language]
    )


@pytest.mark.parametrize(
    "line", ["/settings zone Berlin", "/settings daily off", "设置 语言 English", "/settings currency EUR"]
)
def test_a_seller_changes_nothing(stage: Stage, lead_line: str, line: str) -> None:
    before = stage.team
    heard = stage.say(stage.member("Ken"), line)
    assert heard is not None
    assert heard.text == lead_line
    assert stage.team == before


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("/settings zone europe/berlin", {"zone": "Europe/Berlin"}),
        ("设置 时区 柏林", {"zone": "Europe/Berlin"}),
        ("/settings time 20:00", {"daily_at": 1200}),
        ("/settings time 8pm", {"daily_at": 1200}),
        ("设置 时间 晚上8点", {"daily_at": 1200}),
        ("设置 日报 20：00", {"daily_at": 1200}),
        ("/settings daily 2000", {"daily_at": 1200}),
        ("/settings daily off", {"daily_at": None}),
        ("设置 日报 关", {"daily_at": None}),
        ("/settings weekly off", {"weekly_at": None}),
        ("设置 周报 10:00", {"weekly_at": 600}),
        ("/settings close 02:00", {"day_close": 120}),
        ("设置 结算 凌晨2点", {"day_close": 120}),
        ("/settings close 12:00", {"day_close": 720}),
        ("/settings currency EUR", {"currency": "EUR"}),
        ("设置 货币 欧元", {"currency": "EUR"}),
    ],
)
def test_a_lead_changes_one_setting(
    stage: Stage, line: str, changes: dict[str, str | int | None], private: bool
) -> None:
    before = asdict(stage.team)
    heard = stage.say(stage.member("林小花", administrator=True), line, private=private)
    assert heard is not None
    assert "→" in heard.text
    assert asdict(stage.team) == before | changes | {"scheduled_since": stage.team.scheduled_since}


def test_the_answer_shows_before_after_and_the_next_post_in_local_time(stage: Stage, language: str) -> None:
    heard = stage.say(stage.member("林小花", administrator=True), "/settings daily 20:00")
    assert heard is not None
    assert (
        heard.lines
        == {
            "zh": ["✅ 日报：每天 21:30 → 每天 20:00", "下次日报：6月8日周一 20:00（Asia/Shanghai）"],
            "en": ["✅ Daily board: every day 21:30 → every day 20:00", "Next board: Mon, Jun 8 at 20:00 (UTC)"],
        }[language]
    )


def test_a_new_zone_moves_both_posts(chinese: Stage) -> None:
    heard = chinese.say(chinese.member("林小花", administrator=True), "/settings zone 纽约")
    assert heard is not None
    assert heard.lines == [
        "✅ 时区：Asia/Shanghai → America/New_York",
        "下次日报：6月8日周一 21:30（America/New_York）",
        "下次周报：6月8日周一 09:05（America/New_York）",
    ]


@pytest.mark.parametrize(
    ("time", "posted_today", "day"),
    [("13:00", False, "6月8日周一"), ("12:00", False, "6月9日周二"), ("13:00", True, "6月9日周二")],
)
def test_a_time_still_ahead_is_used_today_unless_today_s_post_exists(
    chinese: Stage, time: str, posted_today: bool, day: str
) -> None:
    if posted_today:
        made = Made(chinese.team.id, "daily", "2026-06-08")
        posts.claim(chinese.db, made, due_at=chinese.now, state="on time", at=chinese.now)
    heard = chinese.say(chinese.member("林小花", administrator=True), f"/settings time {time}")
    assert heard is not None
    assert heard.lines[1] == f"下次日报：{day} {time}（Asia/Shanghai）"


@pytest.mark.parametrize("line", ["time 09:00", "zone Pacific/Kiritimati", "weekly 09:00", "close 11:59"])
def test_nothing_that_is_past_by_then_is_posted(chinese: Stage, line: str) -> None:
    lead = chinese.member("林小花", administrator=True)
    chinese.now += timedelta(days=1)
    chinese.say(lead, f"/settings {line}")
    assert due(chinese.team, chinese.now, ()) == []
    assert due(chinese.team, chinese.now + timedelta(days=8), ()) != []


@pytest.mark.parametrize("line", ["language en", "currency EUR"])
def test_what_does_not_concern_the_schedule_skips_no_post(chinese: Stage, line: str) -> None:
    lead = chinese.member("林小花", administrator=True)
    chinese.now += timedelta(days=1)
    chinese.say(lead, f"/settings {line}")
    assert Post.DAILY in {post.kind for post in due(chinese.team, chinese.now, ())}


@pytest.mark.parametrize(("first", "time"), [("/settings daily off", 21 * 60 + 30), ("/settings time 20:00", 20 * 60)])
def test_on_means_the_time_it_has_or_the_customary_one(stage: Stage, first: str, time: int) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.say(lead, first)
    stage.say(lead, "/settings daily on")
    assert stage.team.daily_at == time


def test_what_is_so_already_is_said_so(stage: Stage, language: str) -> None:
    heard = stage.say(stage.member("林小花", administrator=True), "/settings weekly 09:05")
    assert heard is not None
    assert (
        heard.lines
        == {
            "zh": ["周报本来就是：每周一 09:05"],
            "en": ["Weekly report is that already: Mondays 09:05"],
        }[language]
    )


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("zone nowhere", "zone Berlin"),
        ("zone Berln", "zone Berlin"),
        ("time soon", "daily 20:00"),
        ("daily", "daily 20:00"),
        ("weekly 25:00", "weekly 09:05"),
        ("close 13:00", "close 02:00"),
        ("close off", "close 02:00"),
        ("currency BTC", "currency USD"),
        ("language fr", "language en"),
    ],
)
def test_a_wrong_value_is_answered_by_a_sentence_with_an_example(english: Stage, line: str, example: str) -> None:
    lead = english.member("林小花", administrator=True)
    before = english.team
    heard = english.say(lead, f"/settings {line}")
    assert heard is not None
    assert example in heard.text
    assert english.team == before


@pytest.mark.parametrize(("asked", "zone"), [("Berln", "Europe/Berlin"), ("美国", "America/New_York")])
def test_zones_that_may_be_meant_are_offered_as_buttons(stage: Stage, asked: str, zone: str) -> None:
    lead = stage.member("林小花", administrator=True)
    heard = stage.say(lead, f"/settings zone {asked}")
    assert heard is not None
    chosen = stage.press(lead, heard.buttons[zone], private=False)
    assert chosen is not None
    assert zone in chosen.text
    assert stage.team.zone == zone


def test_a_lead_changes_everything_by_buttons_on_the_message_with_the_settings(stage: Stage, language: str) -> None:
    lead = stage.member("林小花", administrator=True)
    shown = stage.say(lead, "/settings")
    assert shown is not None
    *each, template = shown.buttons.values()
    assert each == [f"v1:settings:77:1:{setting.value}" for setting in Setting]
    assert template == "v1:template:77:1"
    wanted = {
        "zone": "Asia/Tokyo",
        "daily": "2000",
        "weekly": "off",
        "monthly": "off",
        "close": "0200",
        "currency": "EUR",
        "language": {"zh": "en", "en": "zh"}[language],
        "live": "on",
        "customers": "on",
        "shows": "top",
        "figures": "ranks",
        "prorate": "on",
        "stock": "14",
        "shipping": "72",
        "words": "90",
    }
    for setting, data in zip(Setting, each, strict=True):
        choices = stage.press(lead, data, private=False)
        assert choices is not None
        assert choices.slot == "settings:77"
        chosen = f"v1:set:77:1:{setting.value}:{wanted[setting.value]}"
        assert chosen in choices.buttons.values()
        assert list(choices.buttons.values())[-2 if setting is Setting.ZONE else -1] == "v1:settings:77:1"
        again = stage.press(lead, chosen, private=False)
        assert again is not None
        assert again.slot == shown.slot == "settings:77"
    team = stage.team
    assert (team.zone, team.daily_at, team.weekly_at, team.day_close) == ("Asia/Tokyo", 1200, None, 120)
    assert (team.currency, team.language) == ("EUR", wanted["language"])
    assert (team.live, team.leads_see_customers, team.prorates) == (True, True, True)
    assert team.monthly is False
    assert (team.words_kept, team.words_kept_since) == (90, stage.now)
    assert (team.shows, team.openness) == (Shows.TOP, Openness.RANKS)
    after = stage.say(lead, "/settings")
    assert after is not None
    assert after.text.startswith({"zh": "⚙️ Settings of", "en": "⚙️ 花花美妆 的设置"}[language])


def test_more_zones_are_on_the_next_page(stage: Stage, language: str) -> None:
    lead = stage.member("林小花", administrator=True)
    first = stage.press(lead, "v1:settings:77:1:zone", private=False)
    assert first is not None
    more = first.buttons[{"zh": "更多…", "en": "More…"}[language]]
    second = stage.press(lead, more, private=False)
    assert second is not None
    assert second.buttons[{"zh": "曼谷", "en": "Bangkok"}[language]] == "v1:set:77:1:zone:Asia/Bangkok"


def test_the_currency_is_not_offered_once_there_is_a_target(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.say(lead, "/target 50000")
    heard = stage.say(lead, "/settings")
    assert heard is not None
    offered = {data.rpartition(":")[2] for data in heard.buttons.values() if data.startswith("v1:settings:")}
    assert offered == {setting.value for setting in Setting} - {"currency"}
    assert "v1:settings:77:1:currency" not in heard.buttons.values()


def test_the_way_back_leads_to_all_settings(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    assert stage.press(lead, "v1:settings:77:1", private=False) == stage.say(lead, "/settings")


@pytest.mark.parametrize(
    "data",
    [
        "v1:set:77:1:daily:off",
        "v1:setting:zone:Europe/Berlin:1",
        "v1:set:77:1:language:en",
        "v1:settings:77:1",
        "v1:settings:77:1:zone",
    ],
)
def test_a_seller_s_press_changes_nothing(stage: Stage, lead_line: str, data: str) -> None:
    before = stage.team
    heard = stage.press(stage.member("Ken"), data, private=False)
    assert heard is not None
    assert heard.text == lead_line
    assert stage.team == before


@pytest.mark.parametrize(
    "data",
    [
        "v1:setting",
        "v1:setting:daily",
        "v1:setting:daily:off",
        "v1:setting:daily:off:2",
        "v1:setting:nonsense:off:1",
        "v1:setting:zone:Mars:1",
        "v1:set",
        "v1:set:77:1:daily",
        "v1:set:77:2:daily:off",
        "v1:set:x:1:daily:off",
        "v1:set:77:1:nonsense:off",
        "v1:settings",
        "v1:settings:x:1",
        "v1:settings:77:2",
        "v1:settings:77:1:nonsense",
        "v1:settings:77:1:zone:9",
        "v1:settings:77:1:zone:x",
    ],
)
def test_a_forged_press_changes_nothing(stage: Stage, data: str) -> None:
    lead = stage.member("林小花", administrator=True)
    before = stage.team
    assert stage.press(lead, data, private=False) is not None
    assert stage.team == before


@pytest.mark.parametrize("line", ["/settings nonsense", "/settings 20:00", "设置 一下"])
def test_nonsense_is_answered_by_the_usage(stage: Stage, line: str, language: str) -> None:
    heard = stage.say(stage.member("林小花", administrator=True), line, private=True)
    assert heard is not None
    assert {"zh": "设置 周报 关", "en": "/settings weekly off"}[language] in heard.lines


def test_the_currency_stays_once_there_are_sales(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    (member,) = stage.members
    line = Line(Measure.GROSS, 100, date(2026, 1, 1), member.id)
    entries.record(
        stage.db, stage.team.id, author=member.id, source="telegram", source_ref="1:1",
        how=How.TEXT, lines=[line], at=stage.now,
    )  # fmt: skip
    own = stage.team.currency
    heard = stage.say(lead, "/settings currency EUR")
    assert heard is not None
    assert own in heard.text
    assert stage.team.currency == own
    again = stage.say(lead, f"/settings currency {own}")
    assert again is not None
    assert again != heard


def test_the_currency_stays_once_there_is_a_target(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    own = stage.team.currency
    stage.say(lead, "/target 50000")
    stage.say(lead, "/settings currency EUR")
    assert stage.team.currency == own


@pytest.mark.parametrize(("word", "code"), [("en", "en"), ("English", "en"), ("zh", "zh"), ("中文", "zh")])
def test_the_language_is_the_group_s_and_is_answered_in(stage: Stage, word: str, code: str) -> None:
    lead = stage.member("林小花", administrator=True)
    heard = stage.say(lead, f"/settings language {word}")
    assert heard is not None
    assert heard.text.startswith({"zh": ("✅ 语言", "语言"), "en": ("✅ Language", "Language")}[code])
    assert stage.team.language == chats.chat(stage.db, stage.team.chat).language == code
    assert people.person(stage.db, lead.id).language == stage.language


def test_posts_go_to_the_topic_in_which_a_lead_speaks_of_the_settings(stage: Stage, language: str) -> None:
    lead = stage.member("林小花", administrator=True)
    looked = stage.say(lead, "/settings", topic=7)
    assert looked is not None
    assert "📌" in looked.text
    topics = [stage.team.topic]
    stage.say(lead, "/settings time 20:00", topic=9)
    topics.append(stage.team.topic)
    general = stage.say(lead, "/settings")
    topics.append(stage.team.topic)
    assert topics == [7, 9, None]
    assert stage.team.daily_at == 20 * 60
    assert general is not None
    assert {"zh": "主话题", "en": "General"}[language] in general.text


def test_neither_a_seller_nor_a_private_chat_moves_the_posts(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.say(lead, "/settings", topic=7)
    stage.say(stage.member("Ken"), "/settings", topic=8)
    stage.say(lead, "/settings", private=True)
    again = stage.say(lead, "/settings", topic=7)
    assert again is not None
    assert "📌" not in again.text
    assert stage.team.topic == 7


def test_a_button_changes_no_other_team_than_the_one_it_was_shown_for(stage: Stage, language: str) -> None:
    other = Stage(stage.db, language, stage.capabilities, group=TelegramId(-1002), name="二队")
    lead = stage.member("林小花", administrator=True)
    other.member("林小花", administrator=True)
    people.choose_team(stage.db, lead.id, stage.team.id)
    pressed = [f"v1:set:77:{stage.team.id}:daily:off", f"v1:setting:daily:off:{stage.team.id}"]
    pressed += [f"v1:pick:77:{stage.team.id}:daily:off"]
    people.choose_team(stage.db, lead.id, other.team.id)
    for data in pressed:
        heard = stage.press(lead, data)
        assert heard is not None
        assert "二队" in heard.text
        assert (stage.team.daily_at, other.team.daily_at) == (1290, 1290)


def test_a_lead_of_two_teams_changes_the_chosen_one_in_private(stage: Stage, language: str) -> None:
    other = Stage(stage.db, language, stage.capabilities, group=TelegramId(-1002), name="二队")
    lead = stage.member("林小花", administrator=True)
    other.member("林小花", administrator=True)
    stage.say(lead, "/settings time 20:00", private=True)
    assert (stage.team.daily_at, other.team.daily_at) == (1290, 1290)
    people.choose_team(stage.db, lead.id, other.team.id)
    stage.say(lead, "/settings time 20:00", private=True)
    assert (stage.team.daily_at, other.team.daily_at) == (1290, 1200)


@pytest.mark.parametrize(("line", "code"), [("/language en", "en"), ("/language 中文", "zh"), ("语言 英文", "en")])
def test_everybody_chooses_their_own_language_in_private(stage: Stage, line: str, code: str) -> None:
    ken = stage.member("Ken")
    heard = stage.say(ken, line, private=True)
    assert heard is not None
    assert heard.text.startswith({"zh": "✅ 以后", "en": "✅ From now on"}[code])
    assert people.person(stage.db, ken.id).language == code
    assert stage.team.language == stage.language


def test_the_language_can_be_chosen_by_a_button(stage: Stage) -> None:
    ken = stage.person("Ken")
    asked = stage.say(ken, "/language", private=True)
    assert asked is not None
    assert asked.buttons == {"中文": "v1:language:zh", "English": "v1:language:en"}
    stage.press(ken, "v1:language:en")
    assert people.person(stage.db, ken.id).language == "en"


@pytest.mark.parametrize(
    ("data", "private"), [("v1:language:fr", True), ("v1:language", True), ("v1:language:en", False)]
)
def test_a_forged_button_changes_no_language(stage: Stage, data: str, private: bool) -> None:
    ken = stage.member("Ken")
    stage.press(ken, data, private=private)
    assert people.person(stage.db, ken.id).language == stage.language
    assert chats.chat(stage.db, stage.team.chat).language == stage.language


def test_nonsense_as_a_language_is_answered_by_the_usage(stage: Stage, language: str) -> None:
    heard = stage.say(stage.person("Ken"), "/language klingon", private=True)
    assert heard is not None
    assert {"zh": "/language zh", "en": "/language en"}[language] in heard.lines
