"""Saying no, and taking back."""

import pytest
from django.utils import translation

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.models import Closing
from hjemmedag.apps.documents.queries import Standing
from hjemmedag.apps.outbox.models import Message
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW, TODAY


def test_a_declined_document_waits_for_nobody_and_the_other_side_is_told(offered, anna, dorte):
    actions.decline(document=offered.pk, actor=anna.pk, reason=" Dagene passer ikke ", now=NOW)
    assert queries.state(offered.pk) == queries.State(Standing.DECLINED, closed_on=TODAY)
    assert list(queries.unsigned(Scope())) == []
    assert Closing.objects.get().reason == "Dagene passer ikke"
    assert list(Message.objects.values_list("recipient", "template")) == [(dorte.pk, "documents/mail/closed")]


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_without_a_reason_nothing_is_closed(offered, anna, reason):
    with pytest.raises(Refused):
        actions.decline(document=offered.pk, actor=anna.pk, reason=reason, now=NOW)
    assert Closing.objects.exists() is False


def test_someone_who_does_not_sign_it_cannot_say_no(offered, carl):
    with pytest.raises(Refused):
        actions.decline(document=offered.pk, actor=carl.pk, reason="Nej", now=NOW)


def test_someone_who_has_signed_cannot_say_no_any_more(offered, anna, sign):
    sign(offered, anna)
    with pytest.raises(Refused):
        actions.decline(document=offered.pk, actor=anna.pk, reason="Nej", now=NOW)


def test_a_document_is_taken_back_after_the_first_signature(offered, anna, dorte, sign):
    sign(offered, anna)
    actions.withdraw(document=offered.pk, actor=dorte.pk, reason="Forkert startdato", now=NOW)
    assert queries.state(offered.pk).standing is Standing.WITHDRAWN
    with pytest.raises(Refused):
        sign(offered, dorte)


def test_what_all_have_signed_cannot_be_taken_back(offered, anna, dorte, sign):
    sign(offered, anna)
    sign(offered, dorte)
    with pytest.raises(Refused):
        actions.withdraw(document=offered.pk, actor=dorte.pk, reason="Fortrudt", now=NOW)


def test_whom_a_document_is_about_may_say_no_but_never_takes_it_back(certificate, pdf, anna, dorte):
    about_dorte = actions.offer(
        pdf=pdf,
        kind="addendum",
        language="da",
        title="Tillæg om hjemmearbejde for Dorte Test",
        about=dorte.pk,
        parties=[("employee", dorte.pk), ("employer", anna.pk)],
        now=NOW,
        actor=anna.pk,
    )
    with translation.override("en"), pytest.raises(Refused, match="about you"):
        actions.withdraw(document=about_dorte.pk, actor=dorte.pk, reason="Fortrudt", now=NOW)
    assert queries.state(about_dorte.pk).standing is Standing.WAITING
    actions.decline(document=about_dorte.pk, actor=dorte.pk, reason="Fortrudt", now=NOW)
    assert queries.state(about_dorte.pk).standing is Standing.DECLINED


def test_a_closed_document_is_not_closed_again(offered, anna, dorte):
    actions.decline(document=offered.pk, actor=anna.pk, reason="Nej", now=NOW)
    with pytest.raises(Refused):
        actions.withdraw(document=offered.pk, actor=dorte.pk, reason="Også nej", now=NOW)
