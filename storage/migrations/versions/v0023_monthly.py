"""Whether a team gets the month's report; nothing there means yes."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("team", sa.Column("monthly", _FLAG, nullable=True))
