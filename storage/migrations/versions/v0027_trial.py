"""Teams to try things out with, and numbers that are not given again."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "trial",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.Column("chosen_before", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("team_id", name="pk_trial"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_trial_team_id"),
        sa.ForeignKeyConstraint(["chosen_before"], ["team.id"], name="fk_trial_chosen_before"),
        sqlite_strict=True,
    )
    op.create_index("ix_trial_made_at", "trial", ["made_at"])
    op.create_table(
        "spent_number",
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("number", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("table_name", name="pk_spent_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_entry_answer_entry_id", "entry_answer", ["entry_id"])
