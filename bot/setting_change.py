"""How a team's settings are worded, and how one is changed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal, assert_never
from zoneinfo import ZoneInfo

from bot.audit import note
from bot.command import Refusal, Request, data
from bot.settings_words import (
    Setting,
    read_currency,
    read_days,
    read_hours,
    read_kept,
    read_language,
    read_openness,
    read_shows,
    read_switch,
    read_time,
)
from bot.zones import clock, near_zones, read_zone
from kpi.message import Button, Joined, Minutes, Say, joined, say
from kpi.period import Grain, period_of
from kpi.schedule import Post, due
from kpi.team import SHIP_LIMIT, STOCK_LIMIT, Openness, Shows, Team
from storage import chats, entries, posts, stock, targets, teams
from storage.posts import Made
from storage.teams import DAILY_AT, WEEKLY_AT

_LATEST_CLOSE = 12 * 60
_AHEAD = timedelta(days=9)  # a weekly post is at most a week away, and one more day where the clocks change


def label(setting: Setting) -> Joined:
    """What `setting` is called."""
    return joined(say(f"setting-{setting.value}"))


def standing(setting: Setting, team: Team) -> Say:
    """How `setting` stands."""
    match setting:
        case Setting.ZONE:
            return say("settings-text", value=team.zone)
        case Setting.DAILY:
            return _time("settings-daily", team.daily_at)
        case Setting.WEEKLY:
            return _time("settings-weekly", team.weekly_at)
        case Setting.CLOSE:
            return _time("settings-close", team.day_close)
        case Setting.CURRENCY:
            return say("settings-text", value=team.currency)
        case Setting.LANGUAGE:
            return say(f"language-{team.language}")
        case Setting.MONTHLY | Setting.LIVE | Setting.CUSTOMERS | Setting.PRORATE:
            return say("settings-on" if is_on(setting, team) else "settings-off")
        case Setting.STOCK | Setting.SHIPPING | Setting.WORDS:
            return _limit(setting, team)
        case Setting.SHOWS | Setting.FIGURES:
            return opened(team.shows if setting is Setting.SHOWS else team.openness)
        case _:
            assert_never(setting)


def _limit(setting: Setting, team: Team) -> Say:
    if setting is Setting.WORDS:
        return kept(team.words_kept)
    if setting is Setting.STOCK:
        return say("settings-stock-days", days=team.stock_limit) if team.stock_limit else say("settings-off")
    return say("settings-shipping-hours", hours=team.ship_limit) if team.ship_limit else say("settings-off")


def kept(days: int) -> Say:
    """For how long what was written is kept; 0 is for good."""
    return say("settings-words-days", days=days) if days else say("settings-words-always")


def opened(to: Shows | Openness) -> Say:
    """What of each other's figures may be read."""
    return say(f"settings-{'shows' if isinstance(to, Shows) else 'figures'}-{to.value}")


Switch = Literal[Setting.MONTHLY, Setting.LIVE, Setting.CUSTOMERS, Setting.PRORATE]


def is_on(setting: Switch, team: Team) -> bool:
    """How a setting stands that is on or off."""
    match setting:
        case Setting.MONTHLY:
            return team.monthly
        case Setting.LIVE:
            return team.live
        case Setting.CUSTOMERS:
            return team.leads_see_customers
        case Setting.PRORATE:
            return team.prorates
        case _:
            assert_never(setting)


def _switched(setting: Switch, team: Team, *, on: bool) -> Team:
    match setting:
        case Setting.MONTHLY:
            return replace(team, monthly=on)
        case Setting.LIVE:
            return replace(team, live=on)
        case Setting.CUSTOMERS:
            return replace(team, leads_see_customers=on)
        case Setting.PRORATE:
            return replace(team, prorates=on)
        case _:
            assert_never(setting)


def listed(
    team: Team, now: datetime, settings: Iterable[Setting] = Setting, asked: Setting | None = None
) -> Iterator[Say]:
    """A line for each of `settings`, with the one that is asked for marked."""
    for setting in settings:
        key = "settings-line-asked" if setting is asked else "settings-line"
        yield say(key, what=label(setting), value=_shown(setting, team, now))


def _shown(setting: Setting, team: Team, now: datetime) -> Joined:
    """How `setting` stands. A zone says what time it is there, so that a wrong one is seen at once."""
    there = say("settings-clock", time=clock(now, team.zone)) if setting is Setting.ZONE else None
    return joined(standing(setting, team), there)


def in_this_topic(request: Request) -> tuple[Team, tuple[Say, ...]]:
    """The team, with its posts going where a lead speaks of the settings, and what is said of that.

    General has no topic number.
    """
    team = request.its_team
    if not request.in_group or not request.is_lead or team.topic == request.topic:
        return team, ()
    moved = replace(team, topic=request.topic)
    teams.save(request.db, moved)
    said = say("settings-posts-here" if moved.topic else "settings-posts-in-general")
    note(request, said)
    return moved, (said,)


def change(request: Request, team: Team, setting: Setting, wanted: str) -> tuple[Team, list[Say]]:
    """Sets `setting` to what `wanted` says: the team as it is then, and what it was, is and when it shows.

    `Refusal` with an example when `wanted` is no value for it.
    """
    changed = _with(request, team, setting, wanted)
    before, after = joined(standing(setting, team)), joined(standing(setting, changed))
    if before == after:
        return team, [say("settings-same", what=label(setting), value=after)]
    if _moved_posts(setting):  # what is past by the new times is not made up for
        changed = replace(changed, scheduled_since=request.now)
    if setting is Setting.WORDS:  # there is a day to take it back
        changed = replace(changed, words_kept_since=request.now)
    teams.save(request.db, changed)
    if setting is Setting.LANGUAGE:
        chats.set_language(request.db, team.chat, changed.language)
    note(request, label(setting).parts[0], old=standing(setting, team), new=standing(setting, changed))
    done = say("settings-changed", what=label(setting), before=before, after=after)
    return changed, [done, *_coming(request, changed, setting), *_more(changed, setting)]


def _more(team: Team, setting: Setting) -> Iterator[Say]:
    """What somebody who switched `setting` on may still have to do, or how it is undone."""
    if setting is Setting.LIVE and team.live:
        yield say("settings-live-on")
    if setting is Setting.MONTHLY and team.monthly and team.weekly_at is None:
        yield say("settings-monthly-needs-weekly")
    if setting is Setting.SHOWS and team.shows is not Shows.ALL:
        yield say("settings-shows-back")
    if setting is Setting.FIGURES and team.openness is not Openness.AMOUNTS:
        yield say("settings-figures-back")
    if setting is Setting.WORDS and team.words_kept:
        yield say("settings-words-back")


def _time(key: str, minutes: int | None) -> Say:
    return say("settings-off") if minutes is None else say(key, time=Minutes(minutes))


def _with(request: Request, team: Team, setting: Setting, wanted: str) -> Team:
    match setting:
        case Setting.ZONE:
            return replace(team, zone=_zone(team, wanted))
        case Setting.DAILY:
            return replace(team, daily_at=_post_time(setting, wanted, team.daily_at, DAILY_AT))
        case Setting.WEEKLY:
            return replace(team, weekly_at=_post_time(setting, wanted, team.weekly_at, WEEKLY_AT))
        case Setting.CLOSE:
            return replace(team, day_close=_close(wanted))
        case Setting.CURRENCY:
            return replace(team, currency=_currency(request, wanted))
        case Setting.LANGUAGE:
            return replace(team, language=_language(wanted))
        case Setting.MONTHLY | Setting.LIVE | Setting.CUSTOMERS | Setting.PRORATE:
            return _switched(setting, team, on=_switch(setting, wanted))
        case Setting.STOCK | Setting.SHIPPING | Setting.WORDS:
            return _limited(setting, team, wanted)
        case Setting.SHOWS | Setting.FIGURES:
            return _opened(setting, team, wanted)
        case _:
            assert_never(setting)


def _zone(team: Team, wanted: str) -> str:
    zone = read_zone(wanted)
    if zone is not None:
        return zone
    near = near_zones(wanted)
    if not near:
        raise Refusal(say("settings-zone-unknown"))
    choices = tuple(
        (Button(say("settings-text", value=zone), data("setting", Setting.ZONE.value, zone, team.id)),) for zone in near
    )
    raise Refusal(say("settings-zone-near"), buttons=choices)


def _post_time(setting: Setting, wanted: str, now: int | None, usual: int) -> int | None:
    """On, off or a time; on means the time it has, or the customary one."""
    switch, minutes = read_switch(wanted), read_time(wanted)
    if switch is not None:
        return (usual if now is None else now) if switch else None
    if minutes is None:
        raise Refusal(say(f"settings-{setting.value}-unclear"))
    return minutes


def _switch(setting: Setting, wanted: str) -> bool:
    switch = read_switch(wanted)
    if switch is None:
        raise Refusal(say(f"settings-{setting.value}-unclear"))
    return switch


def _limited(setting: Setting, team: Team, wanted: str) -> Team:
    if setting is Setting.WORDS:
        return replace(team, words_kept=_words_kept(wanted))
    if setting is Setting.STOCK:
        return replace(team, stock_limit=_stock_limit(team, wanted))
    return replace(team, ship_limit=_ship_limit(team, wanted))


def _stock_limit(team: Team, wanted: str) -> int:
    """Off, a number of days, or on, which is the number that stands or the customary one."""
    switch, days = read_switch(wanted), read_days(wanted)
    if switch is not None:
        return (team.stock_limit or STOCK_LIMIT) if switch else 0
    if days is None:
        raise Refusal(say("settings-stock-unclear"))
    return days


def _ship_limit(team: Team, wanted: str) -> int:
    """Off, a number of hours, or on, which is the number that stands or the customary one."""
    switch, hours = read_switch(wanted), read_hours(wanted)
    if switch is not None:
        return (team.ship_limit or SHIP_LIMIT) if switch else 0
    if hours is None:
        raise Refusal(say("settings-shipping-unclear"))
    return hours


def _words_kept(wanted: str) -> int:
    days = read_kept(wanted)
    if days is None:
        raise Refusal(say("settings-words-unclear"))
    return days


def _opened(setting: Setting, team: Team, wanted: str) -> Team:
    shows, openness = read_shows(wanted), read_openness(wanted)
    if setting is Setting.SHOWS and shows is not None:
        return replace(team, shows=shows)
    if setting is Setting.FIGURES and openness is not None:
        return replace(team, openness=openness)
    raise Refusal(say(f"settings-{setting.value}-unclear"))


def _close(wanted: str) -> int:
    minutes = read_time(wanted)
    if minutes is None or minutes > _LATEST_CLOSE:
        raise Refusal(say("settings-close-unclear"))
    return minutes


def _currency(request: Request, wanted: str) -> str:
    team, currency = request.its_team, read_currency(wanted)
    if currency is None:
        raise Refusal(say("settings-currency-unclear"))
    if currency != team.currency and currency_is_fixed(request):
        raise Refusal(say("settings-currency-fixed", currency=team.currency))
    return currency


def currency_is_fixed(request: Request) -> bool:
    """Whether there are amounts that would mean something else in another currency."""
    team = request.its_team.id
    return entries.has_any(request.db, team) or targets.has_money(request.db, team) or stock.is_kept(request.db, team)


def _language(wanted: str) -> str:
    language = read_language(wanted)
    if language is None:
        raise Refusal(say("settings-language-unclear"))
    return language


def _moved_posts(setting: Setting) -> tuple[Post, ...]:
    """The posts whose time or period depends on `setting`."""
    match setting:
        case Setting.DAILY:
            return (Post.DAILY,)
        case Setting.WEEKLY:
            return (Post.WEEKLY, Post.MONTHLY)
        case Setting.MONTHLY:
            return (Post.MONTHLY,)
        case Setting.ZONE | Setting.CLOSE:
            return (Post.DAILY, Post.WEEKLY, Post.MONTHLY)
        case Setting.CURRENCY | Setting.LANGUAGE | Setting.LIVE | Setting.CUSTOMERS:
            return ()
        case Setting.SHOWS | Setting.FIGURES | Setting.PRORATE | Setting.STOCK | Setting.SHIPPING | Setting.WORDS:
            return ()
        case _:
            assert_never(setting)


def _coming(request: Request, team: Team, setting: Setting) -> Iterator[Say]:
    """The next post of each kind that the change moves. One that exists already is not made again."""
    for kind in _moved_posts(setting):
        for post in due(team, request.now + _AHEAD, ()):
            made = Made(team.id, post.kind.value, post.period.key)
            if post.kind is kind and posts.state_of(request.db, made) is None:
                day = period_of(Grain.DAY, post.due_at.astimezone(ZoneInfo(team.zone)).date())
                time = clock(post.due_at, team.zone)
                yield say(f"settings-next-{kind.value}", day=day, time=time, zone=team.zone)
                break
