"""Someone else changed the record first."""

from __future__ import annotations

from django.db import models
from django.forms import BaseForm
from django.http import HttpResponse

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people import queries
from hjemmedag.ui.answering import someone_was_first, typed_in
from hjemmedag.ui.requests import Request


def overtaken(request: Request, form: BaseForm, row: models.Model, *, what: str) -> HttpResponse:
    """Who changed the record last, and everything that was typed; from here on to the same page anew."""
    last = audit.history(kind=audit.table_of(row), subject=row.pk).first()
    who = queries.named([last.actor]).get(last.actor, "") if last is not None and last.actor else ""
    return someone_was_first(request, who=who, what=what, url=request.path, typed=typed_in(form))
