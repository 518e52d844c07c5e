"""What the clauses of the draft say in terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.policy.forms.draft import DraftForm, edition
from hjemmedag.apps.policy.forms.later import LaterChoice, LaterNumber
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.law import Kind
from hjemmedag.core.law.units import UNITS
from hjemmedag.core.policy.terms import Term, TermKind, Terms, TermValue
from hjemmedag.ui.widgets import Short
from hjemmedag.ui.words import said

YES, NO = "ja", "nej"


class TermsForm(DraftForm):
    """What the clauses of the draft say in numbers, choices, and yes or no; what is left empty is not answered yet."""

    use_required_attribute = False

    def __init__(self, *args: Any, terms: Iterable[Term], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.terms = list(terms)
        for term in self.terms:
            self.fields[term.key] = _term_field(term)

    @property
    def said(self) -> dict[str, TermValue]:
        """The answers that were given."""
        given = ((term.key, self.cleaned_data[term.key]) for term in self.terms)
        return {key: value == YES if value in (YES, NO) else value for key, value in given if value not in (None, "")}

    def of(self, clause: str) -> list[forms.BoundField]:
        """For the page: the fields of one clause."""
        return [self[term.key] for term in self.terms if term.clause == clause]

    def renewed(self, draft: PolicyVersion) -> Self:
        """The same answers on top of the draft as it is now."""
        again = type(self)(answers(draft.terms) | dict(self.data.items()) | edition(draft), terms=self.terms)
        again.is_valid()
        return again


def answers(said_: Terms) -> dict[str, Any]:
    """The first values of a `TermsForm`."""
    words = {True: YES, False: NO}
    return {key: words[value] if isinstance(value, bool) else value for key, value in said_.items()}


def _term_field(term: Term) -> forms.Field:
    label, choice = said(term.title), said(Kind.COMPANY.words) if term.company else ""
    if term.kind is TermKind.NUMBER:
        unit = said(UNITS[term.unit].words)
        hint = f"{unit}; {choice}" if choice else unit
        return LaterNumber(label=label, help_text=hint, min_value=0, max_value=term.most, widget=Short(chars=5))
    options: list[tuple[str, Any]] = [(name, said(option)) for name, option in term.options.items()]
    choices = options or [(YES, _("Yes")), (NO, _("No"))]
    return LaterChoice(label=label, help_text=choice, choices=[("", _("Not answered")), *choices])
