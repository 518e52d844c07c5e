"""Hvem leverer hvad: what the employer and what the employee provides for work at home, and how often it is renewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hjemmedag.core.law import Text
from hjemmedag.core.policy.versions import Clause, Lack


class Provider(StrEnum):
    """Who provides a thing or sees to it. `SHARED`: as the note says."""

    EMPLOYER = "employer"
    EMPLOYEE = "employee"
    SHARED = "shared"
    NOBODY = "nobody"

    @property
    def words(self) -> Text:
        """The provider as everyone reads it."""
        return _PROVIDER[self]


class Ownership(StrEnum):
    """Whose it is; `NONE` for what nobody can own, like cleaning."""

    EMPLOYER = "employer"
    EMPLOYEE = "employee"
    NONE = "none"

    @property
    def words(self) -> Text:
        """The owner as everyone reads it."""
        return _OWNERSHIP[self]


NO_NOTE = Text(da="", en="")


@dataclass(frozen=True, slots=True)
class Provision:
    """One row (ydelse): a thing, who provides it, whose it is, and every how many months it is renewed or looked after.

    `every_months` is `None` where it is done as needed. `rule` is the rule that speaks of it; what is `demanded` of the
    employer by that rule stands in every policy, and is never left to the employee alone.
    """

    key: str
    item: Text
    provider: Provider
    ownership: Ownership
    every_months: int | None = None
    note: Text = NO_NOTE
    rule: str = ""
    demanded: bool = False

    @property
    def name(self) -> Text:
        """The thing; where it is missing in one language, in the other."""
        return Text(da=self.item.da or self.item.en, en=self.item.en or self.item.da)

    @property
    def interval(self) -> Text:
        """How often: "hver 12. måned"."""
        return interval(self.every_months)

    def as_clause(self) -> Clause:
        """The row in words, a line for each of its columns: two versions of it are compared like those of a clause."""
        cells = (self.provider.words, self.ownership.words, self.interval, self.note)
        words = {
            language: "\n".join(
                f"{column.said(language)}: {cell.said(language)}"
                for column, cell in zip(COLUMNS[1:], cells, strict=True)
                if cell.said(language)
            )
            for language in ("da", "en")
        }
        return Clause(self.key, self.name, Text(**words), rule=self.rule)


def interval(months: int | None) -> Text:
    """Every so many months in words; `None` is as needed."""
    if months is None:
        return Text(da="efter behov", en="as needed")
    if months == 1:
        return Text(da="hver måned", en="every month")
    if months % 12 == 0:
        years = months // 12
        return (
            Text(da="hvert år", en="every year") if years == 1 else Text(f"hvert {years}. år", f"every {years} years")
        )
    return Text(da=f"hver {months}. måned", en=f"every {months} months")


def lacks(rows: Sequence[Provision], demanded: Iterable[Provision]) -> list[Lack]:
    """What the rows of a draft lack before it can be published; `demanded` are those no policy can do without."""
    if not rows:
        return [Lack(_NONE, about_provisions=True)]
    standing = {row.key for row in rows}
    found = [_missing(row) for row in demanded if row.key not in standing]
    for row in rows:
        found += _unwritten(row)
        if row.demanded and row.provider not in (Provider.EMPLOYER, Provider.SHARED):
            found.append(_shifted(row))
        if row.demanded and row.provider is Provider.SHARED and row.ownership is Ownership.EMPLOYEE:
            found.append(_left(row))
    return found


def _missing(row: Provision) -> Lack:
    said = Text(
        da=f"“{row.item.da}” mangler i oversigten over, hvem der leverer hvad.",
        en=f"“{row.item.en}” is missing from who provides what.",
    )
    return Lack(said, row.key, row.rule, about_provisions=True)


def _shifted(row: Provision) -> Lack:
    said = Text(
        da=f"“{row.name.da}” er arbejdsgiverens ansvar. Vælg arbejdsgiveren eller begge.",
        en=f"“{row.name.en}” is the employer's duty. Choose the employer or both.",
    )
    return Lack(said, row.key, row.rule, about_provisions=True)


def _left(row: Provision) -> Lack:
    said = Text(
        da=f"“{row.name.da}” er arbejdsgiverens ansvar, så det kan ikke kun være medarbejderens eget. Vælg "
        "arbejdsgiveren som ejer.",
        en=f"“{row.name.en}” is the employer's duty, so it can't be the employee's own alone. Choose the employer as "
        "its owner.",
    )
    return Lack(said, row.key, row.rule, about_provisions=True)


def _unwritten(row: Provision) -> Iterator[Lack]:
    for missing, said in (
        (not row.item.da or (row.note.en and not row.note.da), Text(da="dansk", en="Danish")),
        (not row.item.en or (row.note.da and not row.note.en), Text(da="engelsk", en="English")),
    ):
        if missing:
            words = Text(
                da=f"“{row.name.da}” mangler navn eller bemærkning på {said.da}.",
                en=f"“{row.name.en}” lacks a name or a note in {said.en}.",
            )
            yield Lack(words, row.key, about_provisions=True)


HEADING = Text(da="Hvem leverer hvad", en="Who provides what")
COLUMNS = (
    Text(da="Hvad", en="What"),
    Text(da="Leveres af", en="Provided by"),
    Text(da="Ejes af", en="Owned by"),
    Text(da="Fornyes eller efterses", en="Renewed or serviced"),
    Text(da="Bemærkning", en="Note"),
)
"""What stands above the columns, wherever the rows are read."""
TIMES = Text(
    da="Tiderne i oversigten er virksomhedens valg, ikke lov.",
    en="The times in the table are the company's choice, not law.",
)
"""What stands above the rows, wherever they are read."""
_NONE = Text(da="Det står ikke, hvem der leverer hvad.", en="It does not say who provides what.")
_PROVIDER = {
    Provider.EMPLOYER: Text(da="Arbejdsgiveren", en="The employer"),
    Provider.EMPLOYEE: Text(da="Medarbejderen", en="The employee"),
    Provider.SHARED: Text(da="Begge", en="Both"),
    Provider.NOBODY: Text(da="Ingen", en="Nobody"),
}
_OWNERSHIP = {
    Ownership.EMPLOYER: Text(da="Arbejdsgiveren", en="The employer"),
    Ownership.EMPLOYEE: Text(da="Medarbejderen", en="The employee"),
    Ownership.NONE: Text(da="Ikke relevant", en="Not relevant"),
}
