"""Hearings: who was heard, what they said, what was answered, and what changed in the draft since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import cached_property

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import Comment, Hearing, Party, PolicyVersion
from hjemmedag.apps.policy.queries.provisions import provisions_of
from hjemmedag.apps.policy.queries.versions import clauses_of
from hjemmedag.core.people.roles import Role
from hjemmedag.core.policy import hearings as core
from hjemmedag.core.policy.hearings import Edition, Seat, Unheard, digest

SEATS = {Role.SAFETY: Seat.SAFETY, Role.UNION: Seat.UNION}
"""The roles that are heard as such."""


@dataclass(frozen=True)
class Heard:
    """One hearing with everything that was said in it."""

    hearing: Hearing
    parties: list[Party]

    @cached_property
    def edition(self) -> Edition:
        """The draft as it was when the hearing began."""
        return Edition.read(self.hearing.content)

    @cached_property
    def comments(self) -> list[Comment]:
        """What was said, in the order of time, what was withdrawn included."""
        return sorted((one for party in self.parties for one in party.comments.all()), key=lambda one: one.pk)

    @property
    def unanswered(self) -> int:
        """Comments that stand and wait for HR."""
        return sum(not one.withdrawn_at and not hasattr(one, "reply") for one in self.comments)

    @property
    def awaited(self) -> list[Party]:
        """The parties who have said nothing yet."""
        return [party for party in self.parties if not has_answered(party)]

    def party(self, employee: int) -> Party | None:
        """The party that this person is."""
        return next((one for one in self.parties if one.employee_id == employee), None)


def has_answered(party: Party) -> bool:
    """Whether a party has a comment that stands, or has said that it has none."""
    return party.silent_at is not None or any(one.withdrawn_at is None for one in party.comments.all())


def heard(hearing: Hearing) -> Heard:
    """A hearing with its parties, comments and answers: two queries."""
    said = Comment.objects.select_related("by", "reply__by")
    parties = Party.objects.filter(hearing=hearing).select_related("employee")
    return Heard(hearing, list(parties.prefetch_related(Prefetch("comments", said))))


def counted(rows: QuerySet[Hearing]) -> QuerySet[Any]:
    """These hearings, the latest first, each with how many are `heard`, how many of them `inside` the company, and how
    many comments of theirs stand."""
    stands = Q(parties__comments__isnull=False, parties__comments__withdrawn_at__isnull=True)
    annotated: QuerySet[Any] = rows.select_related("version", "opened_by", "closed_by").annotate(
        heard=Count("parties", distinct=True),
        inside=Count("parties", filter=Q(parties__employee__isnull=False), distinct=True),
        said=Count("parties__comments", filter=stands, distinct=True),
    )
    return annotated.order_by("-number")


def hearings_of(version: PolicyVersion) -> list[Any]:
    """The hearings about one version: one query."""
    return list(counted(Hearing.objects.filter(version=version)))


def open_hearing(version: PolicyVersion) -> Hearing | None:
    """The hearing that is open about a draft."""
    return Hearing.objects.filter(version=version, closed_at__isnull=True).first()


def representatives(on: date) -> dict[tuple[Seat, int], str]:
    """Everyone who represents colleagues on a day, also for a department alone, by seat and name: two queries."""
    held = [(SEATS[Role(one.role)], one.employee) for one in people.grants(on).filter(starts__lte=on, role__in=SEATS)]
    here = set(people.employed(on).filter(pk__in={who.pk for _seat, who in held}).values_list("pk", flat=True))
    return {(seat, who.pk): who.name for seat, who in held if who.pk in here}


def edition_of(version: PolicyVersion) -> Edition:
    """The version as its words stand now: two queries."""
    return Edition.of(clauses_of(version), provisions_of(version), version.notice_months)


def unheard(draft: PolicyVersion, held: list[Any]) -> Unheard | None:
    """What the draft lacks to be heard as it stands, by its hearings: two queries where any was held."""
    now = digest(edition_of(draft).written()) if held else ""
    return core.unheard([(one.digest, bool(one.inside)) for one in held], now)


def awaited_parties(owner: int | None) -> QuerySet[Party]:
    """Those of the company who are asked to answer an open hearing and have not."""
    said = Comment.objects.filter(party=OuterRef("pk"), withdrawn_at__isnull=True)
    rows = Party.objects.filter(~Exists(said), hearing__closed_at__isnull=True, silent_at__isnull=True)
    return rows.filter(employee__isnull=False) if owner is None else rows.filter(employee=owner)


def unreplied_hearings() -> QuerySet[Hearing]:
    """Open hearings with a comment that HR has not answered."""
    waiting = Comment.objects.filter(party__hearing=OuterRef("pk"), withdrawn_at__isnull=True, reply__isnull=True)
    return Hearing.objects.filter(Exists(waiting), closed_at__isnull=True)
