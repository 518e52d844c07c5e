"""What the draft says in numbers, choices, and yes or no."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.actions.draft import changed, locked
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.policy.terms import Terms
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import said


@transaction.atomic
def set_terms(*, terms: Terms, version: int, revision: int, actor: int, now: datetime) -> PolicyVersion:
    """Say the terms of the clauses that stand in the draft; those left out are no longer answered.

    Raises `Refused` for a value that the term can't have, and for a term of no clause in the draft.
    """
    draft = locked(version, revision)
    asked = {term.key: term for term in queries.terms_of(draft)}
    for key, value in terms.items():
        if key not in asked:
            raise Refused(_("The draft has no clause with the term “%(term)s”.") % {"term": key})
        if not asked[key].accepts(value):
            raise Refused(_("“%(term)s” can’t be answered that way.") % {"term": said(asked[key].title)})
    draft.terms = dict(terms)
    changed(draft)
    audit.record(
        action="policy.set_terms", actor=actor, now=now, subject=draft, data={"terms": draft.terms}, rows=[draft]
    )
    return draft
