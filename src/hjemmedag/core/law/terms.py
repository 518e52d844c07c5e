"""The closed sets of words that a rule is described with, each with its name in both languages."""

from __future__ import annotations

from enum import StrEnum

from hjemmedag.core.law.text import Text


class Certainty(StrEnum):
    """How sure we are of a value. An unverified value warns and says so; it never decides."""

    VERIFIED = "verified"
    KNOWN = "known"
    UNVERIFIED = "unverified"

    @property
    def words(self) -> Text:
        """The certainty as people read it."""
        return _CERTAINTY[self]

    @classmethod
    def weakest(cls, *certainties: Certainty) -> Certainty:
        """The least sure of several: a chain is as strong as its weakest link."""
        return max(certainties, key=list(cls).index)


class Kind(StrEnum):
    """What gives a rule or a value its force."""

    LAW = "law"
    AGREEMENT = "agreement"
    GUIDANCE = "guidance"
    CONVENTION = "convention"
    COMPANY = "company"

    @property
    def words(self) -> Text:
        """The kind as people read it."""
        return _KIND[self]


class Party(StrEnum):
    """Who must follow a rule, or see to it that it is followed."""

    EMPLOYER = "employer"
    EMPLOYEE = "employee"
    BOTH = "both"
    EMPLOYER_AND_PARTIES = "employer_and_parties"
    AUTHORITY = "authority"

    @property
    def words(self) -> Text:
        """The party as people read it."""
        return _PARTY[self]


_CERTAINTY = {
    Certainty.VERIFIED: Text(da="bekræftet", en="verified"),
    Certainty.KNOWN: Text(da="kendt, ikke efterprøvet i kilden", en="known, not checked against the source"),
    Certainty.UNVERIFIED: Text(da="ikke bekræftet", en="unverified"),
}
_KIND = {
    Kind.LAW: Text(da="lov", en="law"),
    Kind.AGREEMENT: Text(da="aftale", en="agreement"),
    Kind.GUIDANCE: Text(da="vejledning", en="guidance"),
    Kind.CONVENTION: Text(da="god skik", en="convention"),
    Kind.COMPANY: Text(da="virksomhedens valg", en="company's choice"),
}
_PARTY = {
    Party.EMPLOYER: Text(da="arbejdsgiveren", en="the employer"),
    Party.EMPLOYEE: Text(da="medarbejderen", en="the employee"),
    Party.BOTH: Text(da="arbejdsgiveren og medarbejderen", en="the employer and the employee"),
    Party.EMPLOYER_AND_PARTIES: Text(
        da="arbejdsgiveren og overenskomstens parter", en="the employer and the parties to the collective agreement"
    ),
    Party.AUTHORITY: Text(da="myndigheden", en="the authority"),
}
