# ruff: noqa: N999  # Django names a command by its file.
"""`hjemmedag import KIND FILE`: takes in a file."""

from hjemmedag.apps.people.management.kinds import ByKind


class Command(ByKind):
    """Every kind that a stage can take in."""

    help = "Take in a file."
    verb = "import"
