"""The words in which a person meets the duties of working time."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview.queries.duty_words.words import Words

WORKTIME = {
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
}
