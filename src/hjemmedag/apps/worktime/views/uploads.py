"""Regneark: one's own hours from a spreadsheet, looked at before they are written."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.people.actions import uploads
from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.apps.worktime.forms.uploads import FileReasonForm, HoursFileForm
from hjemmedag.core.worktime.headings import names
from hjemmedag.core.worktime.hours_list import COLUMNS
from hjemmedag.core.worktime.weeks import monday_of
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import FORMATS
from hjemmedag.ui.requests import Request, only

MOST_FAULTS = 200
UPLOAD = "hours_file"
"""Where the session keeps the key and name of the file that is being looked at."""


@only(access.may_register)
def upload(request: Request) -> HttpResponse:
    """Choose a file; it goes on to its preview."""
    form = HoursFileForm(request.POST, request.FILES) if request.method == "POST" else HoursFileForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        if UPLOAD in request.session:
            uploads.forget(request.session[UPLOAD]["key"])
        request.session[UPLOAD] = {"key": uploads.keep(file.read(), now=timezone.now()), "name": file.name}
        return redirect("worktime:upload_preview")
    delivered = queries.from_system(request.viewer.employee, monday_of(timezone.localdate()))
    return render(request, "worktime/upload.html", {"form": form, "columns": _headings(), "delivered": delivered})


def _headings() -> list[tuple[str, ...]]:
    """The names of each column of one's own file, those of the reader's language first."""
    return [names(column, get_language() or "da") for column in COLUMNS[1:]]


@only(access.may_register)
def look(request: Request) -> HttpResponse:
    """The days that the file would change; confirmed, they are written."""
    kept = request.session.get(UPLOAD)
    content = uploads.kept(kept["key"]) if kept else None
    if kept is None or content is None:
        messages.info(request, _("Choose the file once more. We keep a file for a day at the most."))
        return redirect("worktime:upload")
    me, now = request.viewer.employee, timezone.now()
    plan = queries.file_plan(content, me, now=now)
    form = FileReasonForm(request.POST or None, plan=plan)
    if form.is_valid() and not plan.faults:
        if form.cleaned_data["digest"] != plan.digest:
            messages.warning(request, _("A week was changed while you looked at the file. Look at it once more."))
            return redirect("worktime:upload_preview")
        with refusals_in(form) as met:
            written = actions.register_file(
                employee=me,
                weeks=plan.weeks,
                now=now,
                reason=form.cleaned_data.get("reason", ""),
                because=form.cleaned_data["because"],
            )
            uploads.forget(kept["key"])
            del request.session[UPLOAD]
            said = ngettext("%(n)s entry is written.", "%(n)s entries are written.", written) % {"n": written}
            messages.success(request, said)
            return redirect("worktime:own")
        if isinstance(met.refusal, actions.Unexplained):
            form.ask_why(met.refusal.findings)
    shown = {"form": form, "plan": plan, "faults": plan.faults[:MOST_FAULTS], "file": kept["name"]}
    return render(request, "worktime/upload_preview.html", shown)


@only(access.may_register)
@require_GET
def template(request: Request, ending: str) -> HttpResponse:
    """An empty file with the headings."""
    if ending not in FORMATS:
        raise Http404
    return attachment(export("arbejdstid-skabelon", ending, [first for first, *_others in _headings()], ()))
