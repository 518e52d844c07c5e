"""The demo's front door: nine people, one a role, entered with one click. It exists only where `DEMO` is set."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.forms.roles import ROLES
from hjemmedag.core.people.roles import Role

NAMES = {Role.EMPLOYEE: _("Employee"), Role.MANAGER: _("Manager"), **ROLES}
TRY = {
    Role.EMPLOYEE: _("Apply for home days, read the addendum and sign it."),
    Role.MANAGER: _("Answer an application and give a reason."),
    Role.HR: _("See whether you are in order, write the policy, import the staff list."),
    Role.SAFETY: _("See risks at home, and follow what people tell and near misses."),
    Role.UNION: _("Read the policy, and the rules behind it."),
    Role.IT: _("Hand equipment out, and keep an eye on the seal that closes documents."),
    Role.DPO: _("Follow in the history who did what."),
    Role.PAYROLL: _("See employments and hours."),
    Role.AUDITOR: _("Prove that nothing was changed behind the product’s back."),
}


def doors() -> dict[str, Any]:
    """The same people for the sign-in page, by name and role."""
    people = queries.one_of_each_role(timezone.localdate())
    named = [{"value": role.value, "name": person.name, "role": NAMES[role]} for role, person in people.items()]
    return {"url": reverse("people:entry"), "people": named}


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Choose who to be; a POST with a role as `person` signs in as that one."""
    if not settings.DEMO:
        raise Http404
    people = queries.one_of_each_role(timezone.localdate())
    if request.method == "POST":
        person = people.get(Role(request.POST["person"])) if request.POST.get("person") in set(Role) else None
        if person is None:
            raise Http404
        login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
        request.session["second_factor"] = "demo"
        return redirect(settings.LOGIN_REDIRECT_URL)
    shown = [
        {"role": role.value, "name": NAMES[role], "person": person, "text": TRY[role]}
        for role, person in people.items()
    ]
    return render(request, "people/entry_demo.html", {"people": shown})
