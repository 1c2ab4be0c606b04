"""All that is tried, by requirement."""

from collections.abc import Callable

from tests.chaos import inputs, killing, secrecy
from tests.chaos.goals import Found, Run

Scenario = Callable[[Run], list[Found]]

SCENARIOS: dict[str, Scenario] = {
    "R1": killing.killed,
    "R2": killing.asked_to_end,
    "R12": inputs.invented,
    "R14": secrecy.token,
}
