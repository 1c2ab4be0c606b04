"""What the bot can do: a file for each capability, gathered here in the order of `/help`."""

from handlers.board import board
from handlers.charts import charts
from handlers.fix import fix
from handlers.help import Section, helping
from handlers.log import log
from handlers.me import me
from handlers.settings import settings
from handlers.start import starting
from handlers.target import target
from handlers.team import team

SECTIONS = (
    Section("report", (log, fix)),
    Section("look", (me, board, charts)),
    Section("team", (target, team, settings)),
)
_EXPLAINED = tuple(part for section in SECTIONS for part in section.parts)
CAPABILITIES = (starting(_EXPLAINED), *_EXPLAINED, helping(SECTIONS))
