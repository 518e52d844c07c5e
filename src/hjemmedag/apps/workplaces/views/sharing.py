"""Deling: letting the safety representatives read one's own assessment, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.ui.requests import Request, only


@require_POST
@only(access.may_work_at_home)
def change(request: Request, pk: int) -> HttpResponse:
    """Shared from now, or no longer."""
    me = request.viewer.employee
    row = get_object_or_404(queries.submitted(me), pk=pk)
    if "withdraw" in request.POST:
        actions.withdraw_sharing(employee=me, assessment=row.pk, now=timezone.now())
        messages.success(request, _("It is no longer shared."))
    else:
        actions.share(employee=me, assessment=row.pk, now=timezone.now())
        messages.success(request, _("The safety representatives can read it now. You can take it back at any time."))
    return redirect("workplaces:assessment", pk)
