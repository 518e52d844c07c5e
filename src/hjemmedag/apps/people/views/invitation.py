"""Inviting somebody to sign in for the first time."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.people import access, actions
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.requests import Request, only


@require_POST
@only(access.may_keep_people)
def send(request: Request, pk: int) -> HttpResponse:
    """Send an invitation, and back to the person's page."""
    person = get_object_or_404(access.kept(request.viewer, timezone.localdate()), pk=pk)
    with refusals_above(request):
        actions.invite(employee=person.pk, actor=request.viewer.employee, now=timezone.now())
        messages.success(request, _("%(name)s is invited. The link works for three days.") % {"name": person.name})
    return redirect("people:person", pk)
