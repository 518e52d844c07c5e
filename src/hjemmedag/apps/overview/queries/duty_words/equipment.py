"""The words in which a person meets the duties of equipment."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview.queries.duty_words.words import Words

EQUIPMENT = {
    "equipment.sign": Words(
        gettext_lazy("Sign for your equipment"),
        gettext_lazy("Is all of it there? One signature stands for everything on the receipt."),
        gettext_lazy("Read and sign"),
        "documents:signature",
    ),
    "equipment.bring_back": Words(
        gettext_lazy("Bring equipment back"),
        gettext_lazy("Something you have on loan is due. Say when you have brought it back."),
        gettext_lazy("See your equipment"),
        "equipment:mine",
    ),
    "equipment.answer": Words(
        gettext_lazy("Answer your team’s orders"),
        gettext_lazy("Supplies or refunds wait for your yes or no."),
        gettext_lazy("See the orders"),
        "equipment:answers",
    ),
    "equipment.hand_over": Words(
        gettext_lazy("Hand equipment to {name}"),
        gettext_lazy("{name} lacks something of the package, or something was ordered."),
        gettext_lazy("Hand it over"),
        "equipment:new_handover",
    ),
    "equipment.receive": Words(
        gettext_lazy("Confirm what was brought back"),
        gettext_lazy("Someone says that equipment is back. Until you confirm it, they are responsible."),
        gettext_lazy("See the returns"),
        "equipment:returns",
    ),
    "equipment.missing": Words(
        gettext_lazy("Look into missing equipment"),
        gettext_lazy("Something is reported lost or stolen. Write it off, or receive it when it turns up."),
        gettext_lazy("See the item"),
        "equipment:item",
    ),
    "equipment.service": Words(
        gettext_lazy("Service or replace equipment"),
        gettext_lazy("The day for it comes near, or has passed."),
        gettext_lazy("See the item"),
        "equipment:item",
    ),
    "equipment.repair": Words(
        gettext_lazy("Help with a fault"),
        gettext_lazy("The time you have promised is running."),
        gettext_lazy("See the fault"),
        "equipment:repair",
    ),
}
