"""`hjemmedag export KIND [FILE]`: writes a file in the form that can be taken in."""

from hjemmedag.apps.people.management.kinds import ByKind


class Command(ByKind):
    """Every kind that a stage can write."""

    help = "Write a file that can be taken in again."
    verb = "export"
