"""What may be asked about equipment: stock, packages, loans, repairs, money."""

from hjemmedag.apps.equipment.queries.item_file import Plan, item_plan
from hjemmedag.apps.equipment.queries.labels import labels
from hjemmedag.apps.equipment.queries.packages import Package, digest, lines_of, package_for, packages
from hjemmedag.apps.equipment.queries.practice import practice
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

__all__ = [
    "Due",
    "Package",
    "Plan",
    "Told",
    "Wanted",
    "Where",
    "counted",
    "digest",
    "findable",
    "free_items",
    "held_by",
    "history",
    "item",
    "item_plan",
    "items",
    "kinds",
    "labels",
    "lines_of",
    "package_for",
    "packages",
    "practice",
    "where",
]
