"""The JSON shapes of Telegram's objects (Bot API 10.1), as the bot receives them."""

from datetime import datetime

from bot.demo.chats import Chat, Kind, Post, Role
from bot.demo.values import Json, Object, Person

ANONYMOUS = Person(1087968824, "Group", "GroupAnonymousBot", "", is_bot=True)
_TAGS = {"zh": "zh-hans"}  # Chinese apps do not say "zh"

# What an administrator may do here; required members of ChatMemberAdministrator come first.
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
)
_NO_RIGHTS = ("can_promote_members", "can_post_stories", "can_edit_stories", "can_delete_stories")


def seconds(at: datetime) -> int:
    """Unix time."""
    return int(at.timestamp())


def user(person: Person) -> Object:
    """A `User`."""
    shape: Object = {"id": person.id, "is_bot": person.is_bot, "first_name": person.name}
    if person.username:
        shape["username"] = person.username
    if not person.is_bot:
        shape["language_code"] = _TAGS.get(person.language, person.language)
    return shape


def chat(place: Chat) -> Object:
    """A `Chat`."""
    shape: Object = {"id": place.id, "type": place.kind.value}
    if place.person is not None:
        shape["first_name"] = place.person.name
        if place.person.username:
            shape["username"] = place.person.username
        return shape
    shape["title"] = place.title
    return {**shape, "is_forum": True} if place.forum else shape


def full_chat(place: Chat) -> Object:
    """A `ChatFullInfo`."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    shape = chat(place) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    return shape if place.reactions_on else {**shape, "available_reactions": []}


def member(person: Person, role: Role) -> Object:
    """A `ChatMember`."""
    shape: Object = {"status": role.value, "user": user(person)}
    match role:
        case Role.OWNER:
            return {**shape, "is_anonymous": False}
        case Role.ADMINISTRATOR:
            rights = {**dict.fromkeys(_RIGHTS, True), **dict.fromkeys(_NO_RIGHTS, False)}
            return {**shape, "can_be_edited": False, "is_anonymous": False, **rights}
        case Role.KICKED:
            return {**shape, "until_date": 0}
        case Role.MEMBER | Role.LEFT:
            return shape


def message(place: Chat, post: Post) -> Object:
    """A `Message`, with the one that it answers."""
    shape = _message(place, post)
    # Telegram shows what is said in a topic as an answer to the message that opened it.
    answered = place.post(post.reply_to or post.topic)
    return {**shape, "reply_to_message": _message(place, answered)} if answered and answered is not post else shape


def _message(place: Chat, post: Post) -> Object:
    author = ANONYMOUS if post.anonymous else post.author
    shape: Object = {
        "message_id": post.message_id,
        "from": user(author),
        "chat": chat(place),
        "date": seconds(post.at),
        **_marks(place, post),
        **_content(post),
        **post.service,
    }
    return shape if post.keyboard is None else {**shape, "reply_markup": post.keyboard}


def _marks(place: Chat, post: Post) -> Object:
    """What stands around the content."""
    marks: Object = {}
    if post.anonymous:
        marks["sender_chat"] = chat(place)
    if post.thread is not None and place.kind is Kind.SUPERGROUP:
        marks["message_thread_id"] = post.thread
    if post.topic is not None:
        marks["is_topic_message"] = True
    if post.edited_at is not None:
        marks["edit_date"] = seconds(post.edited_at)
    if post.forwarded:
        marks["forward_origin"] = {"type": "hidden_user", "date": seconds(post.at), "sender_user_name": "Somebody"}
    return marks


def _content(post: Post) -> Object:
    text, entities = post.styled.text, list[Json](post.styled.entities)
    if post.attachment is None:
        written: Object = {"text": text} if text else {}
        return {**written, "entities": entities} if entities else written
    kind = "photo" if post.attachment.is_photo else "document"
    content: Object = {kind: post.attachment.described}
    if text:
        content["caption"] = text
    return {**content, "caption_entities": entities} if entities else content


def change(place: Chat, by: Person, who: Person, roles: tuple[Role, Role], at: datetime) -> Object:
    """A `ChatMemberUpdated`: what `who` was and is now."""
    was, now = roles
    return {
        "chat": chat(place),
        "from": user(by),
        "date": seconds(at),
        "old_chat_member": member(who, was),
        "new_chat_member": member(who, now),
    }
