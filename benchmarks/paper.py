"""The sealed addendum: CPU of typesetting and sealing, beside LibreOffice and WeasyPrint where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks.answers import Figure, at_most
from benchmarks.houses import Houses
from benchmarks.process import Process

TIMES = 25
AIM, MOST = 60, 150
LETTER = "<html lang='da'><title>Tillæg</title><body><h1>Tillæg om hjemmearbejde</h1>" + "".join(
    f"<h2>{n}. Afsnit</h2><p>{'Medarbejderen arbejder hjemme to dage om ugen efter aftale med lederen. ' * 6}</p>"
    for n in range(1, 13)
)


def ask(houses: Houses) -> Iterator[Figure]:
    """Ours warm, in one process; the others as they are called: a process a letter."""
    surroundings, company = houses.company(20)
    with Process(surroundings) as app:
        found: dict[str, float] = app.call(
            "benchmarks.paper:made", application=company["application"], signer=company["hr"]
        )
    yield Figure("typesetting", f"{found['typeset']:.0f} ms")
    yield Figure("one seal", f"{found['seal']:.0f} ms")
    yield at_most("sealed addendum", found["typeset"] + found["seal"], MOST, "ms", beside=f"aim {AIM} ms")
    yield Figure("memory of the process afterwards", f"{found['memory']:.0f} MB", f"{found['before']:.0f} MB before")
    for name, cost in (("LibreOffice", _libreoffice), ("WeasyPrint", _weasyprint)):
        taken = cost()
        yield Figure(f"{name}, the letter without a seal", "not installed" if taken is None else f"{taken:.0f} ms")


def made(application: int, signer: int) -> dict[str, float]:
    """Inside the app: milliseconds of CPU of each step, medians; megabytes before and after."""
    from django.utils import timezone

    from benchmarks.processes import pss
    from hjemmedag.apps.agreements.models import Application
    from hjemmedag.apps.agreements.queries import paper
    from hjemmedag.apps.documents import actions
    from hjemmedag.apps.documents.actions.seals import seal
    from hjemmedag.apps.policy import queries as policy

    now, today = timezone.now(), timezone.localdate()
    actions.ensure_certificate(company_name="Målt A/S", now=now)
    version = policy.in_force(today)
    assert version
    row = Application.objects.select_related("employee").get(pk=application)
    content = paper.content(row, version=version, effective_on=today, signer=signer, today=today)
    before = pss()

    def typeset() -> bytes:
        return paper.typeset(content, language="both", moment=now)

    pdf = typeset()

    def sealed() -> None:
        seal(pdf, field="Signature1", reason="Målt", signer="Målt", now=now, later=["Signature2"])

    return {"typeset": _cpu(typeset), "seal": _cpu(sealed), "before": before, "memory": pss()}


def _cpu(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(TIMES):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return median(taken) * 1000


def _of_children(work: Callable[[], object]) -> float:
    before = os.times()
    work()
    after = os.times()
    return (after.children_user + after.children_system - before.children_user - before.children_system) * 1000


def _libreoffice() -> float | None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        letter = Path(folder) / "letter.html"
        letter.write_text(LETTER, encoding="utf-8")
        command = [office, f"-env:UserInstallation=file://{folder}/home", "--headless", "--convert-to", "pdf",
                   "--outdir", folder, str(letter)]  # fmt: skip

        def convert() -> None:
            subprocess.run(command, check=True, capture_output=True, timeout=120)

        convert()
        return _of_children(convert)


def _weasyprint() -> float | None:
    if find_spec("weasyprint") is None:
        return None
    import weasyprint

    return _cpu(lambda: weasyprint.HTML(string=LETTER).write_pdf())
