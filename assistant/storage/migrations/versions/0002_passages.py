"""Passages of the guidance, and their vectors by model.

The tables begin empty: what was stored before is split and embedded in the background.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "passage",
        _words("municipality"), _words("guidance"), _number("revision"), _number("position"),
        _words("heading"), _number("start"), _number("end"), _words("digest"), _number("way_of_splitting"),
        sa.PrimaryKeyConstraint("municipality", "guidance", "revision", "position", name="pk_passage"),
        sa.ForeignKeyConstraint(
            ["municipality", "guidance", "revision"],
            ["guidance.municipality", "guidance.id", "guidance.revision"],
            name="fk_passage_municipality_guidance_revision",
            ondelete="CASCADE",
        ),
    )  # fmt: skip
    op.create_table(
        "passage_vector",
        _words("municipality"), _words("guidance"), _number("revision"), _number("position"),
        _words("model"), _words("digest"), _bytes("vector"), _bytes("checksum"),
        sa.PrimaryKeyConstraint(
            "municipality", "guidance", "revision", "position", "model", name="pk_passage_vector"
        ),
        sa.ForeignKeyConstraint(
            ["municipality", "guidance", "revision", "position"],
            ["passage.municipality", "passage.guidance", "passage.revision", "passage.position"],
            name="fk_passage_vector_municipality_guidance_revision_position",
            ondelete="CASCADE",
        ),
    )  # fmt: skip
