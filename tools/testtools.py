"""What tests and checks need beside Python packages: a browser, poppler's pdfsig, gettext. Installed where missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NEEDED = {"chromium": "chromium", "pdfsig": "poppler-utils", "xgettext": "gettext"}
"""The command that must be there, and the Debian package that brings it."""


def main() -> int:
    """0 when everything is there at the end; else 1, saying what to install."""
    missing = {package for command, package in NEEDED.items() if shutil.which(command) is None}
    if not missing:
        return 0
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *sorted(missing)]
        subprocess.run(install, check=True, env=quiet, stdout=subprocess.DEVNULL)
        return 0
    sys.stderr.write(
        f"The tests need: {', '.join(sorted(missing))}. On Debian: apt-get install {' '.join(sorted(missing))}\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
