"""What the bot can do: a file for each capability, gathered here in the order of `/help`."""

from bot.command import Answers, Request
from handlers.analyze import analyze
from handlers.applause import applause
from handlers.audit import audit
from handlers.board import board
from handlers.bonus import bonus
from handlers.bonus_asking import bonus_asking, ruling
from handlers.boss import boss
from handlers.budget import budget
from handlers.calendar import calendar
from handlers.charts import charts
from handlers.check import check
from handlers.clean import clean
from handlers.coach import coach
from handlers.company import company
from handlers.complaint import complaint, reading_results
from handlers.customers import customers, naming
from handlers.demo import demo
from handlers.equity import equity
from handlers.export import export
from handlers.feedback import hearing, opinions
from handlers.fix import fix
from handlers.forecast import forecasting
from handlers.forgetting import forgetting
from handlers.guided import begin, guiding
from handlers.help import Section, helping, menu
from handlers.imports import imports
from handlers.kpi import kpi
from handlers.level import level
from handlers.lists import lists
from handlers.lock import lock
from handlers.log import log
from handlers.me import me
from handlers.member import presence
from handlers.merge import merge
from handlers.metrics import metrics
from handlers.morning import morning
from handlers.ops import ops
from handlers.pay import pay
from handlers.payroll import paying, reasons
from handlers.payslip import disputing, slips
from handlers.pk import pk
from handlers.plan import plan, talking
from handlers.plan_new import planning, writing
from handlers.poster import poster
from handlers.privacy import privacy
from handlers.reward import reward
from handlers.schedule import schedule
from handlers.score import score
from handlers.settings import settings
from handlers.setup import setup
from handlers.ship import ship
from handlers.sim import sim
from handlers.sources import sources
from handlers.start import starting
from handlers.status import status
from handlers.stock import stock, stocking
from handlers.target import deciding, target
from handlers.target_parts import parting
from handlers.team import team
from handlers.team_pk import team_pk
from handlers.template import template
from handlers.tips import tips
from handlers.tour import tour
from handlers.train import train
from handlers.watch import watch, watching
from handlers.who import who

SECTIONS = (
    Section("report", (log, fix, imports)),
    Section("look", (me, board, charts, boss, company)),
    Section("analysis", (analyze, forecasting, kpi, who, watch)),
    Section("customers", (customers, merge)),
    Section("shop", (ops, stock, metrics, template)),
    Section("service", (complaint, ship)),
    Section("goals", (target, parting, calendar, presence)),
    Section("plans", (plan, planning, coach)),
    Section("training", (train, tips)),
    Section("praise", (level, applause, poster)),
    Section("pay", (pay, sim, reward, equity)),
    Section("rules", (bonus, paying, budget)),
    Section("compete", (score, pk, team_pk)),
    Section("team", (team, settings, schedule, morning, setup, status)),
    Section("books", (clean, check, sources, audit, lock)),
    Section("files", (export,)),
    Section("own", (tour, demo, privacy, forgetting, opinions)),
)
_EXPLAINED = tuple(part for section in SECTIONS for part in section.parts)


def _menu(request: Request) -> Answers:
    return (menu(request, SECTIONS),)


_SPOKEN = (starting(_EXPLAINED, {"log": begin, "help": _menu}), *_EXPLAINED, helping(SECTIONS))
_WORDS = frozenset(word for part in _SPOKEN for command in part.commands for word in command.words)
_READERS = (
    guiding, deciding, stocking, talking, writing, reasons, disputing, reading_results, hearing,
    watching, ruling, naming,
)  # fmt: skip
_READING = tuple(reader(_WORDS) for reader in _READERS)
CAPABILITIES = (*_SPOKEN, lists, slips, bonus_asking, *_READING)
