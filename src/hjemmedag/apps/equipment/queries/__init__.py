"""What may be asked about equipment: stock, packages, loans, repairs, money."""

from hjemmedag.apps.equipment.queries.item_file import Plan, item_plan
from hjemmedag.apps.equipment.queries.labels import labels
from hjemmedag.apps.equipment.queries.loans import (
    Held,
    Way,
    Which,
    handovers,
    held,
    mine,
    own_loan,
    returns,
    running,
    signed,
)
from hjemmedag.apps.equipment.queries.needs import Need, needs
from hjemmedag.apps.equipment.queries.packages import Package, digest, lines_of, package_for, packages
from hjemmedag.apps.equipment.queries.practice import practice
from hjemmedag.apps.equipment.queries.repairs import Course, Stage, course, repair, repairs, repairs_of
from hjemmedag.apps.equipment.queries.stock import (
    Due,
    Told,
    Wanted,
    Where,
    counted,
    findable,
    free_items,
    held_by,
    history,
    item,
    items,
    kinds,
    where,
)
from hjemmedag.apps.equipment.queries.turns import Turn, Waits, keepers, kept_turns, turns

__all__ = [
    "Course",
    "Due",
    "Held",
    "Need",
    "Package",
    "Plan",
    "Stage",
    "Told",
    "Turn",
    "Waits",
    "Wanted",
    "Way",
    "Where",
    "Which",
    "counted",
    "course",
    "digest",
    "findable",
    "free_items",
    "handovers",
    "held",
    "held_by",
    "history",
    "item",
    "item_plan",
    "items",
    "keepers",
    "kept_turns",
    "kinds",
    "labels",
    "lines_of",
    "mine",
    "needs",
    "own_loan",
    "package_for",
    "packages",
    "practice",
    "repair",
    "repairs",
    "repairs_of",
    "returns",
    "running",
    "signed",
    "turns",
    "where",
]
