"""Whether signatures and nothing else were added to a paper that had none. Heavy to load: imported only when asked.

pyHanko's own rules compare with a paper that is signed already: ours has no form yet, and a service may certify it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NameObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    DocInfoRule,
    DSSCompareRule,
    FormUpdate,
    FormUpdatingRule,
    GenericFieldModificationRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    ReferenceUpdate,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.commons import compare_key_refs
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON, ROOT_EXEMPT_STRICT_COMPARISON

FORM, PERMISSIONS = "/AcroForm", "/Perms"


class _WithEmptyForm:
    """A revision without a form, as if it had an empty one."""

    def __init__(self, revision: HistoricalResolver) -> None:
        self._revision = revision

    def __getattr__(self, name: str) -> Any:
        return getattr(self._revision, name)

    @property
    def root(self) -> DictionaryObject:
        root = DictionaryObject(self._revision.root)  # type: ignore[no-untyped-call]
        root[NameObject(FORM)] = DictionaryObject({NameObject("/Fields"): ArrayObject()})  # type: ignore[no-untyped-call]
        return root


class _FirstForm(FormUpdatingRule):
    """The paper's first form: signature fields alone."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[tuple[ModificationLevel, FormUpdate]]:
        if FORM in old.root or FORM not in new.root:
            return super().apply(old, new)
        empty: Any = _WithEmptyForm(old)
        return super().apply(empty, new)


class _Catalog(CatalogModificationRule):
    """The catalog as pyHanko lets it be changed, and a certification, which says what may be done from then on."""

    def apply_qualified(
        self, old: HistoricalResolver, new: HistoricalResolver
    ) -> Iterable[tuple[ModificationLevel, ReferenceUpdate]]:
        yield from super().apply_qualified(old, new)
        if PERMISSIONS in new.root:
            if set(new.root[PERMISSIONS]) - {"/DocMDP"}:
                raise SuspiciousModification("permissions beside those of a certification")
            for reference in compare_key_refs(PERMISSIONS, old, old.root, new.root):
                yield ModificationLevel.LTA_UPDATES, ReferenceUpdate(reference)


POLICY = StandardDiffPolicy(
    global_rules=[
        _Catalog(ROOT_EXEMPT_STRICT_COMPARISON | {PERMISSIONS}),  # type: ignore[no-untyped-call]
        *(
            rule.as_qualified(ModificationLevel.LTA_UPDATES)
            for rule in (DocInfoRule(), XrefStreamRule(), ObjectStreamRule(), DSSCompareRule(), MetadataUpdateRule())  # type: ignore[no-untyped-call]
        ),
    ],
    form_rule=_FirstForm(
        field_rules=[
            SigFieldCreationRule(allow_new_visible_after_certify=True),  # type: ignore[no-untyped-call]
            SigFieldModificationRule(),
            GenericFieldModificationRule(),
        ],
        ignored_acroform_keys=ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"},
    ),
)


def only_signed(reader: PdfFileReader, revisions: int) -> bool:
    """Whether all that came after the paper's first so many revisions is signatures and what keeps them checkable."""
    try:
        changes = POLICY.review_file(reader, revisions - 1)
    except PdfError:  # an update that can't be compared is no mere signature
        return False
    return isinstance(changes, DiffResult) and changes.modification_level <= ModificationLevel.FORM_FILLING
