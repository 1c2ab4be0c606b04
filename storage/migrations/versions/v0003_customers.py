"""Customers by alias: who they are, which of them are one, and which lines of reports name them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "customer",
        _whole("id"),
        _whole("team_id"),
        sa.Column("alias", sa.Text(), nullable=True),
        sa.Column("alias_key", sa.Text(), nullable=True),
        _whole("same_as", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_customer"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_customer_team_id"),
        _of_team("customer", "same_as", "customer"),
        sa.UniqueConstraint("team_id", "alias_key", name="uq_customer_team_id_alias_key"),
        sa.UniqueConstraint("team_id", "id", name="uq_customer_team_id_id"),
        sa.CheckConstraint("(alias IS NULL) = (alias_key IS NULL)", name=op.f("ck_customer_alias")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "customer_merge",
        _whole("id"),
        _whole("team_id"),
        _whole("gone_id"),
        _whole("kept_id"),
        _whole("merged_at"),
        _whole("merged_by"),
        _whole("undone_at", null=True),
        _whole("undone_by", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_customer_merge"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_customer_merge_team_id"),
        _of_team("customer_merge", "gone_id", "customer"),
        _of_team("customer_merge", "kept_id", "customer"),
        _of_team("customer_merge", "merged_by", "member"),
        _of_team("customer_merge", "undone_by", "member"),
        sa.CheckConstraint("gone_id <> kept_id", name=op.f("ck_customer_merge_two")),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name=op.f("ck_customer_merge_undone")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    in_force = sa.text("undone_at IS NULL")
    op.create_index(
        "uq_customer_merge_in_force",
        "customer_merge",
        ["team_id", "gone_id"],
        unique=True,
        sqlite_where=in_force,
        postgresql_where=in_force,
    )
    op.create_table(
        "line_customer",
        _whole("entry_id"),
        _whole("line"),
        _whole("revision"),
        _whole("team_id"),
        _whole("customer_id"),
        sa.PrimaryKeyConstraint("entry_id", "line", "revision", name="pk_line_customer"),
        _of_team("line_customer", "entry_id", "entry"),
        _of_team("line_customer", "customer_id", "customer"),
        sa.ForeignKeyConstraint(
            ["entry_id", "line", "revision"],
            ["entry_line.entry_id", "entry_line.line", "entry_line.revision"],
            name="fk_line_customer_entry_id_line_revision",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_line_customer_customer", "line_customer", ["team_id", "customer_id"])


def _whole(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, _WHOLE, nullable=null)


def _of_team(table: str, column: str, referred: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_team_id_{column}"
    return sa.ForeignKeyConstraint(
        ["team_id", column], [f"{referred}.team_id", f"{referred}.id"], name=name, deferrable=True
    )
