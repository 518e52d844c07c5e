"""Standard output: a whole answer, or the reason why it can't be written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from hjemmedag.cli.arguments import Unusable
from hjemmedag.core.law import Text


def say(parts: Iterable[str], code: int = 0) -> int:
    """Prints an answer and gives `code`. A reader that goes away early has had enough: the answer stands."""
    try:
        sys.stdout.writelines(parts)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, UnicodeEncodeError) as fault:
        raise Unusable(Text(da=f"svaret kan ikke skrives: {fault}.", en=f"can't write the answer: {fault}.")) from None
    return code
