"""Inviting somebody to sign in for the first time, or once more after the second step was lost."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.people import access, actions
from hjemmedag.apps.people.models import Employee
from hjemmedag.ui.answering import Asking, form_page, refusals_above, refusals_in
from hjemmedag.ui.requests import Request, freshly_proved, only


@require_POST
@only(access.may_keep_people)
def send(request: Request, pk: int) -> HttpResponse:
    """Send an invitation, and back to the person's page."""
    person = get_object_or_404(access.kept(request.viewer, timezone.localdate()), pk=pk)
    with refusals_above(request):
        actions.invite(employee=person.pk, actor=request.viewer.employee, now=timezone.now())
        messages.success(request, _("%(name)s is invited. The link works for three days.") % {"name": person.name})
    return redirect("people:person", pk)


@only(access.may_administer)
@freshly_proved
def reset(request: Request, pk: int) -> HttpResponse:
    """Reset the sign-in of somebody who has lost the phone with the codes, or the passkey."""
    person = get_object_or_404(Employee, pk=pk)
    form = Form(request.POST or None)
    if request.method == "POST":
        with refusals_in(form):
            actions.reset_sign_in(employee=pk, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("%(name)s gets a mail and begins anew.") % {"name": person.name})
            return redirect("people:person", pk)
    asking = Asking(
        title=_("Reset the sign-in of %(name)s") % {"name": person.name},
        submit=_("Reset the sign-in"),
        back=reverse("people:person", args=(pk,)),
        back_words=person.name,
        lead=_(
            "For somebody who has lost both the second step and the recovery codes. First make sure that it is really "
            "them who asks: call them, or meet. They are signed out everywhere, and a mail lets them choose a new "
            "password and set up the second step again."
        ),
        danger=True,
    )
    return form_page(request, form, asking)
