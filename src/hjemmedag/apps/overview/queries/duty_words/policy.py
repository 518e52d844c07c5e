"""The words in which a person meets the duties of the policy."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview.queries.duty_words.words import Words

POLICY = {
    "policy.receipt": Words(
        gettext_lazy("Read the home-working policy"),
        gettext_lazy("Confirm that you have read the version that applies now."),
        gettext_lazy("Read and confirm"),
        "policy:current",
    ),
    "policy.answer_hearing": Words(
        gettext_lazy("Answer the hearing about the home-working policy"),
        gettext_lazy("Read the draft, and write what you think of it, or that you have no comments."),
        gettext_lazy("Read and answer"),
        "policy:hearing",
    ),
    "policy.answer_comments": Words(
        gettext_lazy("Answer the comments of a hearing"),
        gettext_lazy("Those who were heard wait for your answers. Close the hearing when all are given."),
        gettext_lazy("See the comments"),
        "policy:hearing",
    ),
    "policy.write_minutes": Words(
        gettext_lazy("Write the minutes of your dialogue meeting"),
        gettext_lazy("What you talked of, what you agreed, and who sees to it."),
        gettext_lazy("Write the minutes"),
        "policy:minutes",
    ),
}
