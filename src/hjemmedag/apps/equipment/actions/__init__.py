"""What can be done with equipment."""

from hjemmedag.apps.equipment.actions.handovers import hand_over, take_back
from hjemmedag.apps.equipment.actions.loans import ask_back, bring_back, receive, report_loss
from hjemmedag.apps.equipment.actions.packages import set_package
from hjemmedag.apps.equipment.actions.repairs import ask_for_repair, step
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
    "ask_back",
    "ask_for_repair",
    "bring_back",
    "change_item",
    "change_kind",
    "hand_over",
    "receive",
    "report_loss",
    "serviced",
    "set_package",
    "step",
    "take_back",
    "take_in",
    "write_off",
]
