"""Identifiers as distinct types, so that one is never passed for another.

`ChatId` is our own row number and survives a group's upgrade to a supergroup; `TelegramId` is
Telegram's number of a chat or a person (64 bits, negative for groups).
"""

from typing import NewType

TeamId = NewType("TeamId", int)
MemberId = NewType("MemberId", int)
PersonId = NewType("PersonId", int)
ChatId = NewType("ChatId", int)
EntryId = NewType("EntryId", int)
CustomerId = NewType("CustomerId", int)
OutboxId = NewType("OutboxId", int)
TelegramId = NewType("TelegramId", int)
