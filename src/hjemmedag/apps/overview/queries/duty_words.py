"""What each kind of duty is said with."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

StrOrPromise = str | Promise


@dataclass(frozen=True, slots=True)
class Words:
    """How one kind of duty is said; `{name}` stands for the employee it is about."""

    title: StrOrPromise
    text: StrOrPromise
    action: StrOrPromise
    page: str


WORDS = {
    "policy.receipt": Words(
        gettext_lazy("Read the home-working policy"),
        gettext_lazy("Confirm that you have read the version that applies now."),
        gettext_lazy("Read and confirm"),
        "policy:current",
    ),
    "agreements.decide": Words(
        gettext_lazy("Answer {name}’s application"),
        gettext_lazy("Your answer is in writing and gives a reason."),
        gettext_lazy("Read and answer"),
        "overview:application",
    ),
    "agreements.sign": Words(
        gettext_lazy("Sign your contract addendum"),
        gettext_lazy("Your wish is approved. The addendum says what you have agreed."),
        gettext_lazy("Read and sign"),
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
    "worktime.send": Words(
        gettext_lazy("Finish last week’s working time"),
        gettext_lazy("Was it as agreed? Then it takes one click."),
        gettext_lazy("See the week"),
        "worktime:current",
    ),
    "worktime.again": Words(
        gettext_lazy("Look at a week again"),
        gettext_lazy("Your manager sent it back and says why."),
        gettext_lazy("See the week"),
        "worktime:current",
    ),
    "worktime.approve": Words(
        gettext_lazy("Approve your team’s working time"),
        gettext_lazy("The weeks wait for you. Silence is no answer."),
        gettext_lazy("See the weeks"),
        "worktime:approvals",
    ),
    "worktime.review": Words(
        gettext_lazy("Assess {name} as self-organiser again"),
        gettext_lazy("Does {name} still plan their own time? Write the assessment, and when the next one is due."),
        gettext_lazy("See the assessment"),
        "worktime:registration",
    ),
    "worktime.rest": Words(
        gettext_lazy("Let {name} have a longer rest"),
        gettext_lazy("A rest of {name}’s was cut short. The next one comes right after the work and is longer."),
        gettext_lazy("See the weeks"),
        "worktime:approvals",
    ),
    "worktime.silence": Words(
        gettext_lazy("{name} has not answered the team’s weeks for long"),
        gettext_lazy("Talk to {name}, or choose for each of the team who answers meanwhile. Silence is no answer."),
        gettext_lazy("See {name}"),
        "people:person",
    ),
    "worktime.nobody": Words(
        gettext_lazy("Find someone to answer {name}’s weeks"),
        gettext_lazy("{name} has sent a week and has no manager. Choose who answers."),
        gettext_lazy("Choose who answers"),
        "worktime:registration",
    ),
    "worktime.agreement": Words(
        gettext_lazy("An agreement about rest and hours runs out"),
        gettext_lazy("After that day the rules of the law hold again. Renew it, or plan the work anew."),
        gettext_lazy("See the agreement"),
        "people:agreement",
    ),
    "workplaces.assess": Words(
        gettext_lazy("Assess your home workplace"),
        gettext_lazy("Yes and no, no pictures, and you can stop and go on."),
        gettext_lazy("Assess it"),
        "workplaces:home",
    ),
    "workplaces.eye_test": Words(
        gettext_lazy("You have a right to an eye test"),
        gettext_lazy("Have it, or say no thanks for now."),
        gettext_lazy("Answer"),
        "workplaces:eye_test",
    ),
    "workplaces.plan": Words(
        gettext_lazy("Plan a measure for {name}"),
        gettext_lazy(
            "Something at {name}’s home workplace is not in order. Write the cause, what is done, and by when."
        ),
        gettext_lazy("See the finding"),
        "workplaces:finding",
    ),
    "workplaces.carry_out": Words(
        gettext_lazy("Put something in order for {name}"),
        gettext_lazy("The measure is planned, and you see to it."),
        gettext_lazy("See the finding"),
        "workplaces:finding",
    ),
    "workplaces.rerate": Words(
        gettext_lazy("Is it in order now?"),
        gettext_lazy("Something at your home workplace was put right. Only your word closes it."),
        gettext_lazy("Say it"),
        "workplaces:finding",
    ),
    "workplaces.handler": Words(
        gettext_lazy("Name who handles body and well-being"),
        gettext_lazy("Someone has answered, and nobody may read it until a handler is named."),
        gettext_lazy("Name a handler"),
        "workplaces:practice",
    ),
    "workplaces.discuss": Words(
        gettext_lazy("Hold the yearly safety discussion"),
        gettext_lazy("The points about working at home are ready. Write down what you agree."),
        gettext_lazy("Go to it"),
        "workplaces:discussions",
    ),
    "workplaces.report_injury": Words(
        gettext_lazy("Report an injury at work for {name}"),
        gettext_lazy("The authorities are to have it by the deadline. The data is ready for the public form."),
        gettext_lazy("See the report"),
        "workplaces:injury",
    ),
    "workplaces.check_injury": Words(
        gettext_lazy("Find out whether to report {name}’s injury at work"),
        gettext_lazy("The rule is being changed and is not confirmed. Report it if you are in doubt."),
        gettext_lazy("See the report"),
        "workplaces:injury",
    ),
    "workplaces.ask_injury": Words(
        gettext_lazy("Find out whether {name} is away after the injury"),
        gettext_lazy("Whether it must be reported hangs on absence and claims. Write what you hear."),
        gettext_lazy("See the report"),
        "workplaces:injury",
    ),
    "workplaces.near_miss": Words(
        gettext_lazy("Look at a near miss"),
        gettext_lazy("{name} tells of something that could have hurt someone. Plan what prevents it, or answer."),
        gettext_lazy("See the near miss"),
        "workplaces:near_miss",
    ),
    "workplaces.review_insurance": Words(
        gettext_lazy("Look at an insurance again"),
        gettext_lazy("The day for it comes near, or has passed. Does it still cover work at home?"),
        gettext_lazy("See the insurance"),
        "workplaces:insurance",
    ),
    "workplaces.contents": Words(
        gettext_lazy("Look at your contents insurance"),
        gettext_lazy("It may not cover the company’s things at your home. One click says that you have looked."),
        gettext_lazy("See what covers you"),
        "workplaces:contents",
    ),
    "workplaces.answer_visit": Words(
        gettext_lazy("Answer whether your home may be seen"),
        gettext_lazy("You decide, and a no has no consequences. If you don’t answer, it is a no."),
        gettext_lazy("Read and answer"),
        "workplaces:visit",
    ),
    "workplaces.write_outcome": Words(
        gettext_lazy("Write what you saw at {name}’s home workplace"),
        gettext_lazy("A short note on the place, or that it did not take place."),
        gettext_lazy("Write it"),
        "workplaces:visit",
    ),
    "workplaces.look": Words(
        gettext_lazy("Look at {name}’s picture"),
        gettext_lazy("Only you can see it. Delete it when you have decided what is to be done."),
        gettext_lazy("See the picture"),
        "workplaces:photo",
    ),
    "people.agreement": Words(
        gettext_lazy("Say what a new agreement stands for"),
        gettext_lazy("It came with the staff list. Until you confirm it, the limits of the law apply."),
        gettext_lazy("See the agreement"),
        "people:agreement",
    ),
    "documents.certificate": Words(
        gettext_lazy("Renew the company’s seal"),
        gettext_lazy("The certificate that seals documents is about to run out."),
        gettext_lazy("See the seal"),
        "documents:seal",
    ),
}
WITHOUT_SUBJECT = frozenset(
    {
        *("policy:current", "documents:seal", "equipment:mine", "equipment:returns", "equipment:answers"),
        *("worktime:current", "worktime:approvals", "worktime:registrations"),
        *("workplaces:home", "workplaces:eye_test", "workplaces:practice", "workplaces:contents"),
        "workplaces:discussions",
    }
)
