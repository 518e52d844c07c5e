"""Arbejdstid i virksomheden: from when it is registered here, lunch, and what the company calls no interruption."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.apps.worktime.forms.practice import PracticeForm
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_choose)
def page(request: Request) -> HttpResponse:
    """Read and change the choices."""
    form = PracticeForm(request.POST or None, initial=PracticeForm.written(queries.practice()))
    if form.is_valid():
        with refusals_in(form):
            actions.choose(
                choices=form.choices,
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The choices are saved."))
            return redirect("worktime:practice")
    return render(request, "worktime/practice.html", {"form": form})
