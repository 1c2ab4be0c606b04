"""喜报: what somebody, or a team, has achieved, to be passed on; nothing of any customer. Travels as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict, cast

from kpi.figures import check_kind
from kpi.message import Say, decode_say, encode_say

KIND = "poster"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Poster:
    """A name, the figure that stands out, what else is true, and of when. `team` stands below."""

    head: Say
    name: str
    figure: Say
    label: Say
    facts: tuple[Say, ...]
    when: Say
    team: str


class _Raw(TypedDict):
    head: str
    name: str
    figure: str
    label: str
    facts: list[str]
    when: str
    team: str


def to_picture(of: Poster) -> dict[str, object]:
    """`of` as JSON values."""
    return {
        "kind": KIND,
        "version": VERSION,
        "head": encode_say(of.head),
        "name": of.name,
        "figure": encode_say(of.figure),
        "label": encode_say(of.label),
        "facts": [encode_say(fact) for fact in of.facts],
        "when": encode_say(of.when),
        "team": of.team,
    }


def from_picture(picture: Mapping[str, object]) -> Poster:
    """What `to_picture` made. `ValueError` for another kind, or a version this code does not know."""
    check_kind(picture, KIND, VERSION)
    raw = cast("_Raw", picture)
    return Poster(
        decode_say(raw["head"]),
        raw["name"],
        decode_say(raw["figure"]),
        decode_say(raw["label"]),
        tuple(map(decode_say, raw["facts"])),
        decode_say(raw["when"]),
        raw["team"],
    )
