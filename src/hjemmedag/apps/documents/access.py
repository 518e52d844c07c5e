"""Who may see documents, sign them and take them back."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from hjemmedag.apps.documents.models import Document, Party
from hjemmedag.core.people.roles import Role, Viewer


def visible(viewer: Viewer) -> QuerySet[Document]:
    """The documents this viewer may open: as the person it is about, as a party, or as HR for the whole company.

    An addendum holds a home address, so nobody else gets it: no manager, no HR for a unit.
    """
    if viewer.everywhere(Role.HR):
        return Document.objects.all()
    mine = Party.objects.filter(signer=viewer.employee).values("document")
    return Document.objects.filter(Q(about=viewer.employee) | Q(pk__in=mine) | Q(evidence_of__in=mine))


def signs(document: int, employee: int) -> bool:
    """Whether this person is among those who sign a document."""
    return Party.objects.filter(document=document, signer=employee).exists()


def may_see_all(viewer: Viewer) -> bool:
    """Every document of the company: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_withdraw(viewer: Viewer, document: Document) -> bool:
    """Taking an offered document back: HR for the whole company and those who sign for the employer.

    Never the person it is about, who may say no to it.
    """
    return document.about_id != viewer.employee and (viewer.everywhere(Role.HR) or viewer.signs)


def may_keep_seal(viewer: Viewer) -> bool:
    """The company's seal certificate: HR for the whole company and IT."""
    return viewer.everywhere(Role.HR) or viewer.everywhere(Role.IT)
