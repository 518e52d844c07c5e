"""Medarbejderlisten: chosen, looked at, taken in, undone; and the list as a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.people import access, actions
from hjemmedag.apps.people.actions import uploads
from hjemmedag.apps.people.actions.imports import StaffFile
from hjemmedag.apps.people.forms.imports import DecisionForm, StaffListForm
from hjemmedag.apps.people.models import Import
from hjemmedag.apps.people.queries import export as company_list
from hjemmedag.apps.people.queries.import_lines import kinds, line, lines, words_of
from hjemmedag.apps.people.queries.imports import brought, imports, preview
from hjemmedag.apps.people.queries.staff_list import agreement_names, employers
from hjemmedag.core.people.stafflist import Kind
from hjemmedag.core.people.stafflist.fields import ABOUT
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import FORMATS, Asked
from hjemmedag.ui.requests import Request, freshly_proved, only

PAST = 20
MOST_FAULTS = 200
UPLOAD = "staff_list"
"""Where the session keeps the key and name of the list that is being looked at."""


@only(access.may_administer)
def upload(request: Request) -> HttpResponse:
    """Choose a file; one that is a table goes on to its preview."""
    form = StaffListForm(request.POST, request.FILES) if request.method == "POST" else StaffListForm()
    if form.is_valid():
        if UPLOAD in request.session:
            uploads.forget(request.session[UPLOAD]["key"])
        key = uploads.keep(form.content, now=timezone.now())
        request.session[UPLOAD] = {"key": key, "name": form.cleaned_data["file"].name}
        return redirect("people:import_preview")
    columns = [(field.heading, about.holds) for field, about in ABOUT.items()]
    return render(request, "people/import.html", {"form": form, "imports": imports()[:PAST], "columns": columns})


@only(access.may_administer)
@freshly_proved
@require_http_methods(["GET", "POST"])
def look(request: Request) -> HttpResponse:
    """What the chosen list would change; confirmed, it is taken in."""
    kept = request.session.get(UPLOAD)
    content = uploads.kept(kept["key"]) if kept else None
    if kept is None or content is None:
        return _gone(request, kept)
    today = timezone.localdate()
    seen = preview(content=content, today=today)
    known = sorted(set(agreement_names().values()))
    form = DecisionForm(request.POST or None, preview=seen, employers=employers(today), known=known)
    if form.is_valid():
        file = StaffFile(kept["name"], content, kept["key"])
        with refusals_in(form) as met:
            done = actions.take_in(
                file=file, choices=form.choices, actor=request.viewer.employee, now=timezone.now(), today=today
            )
            uploads.forget(kept["key"])
            return _done(request, done)
        if met.stale:
            messages.warning(request, str(met.refusal))
            return redirect("people:import_preview")
    asked = Asked(request, today)
    kind = asked.filter("kind", _("Show"), kinds(seen.plan))
    page = asked.page(lines(seen.plan, kind.value))
    shown = {
        "form": form,
        "file": kept["name"],
        "seen": seen,
        "faults": seen.faults[:MOST_FAULTS],
        "counts": [(words_of(one), len(seen.plan.of(one))) for one in Kind],
        "page": page,
        "lines": [line(change) for change in page],
        "filters": [kind],
    }
    return render(request, "people/import_preview.html", shown)


def _gone(request: Request, kept: dict[str, str] | None) -> HttpResponse:
    """The file was taken in a moment ago, or dropped."""
    done = Import.objects.filter(key=kept["key"]).first() if kept else None
    if done is not None:
        messages.info(request, _("The list is already taken in."))
        return redirect("people:import_result", done.pk)
    messages.info(request, _("Choose the file once more. We keep a file for a day at the most."))
    return redirect("people:import")


def _done(request: Request, done: Import | None) -> HttpResponse:
    if done is None:
        messages.info(request, _("Everything in the list already stood so. Nothing is changed."))
        return redirect("people:import")
    messages.success(request, _("The list is taken in."))
    return redirect("people:import_result", done.pk)


@only(access.may_administer)
@require_GET
def result(request: Request, pk: int) -> HttpResponse:
    """What a list brought, what to do next, and the way back."""
    done = get_object_or_404(imports(), pk=pk)
    return render(request, "people/import_result.html", {"done": done, "brought": brought(done)})


@only(access.may_administer)
@require_POST
def undoing(request: Request, pk: int) -> HttpResponse:
    """Put everything back as it was before a list."""
    done = get_object_or_404(imports(), pk=pk)
    with refusals_above(request):
        actions.undo_import(source=done.pk, actor=request.viewer.employee, now=timezone.now())
        messages.success(request, _("The import is undone. Everything is as it was before."))
    return redirect("people:import_result", pk)


@only(access.may_administer)
@require_GET
def template(request: Request, ending: str) -> HttpResponse:
    """An empty list with the headings."""
    return _file("skabelon", ending, rows=False)


@only(access.may_administer)
@require_GET
def staff_list(request: Request, ending: str) -> HttpResponse:
    """Everyone, in the form that can be taken in again."""
    return _file(f"medarbejdere-{timezone.localdate()}", ending, rows=True)


def _file(name: str, ending: str, *, rows: bool) -> HttpResponse:
    if ending not in FORMATS:
        raise Http404
    people = company_list.staff_list(timezone.localdate()) if rows else ()
    return attachment(export(name, ending, company_list.headings(), people))
