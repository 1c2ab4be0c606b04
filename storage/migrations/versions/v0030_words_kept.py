"""For how many days a team keeps what was written, and since when; nothing there means always."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("team", sa.Column("words_kept", _WHOLE, nullable=True))
    op.add_column("team", sa.Column("words_kept_since", _WHOLE, nullable=True))
