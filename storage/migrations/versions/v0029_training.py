"""Lessons, tips, checklists of complaints, levels, promotions and praise."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _lessons()
    _tips()
    _complaints()
    _levels()
    _praise()


def _lessons() -> None:
    op.create_table(
        "lesson",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("options", sa.Text(), nullable=True),
        sa.Column("correct", _WHOLE, nullable=True),
        sa.Column("made_by", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.Column("gone_at", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_lesson"),
        sa.UniqueConstraint("team_id", "id", name="uq_lesson_team_id_id"),
        _of_team("lesson", "made_by"),
        sa.CheckConstraint(
            "(question IS NULL) = (options IS NULL) AND (question IS NULL) = (correct IS NULL)",
            name=op.f("ck_lesson_quiz"),
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "lesson_progress",
        sa.Column("lesson_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("done_at", _WHOLE, nullable=True),
        sa.Column("reminded_at", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("lesson_id", "member_id", name="pk_lesson_progress"),
        _of_team("lesson_progress", "lesson_id", "lesson"),
        _of_team("lesson_progress", "member_id"),
        sqlite_strict=True,
    )


def _tips() -> None:
    op.create_table(
        "tip",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_by", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.Column("gone_at", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_tip"),
        sa.UniqueConstraint("team_id", "id", name="uq_tip_team_id_id"),
        _of_team("tip", "made_by"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "tip_vote",
        sa.Column("tip_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("useful", _FLAG, nullable=False),
        sa.PrimaryKeyConstraint("tip_id", "member_id", name="pk_tip_vote"),
        _of_team("tip_vote", "tip_id", "tip"),
        _of_team("tip_vote", "member_id"),
        sqlite_strict=True,
    )


def _complaints() -> None:
    op.create_table(
        "checklist_step",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("place", _WHOLE, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "place", name="pk_checklist_step"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_checklist_step_team_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "complaint_step",
        sa.Column("entry_id", _WHOLE, nullable=False),
        sa.Column("place", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("taken_by", _WHOLE, nullable=False),
        sa.Column("taken_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "place", name="pk_complaint_step"),
        _of_team("complaint_step", "entry_id", "entry"),
        _of_team("complaint_step", "taken_by"),
        sqlite_strict=True,
    )
    op.create_table(
        "complaint_result",
        sa.Column("entry_id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said_by", _WHOLE, nullable=False),
        sa.Column("said_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_complaint_result"),
        _of_team("complaint_result", "entry_id", "entry"),
        _of_team("complaint_result", "said_by"),
        sqlite_strict=True,
    )


def _levels() -> None:
    op.create_table(
        "level",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("place", _WHOLE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("points", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "place", name="pk_level"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_level_team_id"),
        sa.CheckConstraint("points > 0", name=op.f("ck_level_points")),
        sqlite_strict=True,
    )
    op.create_table(
        "promotion",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("given_by", _WHOLE, nullable=False),
        sa.Column("given_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_promotion"),
        _of_team("promotion", "member_id"),
        _of_team("promotion", "given_by"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_promotion_team_id", "promotion", ["team_id", "member_id"])


def _praise() -> None:
    op.create_table(
        "praise",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("decided_by", _WHOLE, nullable=True),
        sa.Column("sent_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_praise"),
        sa.UniqueConstraint("team_id", "id", name="uq_praise_team_id_id"),
        _of_team("praise", "member_id"),
        _of_team("praise", "decided_by"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_praise_team_id", "praise", ["team_id", "business_date"])


def _of_team(table: str, column: str, to: str = "member") -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_team_id_{column}"
    return sa.ForeignKeyConstraint(["team_id", column], [f"{to}.team_id", f"{to}.id"], name=name, deferrable=True)
