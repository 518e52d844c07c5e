"""The words in which a person meets the duties of the home as a place of work, injuries and visits."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview.queries.duty_words.words import Words

WORKPLACES = {
    "workplaces.assess": Words(
        gettext_lazy("Assess your home workplace"),
        gettext_lazy("Yes and no, no pictures, and you can stop and go on."),
        gettext_lazy("Assess it"),
        "workplaces:home",
    ),
    "workplaces.assess_place": Words(
        gettext_lazy("Assess your other place of work"),
        gettext_lazy("Each place where you work is assessed by itself, before you use it."),
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
}
