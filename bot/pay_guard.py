"""The law guard of pay: what a lead may not reward is refused with the reason, and the refusal is written down."""

from bot.audit import note
from bot.command import Request
from kpi.message import Say, say
from kpi.pay.law import banned

_LONGEST = 60


def unlawful(request: Request, written: str) -> Say | None:
    """Why nothing may be paid for what a lead has `written`, noted for all leads to see; None when it may.

    Answer with it, and not with a `Refusal`, which would take the note back as well.
    """
    ban = banned(written)
    if ban is None:
        return None
    reason = say(f"pay-banned-{ban.value.replace('_', '-')}")
    shown = written.strip()[:_LONGEST]
    note(request, say("audit-pay-refused"), new=say("audit-pay-refused-what", wish=shown))
    return reason
