"""What can be done with equipment."""

from hjemmedag.apps.equipment.actions.packages import set_package
from hjemmedag.apps.equipment.actions.stock import (
    ItemFacts,
    KindFacts,
    add_item,
    add_kind,
    change_item,
    change_kind,
    serviced,
    take_in,
    write_off,
)

__all__ = [
    "ItemFacts",
    "KindFacts",
    "add_item",
    "add_kind",
    "change_item",
    "change_kind",
    "serviced",
    "set_package",
    "take_in",
    "write_off",
]
