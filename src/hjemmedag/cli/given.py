"""JSON that is given on the command line: as it is, in a file, or on standard input."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from hjemmedag.cli.arguments import Unusable
from hjemmedag.core.law import Text


class _Twice(ValueError):
    """A name stands twice in one object."""


def json_object(given: str) -> tuple[Text, dict[str, object]]:
    """What to call the place the JSON comes from, and the object that stands there. Raises `Unusable`."""
    where, content = _content(given)
    try:
        found = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
    except _Twice as name:
        raise Unusable(Text(da="står to gange.", en="stands twice.").about(str(name)).about(where)) from None
    except UnicodeDecodeError:
        raise Unusable(Text(da="er ikke UTF-8.", en="is not UTF-8.").about(where)) from None
    except (ValueError, RecursionError) as fault:
        raise Unusable(Text(da=f"er ikke JSON ({fault}).", en=f"is not JSON ({fault}).").about(where)) from None
    if not isinstance(found, dict):
        raise Unusable(Text(da="skal være et JSON-objekt, { … }.", en="must be a JSON object, { … }.").about(where))
    return where, found


def _content(given: str) -> tuple[Text, bytes]:
    if not given:
        raise Unusable(Text(da="fakta mangler: JSON, et filnavn eller -.", en="facts are missing: JSON, a file or -."))
    if given == "-":
        return Text(da="standardinput", en="standard input"), sys.stdin.buffer.read()
    if given.lstrip().startswith(("{", "[")):
        return Text(da="fakta", en="facts"), given.encode("utf-8", "surrogateescape")
    try:
        return Text(da=given, en=given), Path(given).read_bytes()
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise Unusable(
            Text(da=f"filen kan ikke læses ({reason}).", en=f"the file can't be read ({reason}).").about(given)
        ) from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _Twice(name)
        found[name] = value
    return found
