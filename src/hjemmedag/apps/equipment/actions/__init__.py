"""What can be done with equipment."""

from hjemmedag.apps.equipment.actions.handovers import hand_over, take_back
from hjemmedag.apps.equipment.actions.loans import ask_back, bring_back, receive, report_loss
from hjemmedag.apps.equipment.actions.money import Choices, answer_expense, ask_for_money, choose, set_internet
from hjemmedag.apps.equipment.actions.orders import call_off, order
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
    "Choices",
    "ItemFacts",
    "KindFacts",
    "add_item",
    "add_kind",
    "answer_expense",
    "ask_back",
    "ask_for_money",
    "ask_for_repair",
    "bring_back",
    "call_off",
    "change_item",
    "change_kind",
    "choose",
    "hand_over",
    "order",
    "receive",
    "report_loss",
    "serviced",
    "set_internet",
    "set_package",
    "step",
    "take_back",
    "take_in",
    "write_off",
]
