"""What is said in a hearing: comments and their withdrawal, HR's answers, more time, and the end."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.hearings import ClosingForm, CommentForm, ExtensionForm, ReplyForm
from hjemmedag.apps.policy.models import Comment
from hjemmedag.apps.policy.views.hearings import about, back_to, readable_or_404
from hjemmedag.ui.answering import form_page, refusals_above, refusals_in, someone_was_first, typed_in
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said

OUTSIDE = "udenfor"
"""In the address: HR enters what a party outside the company says."""


def comment(request: Request, number: int) -> HttpResponse:
    """A party comments; HR enters the comment of a party outside."""
    return _say(request, number, silent=False)


def silence(request: Request, number: int) -> HttpResponse:
    """A party has nothing to comment on."""
    return _say(request, number, silent=True)


def _say(request: Request, number: int, *, silent: bool) -> HttpResponse:
    hearing, me = readable_or_404(request, number), request.viewer.employee
    heard = queries.heard(hearing)
    mine = heard.party(me)
    outside = None
    if OUTSIDE in request.GET and access.may_hear(request.viewer):
        outside = [(one.pk, one.name) for one in heard.parties if one.employee_id is None]
        mine = None
    if mine is None and not outside:
        raise PermissionDenied
    clauses = [(one.key, said(one.name)) for one in heard.edition.clauses]
    chosen = {"clause": request.GET.get("afsnit", ""), "received_on": timezone.localdate()}
    posted = request.POST if request.method == "POST" else None
    form = CommentForm(posted, clauses=clauses, outside=outside, silent=silent, initial=chosen)
    if posted is not None and form.is_valid():
        words = dict(form.cleaned_data)
        party = words.pop("party") if mine is None else mine.pk
        with refusals_in(form):
            act = actions.say_nothing if silent else actions.comment
            act(hearing=hearing.pk, party=party, actor=me, today=timezone.localdate(), now=timezone.now(), **words)
            messages.success(request, _("Thank you. It is noted.") if silent else _("The comment is kept."))
            return redirect("policy:hearing", number)
    title = _("Nothing to comment on?") if silent else _("Comment on the draft")
    lead = (
        _("It is noted that the draft was read, and that there are no comments.")
        if silent
        else _("The other parties and HR read it, and HR answers. It is kept with the hearing.")
    )
    submit = _("No comments") if silent else _("Send the comment")
    return form_page(request, form, about(number, title=title, submit=submit, lead=lead))


@require_POST
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take a comment back."""
    row = get_object_or_404(Comment.objects.select_related("party__hearing"), pk=pk)
    hearing = readable_or_404(request, row.party.hearing.number)
    own = row.party.employee_id == request.viewer.employee
    if not own and not (row.party.employee_id is None and access.may_hear(request.viewer)):
        raise PermissionDenied
    with refusals_above(request):
        actions.withdraw_comment(comment=pk, actor=request.viewer.employee, now=timezone.now())
        messages.success(request, _("The comment is taken back."))
    return redirect("policy:hearing", hearing.number)


@only(access.may_hear)
def reply(request: Request, pk: int) -> HttpResponse:
    """HR answers one comment."""
    row = get_object_or_404(Comment.objects.select_related("party__hearing", "party__employee"), pk=pk)
    if row.withdrawn_at is not None:
        raise Http404
    number = row.party.hearing.number
    title = _("Answer %(name)s") % {"name": row.party.called}
    asking = about(number, title=title, submit=_("Send the answer"), lead=f"“{row.text}”")
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form) as met:
            actions.reply(comment=pk, **form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("The answer is kept, and the parties can read it."))
            return redirect("policy:hearing", number)
        if met.stale:
            return someone_was_first(request, who="", what=_("the comment"), url=back_to(number), typed=typed_in(form))
    return form_page(request, form, asking)


@only(access.may_hear)
def extension(request: Request, number: int) -> HttpResponse:
    """Give everyone more time."""
    hearing = readable_or_404(request, number)
    asking = about(
        number,
        title=_("Give more time"),
        submit=_("Give everyone more time"),
        lead=_("The representatives get a message. Write to parties outside yourself."),
    )
    first = {"answer_by": hearing.answer_by, "seen": hearing.answer_by}
    form = ExtensionForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid():
        with refusals_in(form):
            actions.extend_hearing(
                hearing=hearing.pk,
                **form.cleaned_data,
                actor=request.viewer.employee,
                today=timezone.localdate(),
                now=timezone.now(),
            )
            messages.success(request, _("Everyone has more time."))
            return redirect("policy:hearing", number)
    return form_page(request, form, asking)


@only(access.may_hear)
def closing(request: Request, number: int) -> HttpResponse:
    """End the hearing: nothing more is said in it, and nothing is removed."""
    hearing, today = readable_or_404(request, number), timezone.localdate()
    waits = bool(queries.heard(hearing).awaited) and today <= hearing.answer_by
    asking = about(
        number,
        title=_("Close the hearing?"),
        submit=_("Close the hearing"),
        lead=_("Comments, answers and dates are kept, also when the policy is published."),
    )
    form = ClosingForm(request.POST if request.method == "POST" else None, waits=waits)
    if form.is_valid():
        with refusals_in(form):
            actions.close_hearing(
                hearing=hearing.pk,
                early=form.cleaned_data.get("early", ""),
                actor=request.viewer.employee,
                today=today,
                now=timezone.now(),
            )
            messages.success(request, _("The hearing is closed."))
            return redirect("policy:hearing", number)
    return form_page(request, form, asking)
