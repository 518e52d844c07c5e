"""Refresh what is generated: the catalogues of words and the page of rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import catalogues, examples

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Write the files; say which Danish texts are still to be written."""
    for language, catalog in catalogues.extracted().items():
        if language == "en":
            catalogues.complete_english(catalog)
        catalogues.write(language, catalog)
    rules = subprocess.run(
        [str(Path(sys.executable).parent / "hjemmedag"), "law", "--format", "markdown", "--lang", "en"],
        check=True,
        capture_output=True,
        text=True,
    )
    (ROOT / "docs" / "rulebook.md").write_text(rules.stdout, encoding="utf-8")
    examples.main()
    missing = [line for line in catalogues.faults() if "not translated" in line]
    sys.stdout.write("".join(f"{line}\n" for line in missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
