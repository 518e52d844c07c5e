"""What forms say of their fields beyond what the framework knows."""

from __future__ import annotations

from django.forms import Field


def needed_sometimes(field: Field) -> None:
    """Call the field neither required nor optional: whether it is needed hangs on what else is said."""
    vars(field)["conditional"] = True
