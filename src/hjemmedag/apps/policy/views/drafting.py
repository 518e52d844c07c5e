"""What all pages of the draft share: the draft itself, and what happens when someone else changed it first."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.forms.draft import DraftForm
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.policy.versions import Lack
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.ui.answering import Asking, someone_was_first
from hjemmedag.ui.requests import Request


def draft_or_404() -> PolicyVersion:
    """The draft; without one there is no such page."""
    draft = queries.draft()
    if draft is None:
        raise Http404
    return draft


def about_the_draft(**words: Any) -> Asking:
    """A page with one form about the draft."""
    return Asking(back=reverse("policy:draft"), back_words=_("The draft"), **words)


def someone(request: Request, version: int) -> str:
    """Who else changed a version last; empty for oneself in another window, and when nobody is recorded."""
    editor = queries.last_editor(version)
    if editor is None or editor == request.viewer.employee:
        return ""
    return people.named([editor]).get(editor, "")


def gone(request: Request, version: int, typed: list[tuple[str, Any]]) -> HttpResponse:
    """The draft, or its clause, is no longer there: what was typed is shown, so that nothing is lost."""
    url = reverse("policy:draft" if queries.draft() else "policy:versions")
    return someone_was_first(request, who=someone(request, version), what=_("the policy"), url=url, typed=typed)


def refused_back(request: Request, form: DraftForm, refusal: Refused) -> HttpResponse:
    """Back to the draft after a press of a button that did nothing: there was nothing typed."""
    words = refusal.message
    if isinstance(refusal, Stale):
        who = someone(request, form.cleaned_data["version"])
        words = (
            _("%(who)s has changed the policy meanwhile. See it now, and try again.") % {"who": who}
            if who
            else _("The policy has changed since you opened the page. See it now, and try again.")
        )
    messages.warning(request, words)
    return redirect("policy:draft" if queries.draft() else "policy:versions")


def where_to_mend(lack: Lack, standing: Collection[str]) -> str:
    """Where a lack is mended: the provisions, the terms or words of a clause that is `standing`, else the ready one."""
    if lack.about_provisions:
        return reverse("policy:provisions")
    if lack.clause in standing and lack.term:
        return f"{reverse('policy:terms')}#{lack.clause}"
    if lack.clause in standing:
        return reverse("policy:clause", args=(lack.clause,))
    return f"{reverse('policy:new_clause')}?klar={lack.clause}"
