"""Typesetting papers with Typst: PDF/A-2a and PDF/UA-1, the same bytes for the same words and moment."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

PACKAGE = Path(__file__).resolve().parents[1]
FONTS = PACKAGE / "adapters" / "fonts"
FORGETTING = 3
LETTER_FONTS = ("IBMPlexSans-Regular.otf", "IBMPlexSans-SemiBold.otf", "IBMPlexSans-Italic.otf")


class TypesettingError(Exception):
    """The paper could not be made; nothing was written."""


class FontsMissing(TypesettingError):
    """The letter's fonts are not where the build puts them."""


class NotPrintable(TypesettingError):
    """These data can't be set: most often a character that none of our fonts has; the message says which."""


def typeset(template: Path, data: Mapping[str, object], *, moment: datetime, language: str) -> bytes:
    """The PDF of `template`, a Typst file of this package, filled with `data`.

    `data` is plain values ready for JSON and is never read as Typst. `language` is "da", "en" or "both" (two columns).
    `moment` (timezone-aware) is the date that the file carries. Raises `FontsMissing` and `NotPrintable`.
    """
    import typst

    if moment.tzinfo is None:
        raise ValueError("the moment of a paper needs a time zone")
    try:
        pdf: bytes = typst.compile(
            template,
            root=PACKAGE,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data), "language": language},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(moment.timestamp()),
        )
    except typst.TypstError as error:
        raise NotPrintable(f"{template.name}: {error.message}") from error
    finally:
        _forget()
    return pdf


def _forget() -> None:
    """Typst keeps what it worked out for the latest papers, 90 MB in a busy process; empty ones push most of it out.

    That costs about 4 ms of CPU.
    """
    import typst

    for _ in range(FORGETTING):
        typst.compile(b"", font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> Fonts:
    """The letter's fonts, with Typst's own behind them for the characters they lack. Read once a process."""
    import typst

    missing = [name for name in LETTER_FONTS if not (FONTS / name).is_file()]
    if missing:
        raise FontsMissing(f"{', '.join(missing)} not found in {FONTS}: run `make install`, which fetches them")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
