"""How the installation is doing, for whoever runs it."""

from bot.command import Answers, Capability, Request, Where, Who, answer
from kpi.message import say
from storage import health

status = Capability()


@status.command("status", words=("运行状态",), who=Who.OPERATOR, where=Where.PRIVATE, zh=("/status",), en=("/status",))
def show(request: Request) -> Answers:
    """What waits, what was lost or late, and when the books were backed up."""
    service = request.service
    assert service is not None  # noqa: S101 - only operators come here
    found = health.look(request.db, request.now)
    return (answer(say("status-title"), *service.lines(found, request.now)),)
