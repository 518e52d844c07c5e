"""Fetches the design system and makes our stylesheet and fonts of it. Run it again after changing a stylesheet.

    python tools/vendor.py

Takes from the npm package `dkfds` (pinned by package-lock.json) the rules of the components we use, the pictures those
rules show, and cuts of IBM Plex Sans for screen and paper. Everything lands in folders that git ignores, and nothing
is written that is there already.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DKFDS = ROOT / "node_modules" / "dkfds" / "dist"
STYLES = ROOT / "src" / "hjemmedag" / "ui" / "styles"
STATIC = ROOT / "src" / "hjemmedag" / "ui" / "static" / "vendor"
PAPER_FONTS = ROOT / "src" / "hjemmedag" / "adapters" / "fonts"

SCREEN_FONTS = {400: "Regular", 500: "Medium", 600: "SemiBold"}
PAPER_CUTS = ("Regular", "SemiBold", "Italic")

# The classes of the design system that our templates use. Rules for other classes are left behind: they would be nine
# tenths of the bytes, and their short names ("row", "card") meet ours.
TAKEN = re.compile(
    r"^(button(-primary|-secondary|-tertiary)?"
    r"|form-(group|label|hint|error|error-message|input|select|radio|checkbox)(-radio|-checkbox)?"
    r"|alert(-info|-success|-warning|-error|-icon|-body|-heading|-text)?|sr-only)$"
)
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
PICTURE = re.compile(r"url\([\"']?(?!data:)([^)\"']+)[\"']?\)")


def main() -> None:
    install()
    css, pictures = taken_rules((DKFDS / "css" / "dkfds.min.css").read_text("utf-8"))
    own = "\n".join(path.read_text("utf-8") for path in sorted(STYLES.glob("*.css")))
    write(
        STATIC / "hjemmedag.css",
        f"@layer dkfds, base, shell, parts, print;\n{font_faces()}\n@layer dkfds{{{css}}}\n{own}",
    )
    for picture in pictures:
        copy(DKFDS / "img" / "svg-icons" / picture, STATIC / "img" / picture)
    for cut in SCREEN_FONTS.values():
        copy(screen_font(cut), STATIC / "fonts" / screen_font(cut).name)
    for cut in PAPER_CUTS:
        name = f"IBMPlexSans-{cut}.otf"
        copy(DKFDS / "fonts" / "IBMPlexSans" / "complete" / "otf" / name, PAPER_FONTS / name)
    for folder in (STATIC / "fonts", PAPER_FONTS):
        copy(DKFDS / "fonts" / "IBMPlexSans" / "complete" / "otf" / "license.txt", folder / "license.txt")
    copy(DKFDS / "LICENSE.md", STATIC / "LICENSE.md")


def install() -> None:
    """`npm ci`, unless the lock file is the one that was installed last."""
    stamp = ROOT / "node_modules" / ".installed"
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == lock:
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing. It fetches the design system: install Node.js with npm, then run this again.")
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=ROOT, check=True)
    stamp.write_text(lock, "utf-8")


def taken_rules(css: str) -> tuple[str, list[str]]:
    """The rules we take, and the names of the pictures they show. Its fonts stay behind: ours are smaller."""
    css = "".join(rules(re.sub(r"/\*.*?\*/", "", css, flags=re.S)))
    pictures = sorted({Path(found).name for found in PICTURE.findall(css)})
    return PICTURE.sub(lambda found: f"url(img/{Path(found[1]).name})", css), pictures


def rules(css: str) -> Iterator[str]:
    """Each taken rule as text; media and support blocks are looked through, other at-rules but keyframes dropped."""
    for prelude, body in blocks(css):
        if prelude.startswith(("@media", "@supports")):
            if inner := "".join(rules(body)):
                yield f"{prelude}{{{inner}}}"
        elif not prelude.startswith("@") and (kept := [one for one in selectors(prelude) if is_taken(one)]):
            yield f"{','.join(kept)}{{{body}}}"


def blocks(css: str) -> Iterator[tuple[str, str]]:
    """Prelude and body of each block at the outermost level."""
    depth = start = opened = 0
    for position, sign in enumerate(css):
        if sign == "{":
            depth += 1
            if depth == 1:
                opened = position
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : position]
                start = position + 1


def selectors(prelude: str) -> list[str]:
    """The selectors of a list; commas inside parentheses don't divide."""
    return re.split(r",(?![^()]*\))", prelude)


def is_taken(selector: str) -> bool:
    """Whether every class the selector asks for is one of ours to use."""
    asked = re.sub(r":not\([^()]*\)", "", selector)
    return all(TAKEN.match(name) for name in CLASS.findall(asked))


def font_faces() -> str:
    """Our three cuts, the Latin-1 part alone: 52 kB where the whole family is 20 times that."""
    return "\n".join(
        f'@font-face{{font-family:"IBM Plex Sans";font-weight:{weight};font-display:swap;'
        f'src:url(fonts/{screen_font(cut).name}) format("woff2")}}'
        for weight, cut in SCREEN_FONTS.items()
    )


def screen_font(cut: str) -> Path:
    return DKFDS / "fonts" / "IBMPlexSans" / "split" / "woff2" / f"IBMPlexSans-{cut}-Latin1.woff2"


def write(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def copy(source: Path, target: Path) -> None:
    if not target.is_file() or target.read_bytes() != source.read_bytes():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


if __name__ == "__main__":
    main()
