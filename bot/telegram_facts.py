"""What handlers need to know from Telegram, asked before the transaction opens.

Handlers never call Telegram. Each question has two seconds, an answer is good for a minute, and no answer
means no permission.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.incoming import Attached, Happening, Incoming
from bot.lists.file import LARGEST, BadFile, Sent, read_file
from kpi.ids import TeamId, TelegramId
from kpi.team import ChatKind
from storage import chats, people, teams
from storage.database import Database

log = logging.getLogger(__name__)

PATIENCE = 2.0  # seconds for one question
FETCHING = 8.0  # seconds for a document
FRESH = 60.0  # seconds an answer is good for
JOIN = "/start join_"
_IN_GROUP = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about the groups and people of a batch.

    `administrators` of the groups asked about, without those that did not answer, which are `silent`; `fresh` are the
    groups of which the books may say something older. `admitted` are people who follow a join link, with the team that
    it names, if they are in its group. `files` are the documents that members sent in private, by their number.
    """

    username: str
    bot_id: TelegramId
    reads_all: bool
    administrators: dict[TelegramId, frozenset[TelegramId]]
    silent: frozenset[TelegramId]
    fresh: frozenset[TelegramId]
    admitted: frozenset[tuple[TelegramId, TeamId]]
    files: Mapping[str, Sent] = field(default_factory=dict)

    def sees_all(self, group: TelegramId) -> bool:
        """Whether every message of `group` reaches the bot: privacy mode is off, or it administrates."""
        return self.reads_all or self.bot_id in self.administrators.get(group, frozenset())


class TelegramFacts:
    """Asks `bot` about groups and remembers the answers. `monotonic` gives seconds."""

    def __init__(self, bot: Bot, database: Database, words: frozenset[str], monotonic: Callable[[], float]) -> None:
        self._bot = bot
        self._database = database
        self._words = words
        self._monotonic = monotonic
        self._administrators: dict[TelegramId, tuple[float, frozenset[TelegramId]]] = {}
        self._fresh: set[TelegramId] = set()

    async def about(self, batch: Sequence[Incoming]) -> Facts:
        """What the handlers of `batch` may need."""
        asking = [incoming for incoming in batch if self._concerns_rights(incoming)]
        chosen = await asyncio.to_thread(self._groups, asking) if asking else set()
        groups = {chat for chat in chosen if chat < 0}  # a trial team has a private chat, which nobody administrates
        answers = await asyncio.gather(*(self._administrators_of(group) for group in groups))
        found = {group: ids for group, ids in zip(groups, answers, strict=True) if ids is not None}
        admitted = await asyncio.gather(*(self._admitted(i) for i in batch if i.text.startswith(JOIN)))
        me = self._bot.bot
        return Facts(
            me.username or "",
            TelegramId(me.id),
            bool(me.can_read_all_group_messages),
            found,
            frozenset(group for group in groups if group not in found),
            frozenset(self._fresh & found.keys()),
            frozenset(pair for pair in admitted if pair is not None),
            await self._files(batch),
        )

    def kept(self, known: Facts) -> None:
        """What was `fresh` is in the books now. Until then it stays so: a batch may be rolled back."""
        self._fresh -= known.fresh

    def _concerns_rights(self, incoming: Incoming) -> bool:
        """Whether the answer can depend on who is an administrator."""
        if incoming.happening in {Happening.PRESS, Happening.BOT_ADDED}:
            return True
        if incoming.happening is not Happening.MESSAGE or not (incoming.text or incoming.attached):
            return False
        if incoming.kind is ChatKind.PRIVATE:
            return True
        first = (incoming.text.split() or [""])[0]
        listed = "\n" in incoming.text or "接龙" in incoming.text  # perhaps a list, which is for leads
        return first.startswith("/") or "@" in incoming.text or first in self._words or listed

    def _groups(self, asking: Sequence[Incoming]) -> set[TelegramId]:
        groups = {incoming.chat for incoming in asking if incoming.kind is ChatKind.GROUP}
        private = {i.sender.telegram_id for i in asking if i.kind is ChatKind.PRIVATE}
        with self._database.read() as db:
            for telegram_id in private:
                person = people.find(db, telegram_id)
                mine = teams.of_person(db, person.id) if person else []
                groups |= {chats.chat(db, team.chat).telegram_id for team in mine}
        return groups

    async def _administrators_of(self, group: TelegramId) -> frozenset[TelegramId] | None:
        known = self._administrators.get(group)
        if known is not None and self._monotonic() - known[0] < FRESH:
            return known[1]
        try:
            async with asyncio.timeout(PATIENCE):
                found = await self._bot.get_chat_administrators(group)
        except (TelegramError, TimeoutError) as error:
            log.warning("no list of administrators: %s", type(error).__name__)
            return None
        ids = frozenset(TelegramId(member.user.id) for member in found)
        self._administrators[group] = (self._monotonic(), ids)
        self._fresh.add(group)
        return ids

    async def _files(self, batch: Sequence[Incoming]) -> dict[str, Sent]:
        """What the documents hold that members sent in private."""
        sent = [i for i in batch if i.attached and i.kind is ChatKind.PRIVATE and i.happening is Happening.MESSAGE]
        of_members = [i for i in sent if await asyncio.to_thread(self._groups, [i])]
        known = [i.attached for i in of_members if i.attached]
        read = await asyncio.gather(*(self._file(attached) for attached in known))
        return {attached.file_id: file for attached, file in zip(known, read, strict=True)}

    async def _file(self, attached: Attached) -> Sent:
        """The document, if it is as small as it should be and comes in time. Only then is anything fetched."""
        if attached.size is None or attached.size > LARGEST:
            return Sent(attached.name, bad=BadFile.TOO_BIG)
        try:
            async with asyncio.timeout(FETCHING):
                found = await self._bot.get_file(attached.file_id)
                content = bytes(await found.download_as_bytearray())
        except (TelegramError, TimeoutError) as error:
            log.warning("a document could not be fetched: %s", type(error).__name__)
            return Sent(attached.name, bad=BadFile.NOT_FETCHED)
        return await asyncio.to_thread(read_file, attached.name, content)

    async def _admitted(self, incoming: Incoming) -> tuple[TelegramId, TeamId] | None:
        """The sender and the team that their join link names, if Telegram says that they are in its group."""
        team = linked_team(incoming.text)
        group = await asyncio.to_thread(self._group_of, team) if team is not None else None
        if team is None or group is None:
            return None
        person = incoming.sender.telegram_id
        try:
            async with asyncio.timeout(PATIENCE):
                member = await self._bot.get_chat_member(group, person)
        except (TelegramError, TimeoutError) as error:
            log.warning("no answer about a member: %s", type(error).__name__)
            return None
        inside = member.status in _IN_GROUP or getattr(member, "is_member", False)
        return (person, team) if inside else None

    def _group_of(self, team: TeamId) -> TelegramId | None:
        with self._database.read() as db:
            found = teams.find(db, team)
            return chats.chat(db, found.chat).telegram_id if found else None


def linked_team(text: str) -> TeamId | None:
    """The team that a join link (`/start join_12`) names."""
    number = text.removeprefix(JOIN).strip()
    joins = text.startswith(JOIN) and re.fullmatch(r"[0-9]{1,9}", number)
    return TeamId(int(number)) if joins else None
