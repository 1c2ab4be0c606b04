"""All that is tried, by requirement."""

from collections.abc import Callable

from tests.chaos import days, inputs, killing, secrecy, trouble
from tests.chaos.goals import Found, Run

Scenario = Callable[[Run], list[Found]]

SCENARIOS: dict[str, Scenario] = {
    "R1": killing.killed,
    "R2": killing.asked_to_end,
    "R3": days.posts,
    "R4": days.steps,
    "R5": trouble.faults,
    "R6": trouble.outages,
    "R12": inputs.invented,
    "R14": secrecy.token,
}
