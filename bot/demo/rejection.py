"""How Telegram says no: a code, a description in its own words, and sometimes what to do instead."""

from bot.demo.values import Object


class RejectedError(Exception):
    """A request that is not carried out. `hints` is Telegram's `ResponseParameters`."""

    def __init__(self, code: int, description: str, hints: Object | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.hints = hints

    def answer(self) -> Object:
        """The body of the answer."""
        said: Object = {"ok": False, "error_code": self.code, "description": self.description}
        return said if self.hints is None else {**said, "parameters": self.hints}


def bad_request(reason: str) -> RejectedError:
    """400."""
    return RejectedError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RejectedError:
    """403."""
    return RejectedError(403, f"Forbidden: {reason}")


def not_found() -> RejectedError:
    """404, which is also what Telegram says to a token that is none."""
    return RejectedError(404, "Not Found")


def unauthorized() -> RejectedError:
    """401, for a token that was revoked."""
    return RejectedError(401, "Unauthorized")


def conflict(reason: str) -> RejectedError:
    """409."""
    return RejectedError(409, f"Conflict: {reason}")


def too_many(seconds: int) -> RejectedError:
    """429."""
    return RejectedError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def upgraded(new_id: int) -> RejectedError:
    """400 for a group that is a supergroup now."""
    return RejectedError(
        400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": new_id}
    )
