"""What can be done with applications, arrangements and single days."""

from hjemmedag.apps.agreements.actions.abroad import (
    WantedStay,
    answer_stay,
    ask_for_stay,
    inform_of_stay,
    withdraw_stay,
)
from hjemmedag.apps.agreements.actions.ad_hoc import answer_day, ask_for_day, settle_habit, withdraw_day
from hjemmedag.apps.agreements.actions.amending import (
    Wanted,
    approve_change,
    ask_for_change,
    refuse_change,
    withdraw_change,
)
from hjemmedag.apps.agreements.actions.applications import discard, save, submit, withdraw
from hjemmedag.apps.agreements.actions.arrangement_list import (
    FaultyArrangements,
    TakenArrangements,
    take_in_arrangements,
)
from hjemmedag.apps.agreements.actions.batches import claim_items, make_item, send_batch
from hjemmedag.apps.agreements.actions.closures import close_site, undo_closure
from hjemmedag.apps.agreements.actions.completing import Missing, complete
from hjemmedag.apps.agreements.actions.decisions import approve, refuse
from hjemmedag.apps.agreements.actions.moves import move_day, undo_move
from hjemmedag.apps.agreements.actions.particulars import record_receipts
from hjemmedag.apps.agreements.actions.places import (
    WantedPlace,
    approve_place,
    ask_for_place,
    end_place,
    refuse_place,
    withdraw_place,
)
from hjemmedag.apps.agreements.actions.renewing import choose_practice, offer_again, start_over
from hjemmedag.apps.agreements.actions.second_looks import ask_again, overturn, uphold, withdraw_second_look
from hjemmedag.apps.agreements.actions.status import close, pause, resume, start
from hjemmedag.apps.agreements.actions.transfers import check_employers

__all__ = [
    "FaultyArrangements",
    "Missing",
    "TakenArrangements",
    "Wanted",
    "WantedPlace",
    "WantedStay",
    "answer_day",
    "answer_stay",
    "approve",
    "approve_change",
    "approve_place",
    "ask_again",
    "ask_for_change",
    "ask_for_day",
    "ask_for_place",
    "ask_for_stay",
    "check_employers",
    "choose_practice",
    "claim_items",
    "close",
    "close_site",
    "complete",
    "discard",
    "end_place",
    "inform_of_stay",
    "make_item",
    "move_day",
    "offer_again",
    "overturn",
    "pause",
    "record_receipts",
    "refuse",
    "refuse_change",
    "refuse_place",
    "resume",
    "save",
    "send_batch",
    "settle_habit",
    "start",
    "start_over",
    "submit",
    "take_in_arrangements",
    "undo_closure",
    "undo_move",
    "uphold",
    "withdraw",
    "withdraw_change",
    "withdraw_day",
    "withdraw_place",
    "withdraw_second_look",
    "withdraw_stay",
]
