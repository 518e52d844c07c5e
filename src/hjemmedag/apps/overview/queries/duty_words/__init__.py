"""What each kind of duty is said with, stage by stage."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview.queries.duty_words.agreements import AGREEMENTS
from hjemmedag.apps.overview.queries.duty_words.equipment import EQUIPMENT
from hjemmedag.apps.overview.queries.duty_words.policy import POLICY
from hjemmedag.apps.overview.queries.duty_words.words import Words
from hjemmedag.apps.overview.queries.duty_words.workplaces import WORKPLACES
from hjemmedag.apps.overview.queries.duty_words.worktime import WORKTIME

__all__ = ["WITHOUT_SUBJECT", "WORDS", "Words"]

WORDS = {
    **POLICY,
    **AGREEMENTS,
    **EQUIPMENT,
    **WORKTIME,
    **WORKPLACES,
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
        *("overview:home_days", "overview:my_days", "workplaces:discussions"),
    }
)
