"""Stock, packages, hand-overs and returns, repairs, and money."""

from hjemmedag.apps.equipment.models.loans import Handover, Loan, Loss, Return, ReturnStatement
from hjemmedag.apps.equipment.models.money import Expense, ExpenseAnswer, Internet
from hjemmedag.apps.equipment.models.orders import Order
from hjemmedag.apps.equipment.models.practice import Practice
from hjemmedag.apps.equipment.models.repairs import Repair, RepairStep
from hjemmedag.apps.equipment.models.stock import Item, Kind, PackageLine, WriteOff

__all__ = [
    "Expense",
    "ExpenseAnswer",
    "Handover",
    "Internet",
    "Item",
    "Kind",
    "Loan",
    "Loss",
    "Order",
    "PackageLine",
    "Practice",
    "Repair",
    "RepairStep",
    "Return",
    "ReturnStatement",
    "WriteOff",
]
