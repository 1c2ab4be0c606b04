"""What members may do."""

import pytest

from kpi.ids import MemberId, TeamId
from kpi.team import Member, Role, role_of


@pytest.mark.parametrize(
    ("given_by_hand", "administrator", "expected"),
    [
        (None, True, Role.LEAD),
        (None, False, Role.SELLER),
        (Role.LEAD, False, Role.LEAD),
        (Role.SELLER, True, Role.SELLER),
        (Role.VIEWER, True, Role.VIEWER),
    ],
)
def test_administrators_lead_unless_a_role_was_given_by_hand(
    given_by_hand: Role | None, administrator: bool, expected: Role
) -> None:
    member = Member(MemberId(1), TeamId(1), None, "小美", given_by_hand, administrator, active=True)
    assert role_of(member) is expected
