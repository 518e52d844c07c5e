"""Billeder: sending one, seeing it, and deleting it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.visits import PhotoForm
from hjemmedag.apps.workplaces.models import Assessment, Finding, PhotoDeletion, Visit
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.answering import Asking, form_page, refusals_above, refusals_in
from hjemmedag.ui.requests import Request, only

SUBJECTS: dict[str, tuple[QuerySet[Any], str]] = {
    "fund": (Finding.objects.filter(private=False), "workplaces:finding"),
    "vurdering": (Assessment.objects.filter(submitted_on__isnull=False), "workplaces:assessment"),
    "besoeg": (Visit.objects.all(), "workplaces:visit"),
}
"""What a picture can be about, by its word in the address, and the page one comes from."""


@only(access.may_work_at_home)
def new(request: Request, what: str, pk: int) -> HttpResponse:
    """Send a picture about something of one's own, to one person who is named before it is sent."""
    if what not in SUBJECTS:
        raise Http404
    rows, origin = SUBJECTS[what]
    me, today = request.viewer.employee, timezone.localdate()
    subject: queries.Subject = get_object_or_404(rows.filter(employee=me), pk=pk)
    viewers = queries.viewers(subject, today)
    form = PhotoForm(request.POST or None, request.FILES or None, viewers=viewers)
    if form.is_valid():
        with refusals_in(form):
            photo = actions.upload(
                subject=subject,
                employee=me,
                viewer=form.cleaned_data["viewer"],
                raw=form.cleaned_data["file"].read(),
                today=today,
                now=timezone.now(),
            )
            return redirect("workplaces:photo", photo.pk)
    asking = Asking(
        title=_("Send a picture"),
        submit=_("Send it"),
        back=reverse(origin, args=(pk,)),
        back_words=_("Back"),
    )
    more = {"last_day": queries.last_day(today), "viewers": viewers}
    return form_page(request, form, asking, "workplaces/photo_new.html", **more)


def page(request: Request, pk: int) -> HttpResponse:
    """What became of it and who looked; the picture itself once it is asked for with `?vis=1`."""
    found = queries.photos_shown(access.photos(request.viewer).filter(pk=pk))
    if not found:
        raise Http404
    photo, today = found[0].photo, timezone.localdate()
    mine = photo.employee_id == request.viewer.employee
    may_see = queries.may_see(photo, request.viewer.employee, today)
    shown = {
        "one": found[0],
        "mine": mine,
        "may_see": may_see,
        "for_nobody": not (may_see if not mine else queries.may_see(photo, photo.viewer_id, today)),
        "open": found[0].state is queries.PhotoState.READY and may_see and "vis" in request.GET,
        "looks": queries.looks(pk),
        "may_ask": access.may_ask(request.viewer),
    }
    return render(request, "workplaces/photo.html", shown)


@require_GET
def file(request: Request, pk: int) -> HttpResponse:
    """The picture, which nothing keeps on its way. Opening it is written down."""
    get_object_or_404(access.photos(request.viewer), pk=pk)
    try:
        picture = actions.look(photo=pk, by=request.viewer.employee, now=timezone.now())
    except Refused:
        raise Http404 from None
    headers = {
        "Content-Disposition": 'inline; filename="billede.jpg"',
        "Cache-Control": "private, no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return HttpResponse(picture, content_type="image/jpeg", headers=headers)


@require_POST
def deletion(request: Request, pk: int) -> HttpResponse:
    """The person takes it back at any time, and the viewer deletes it once the decision is made."""
    photo = get_object_or_404(access.photos(request.viewer), pk=pk)
    me = request.viewer.employee
    why = PhotoDeletion.Why.TAKEN_BACK if photo.employee_id == me else PhotoDeletion.Why.DECIDED
    with refusals_above(request):
        actions.delete_photo(photo=pk, why=why, by=me, now=timezone.now())
        messages.success(request, _("The picture is deleted. That it was here stands in the log."))
    return redirect("workplaces:photo", pk)
