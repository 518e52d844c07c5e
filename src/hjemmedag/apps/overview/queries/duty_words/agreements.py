"""The words in which a person meets the duties of applications, addenda and home days."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview.queries.duty_words.words import Words

AGREEMENTS = {
    "agreements.answer_day": Words(
        gettext_lazy("Answer {name}’s wish for a home day"),
        gettext_lazy("One click for a yes; a no gives a reason."),
        gettext_lazy("Answer"),
        "overview:home_days",
    ),
    "agreements.habit": Words(
        gettext_lazy("{name}’s single home days have become a habit"),
        gettext_lazy("Make it a fixed arrangement, or stop."),
        gettext_lazy("Settle it"),
        "overview:home_days",
    ),
    "agreements.second_look": Words(
        gettext_lazy("Look at {name}’s refusal once more"),
        gettext_lazy("Your answer gives a reason. The first decision stays in the history."),
        gettext_lazy("Read and answer"),
        "overview:application",
    ),
    "agreements.decide": Words(
        gettext_lazy("Answer {name}’s application"),
        gettext_lazy("Your answer is in writing and gives a reason."),
        gettext_lazy("Read and answer"),
        "overview:application",
    ),
    "agreements.answer_change": Words(
        gettext_lazy("Answer a wish for another pattern for {name}"),
        gettext_lazy("The old pattern holds until a new one is signed."),
        gettext_lazy("Read and answer"),
        "overview:change",
    ),
    "agreements.answer_place": Words(
        gettext_lazy("Answer {name}’s wish for another place of work"),
        gettext_lazy("Your answer is in writing; a no gives a reason."),
        gettext_lazy("Read and answer"),
        "overview:other_place",
    ),
    "agreements.answer_stay": Words(
        gettext_lazy("Answer {name}’s wish to work from abroad"),
        gettext_lazy("IT security answers too; both must say yes."),
        gettext_lazy("Read and answer"),
        "overview:stay",
    ),
    "agreements.secure_stay": Words(
        gettext_lazy("Say whether {name} can work safely from abroad"),
        gettext_lazy("A yes can have conditions; a no gives a reason."),
        gettext_lazy("Read and answer"),
        "overview:stay",
    ),
    "agreements.inform_of_stay": Words(
        gettext_lazy("Tell {name} the terms of a longer period abroad"),
        gettext_lazy("In writing and before departure; write down on which day."),
        gettext_lazy("See the period"),
        "overview:stay",
    ),
    "agreements.missing_paper": Words(
        gettext_lazy("Find {name}’s signed addendum"),
        gettext_lazy("The arrangement is from before and was taken in without its paper. It holds meanwhile."),
        gettext_lazy("Add the paper"),
        "overview:completion",
    ),
    "agreements.missing_terms": Words(
        gettext_lazy("Fill in what {name}’s arrangement lacks"),
        gettext_lazy("The arrangement is from before: address, room or hours are missing. It holds meanwhile."),
        gettext_lazy("Fill it in"),
        "overview:completion",
    ),
    "agreements.silence": Words(
        gettext_lazy("{name} has not answered an application"),
        gettext_lazy("The deadline has passed. Talk to {name}, answer it yourself, or choose who answers meanwhile."),
        gettext_lazy("See the application"),
        "overview:application",
    ),
    "agreements.nobody": Words(
        gettext_lazy("Find someone to answer {name}’s application"),
        gettext_lazy("No manager is there to answer {name}. Answer it yourself, or choose who does."),
        gettext_lazy("See the application"),
        "overview:application",
    ),
    "agreements.silence_change": Words(
        gettext_lazy("{name} has not answered a wish for another pattern"),
        gettext_lazy("The deadline has passed. Talk to {name}, answer it yourself, or choose who answers meanwhile."),
        gettext_lazy("See the wish"),
        "overview:change",
    ),
    "agreements.nobody_change": Words(
        gettext_lazy("Find someone to answer {name}’s wish for another pattern"),
        gettext_lazy("No manager is there to answer {name}. Answer it yourself, or choose who does."),
        gettext_lazy("See the wish"),
        "overview:change",
    ),
    "agreements.new_employer": Words(
        gettext_lazy("Check addenda after a move to another company"),
        gettext_lazy("{name} has another employer than the addendum says. Judge whether a new addendum is needed."),
        gettext_lazy("Judge it"),
        "overview:transfer",
    ),
    "agreements.sign": Words(
        gettext_lazy("Sign your contract addendum"),
        gettext_lazy("Your wish is approved. The addendum says what you have agreed."),
        gettext_lazy("Read and sign"),
        "documents:signature",
    ),
    "agreements.confirm_particulars": Words(
        gettext_lazy("Confirm your home-working particulars"),
        gettext_lazy("Your wish is approved. Read the particulars and the policy, and confirm both at once."),
        gettext_lazy("Read and confirm"),
        "documents:signature",
    ),
    "agreements.countersign": Words(
        gettext_lazy("Sign the addendum for {name}"),
        gettext_lazy("{name} has signed. You sign for the employer."),
        gettext_lazy("Read and sign"),
        "documents:signature",
    ),
    "agreements.information": Words(
        gettext_lazy("See that {name} gets the addendum"),
        gettext_lazy("{name} has not opened it yet. Written terms must be in hand on the first day at the latest."),
        gettext_lazy("See the document"),
        "documents:document",
    ),
}
