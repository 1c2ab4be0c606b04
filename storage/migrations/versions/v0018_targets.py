"""Targets of any metric and period, and whether a team prorates them by presence.

The table is made anew, since its keys are others. Nothing refers to it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("team", sa.Column("prorates", _FLAG, nullable=True))
    old = op.get_bind().execute(sa.text("SELECT * FROM target ORDER BY id")).mappings().all()
    op.drop_table("target")
    op.create_table(
        "target",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("member_id", _WHOLE, nullable=True),
        sa.Column("amount", _WHOLE, nullable=False),
        sa.Column("whole_time", _FLAG, nullable=False),
        sa.Column("set_by", _WHOLE, nullable=False),
        sa.Column("set_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
        sa.CheckConstraint("amount > 0 AND amount < 100000000000", name=op.f("ck_target_amount")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_target_team_id"),
        _of_member("member_id"),
        _of_member("set_by"),
        sa.UniqueConstraint(
            "team_id", "period", "metric", "member_id", name="uq_target_team_id_period_metric_member_id"
        ),
        sqlite_strict=True,
    )
    only = {"sqlite_where": sa.text("member_id IS NULL"), "postgresql_where": sa.text("member_id IS NULL")}
    op.create_index("uq_target_team", "target", ["team_id", "period", "metric"], unique=True, **only)
    _copy(old)


def _of_member(column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_target_team_id_{column}"
    return sa.ForeignKeyConstraint(["team_id", column], ["member.team_id", "member.id"], name=name, deferrable=True)


def _copy(old: sa.Sequence[sa.RowMapping]) -> None:
    """Until now they were all of net sales in a month."""
    kept = ("team_id", "member_id", "set_by", "set_at")
    new = sa.table("target", *map(sa.column, (*kept, "metric", "period", "amount")), sa.column("whole_time", _FLAG))
    rows = [
        {
            **{name: row[name] for name in kept},
            "metric": "net",
            "period": row["month"],
            "amount": row["amount_minor"],
            "whole_time": False,
        }
        for row in old
    ]
    if rows:
        op.bulk_insert(new, rows)
