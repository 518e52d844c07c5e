"""Seglet: the company's certificates, and making a new one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.views.findings import fingerprint
from hjemmedag.apps.people import queries as people
from hjemmedag.ui.requests import Request, freshly_proved, only
from hjemmedag.ui.words import moment


@require_http_methods(["GET", "POST"])
@only(queries.may_keep_seal)
@freshly_proved
def page(request: Request) -> HttpResponse:
    """The certificate in use and the earlier ones; a press makes a new one."""
    now = timezone.now()
    if request.method == "POST":
        actions.replace_certificate(company_name=str(people.company() or ""), actor=request.viewer.employee, now=now)
        messages.success(request, _("The company has a new seal. The earlier ones can still be checked."))
        return redirect("documents:seal")
    current = queries.current(now)
    earlier = [one for one in queries.certificates() if one != current]
    facts = current and [
        (_("Made"), moment(current.made_at)),
        (_("Valid until"), moment(current.expires_at)),
        (_("Fingerprint (SHA-256)"), fingerprint(current.fingerprint)),
    ]
    return render(request, "documents/seal.html", {"current": current, "facts": facts, "earlier": earlier})
