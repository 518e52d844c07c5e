"""Addenda for many: 1,000 offered by one worker and by two, and what signing and sealing them for both sides costs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from benchmarks.answers import Figure, at_most
from benchmarks.houses import Houses
from benchmarks.process import Process

PEOPLE, ADDENDA = 2_000, 1_000
ALONE, SIGNED = 200, 50
MOST = 240
"""Seconds for 1,000 offered addenda on one core: four minutes, in which nobody has to wait for them."""


def ask(houses: Houses) -> Iterator[Figure]:
    """A batch for everyone whose terms stand on an older policy: one worker makes some, two the rest."""
    surroundings, company = houses.company(PEOPLE)
    with Process(surroundings) as one, Process(surroundings) as two:
        items = one.call("benchmarks.bulk:send", hr=company["hr"])
        for process in (one, two):
            process.call("benchmarks.bulk:made", most=8)  # what is loaded once isn't measured
        alone = one.call("benchmarks.bulk:made", most=ALONE)
        begun = time.monotonic()
        with ThreadPoolExecutor(2) as pool:
            together = list(pool.map(lambda process: process.call("benchmarks.bulk:made", most=items), (one, two)))
        wall = time.monotonic() - begun
        signed = one.call("benchmarks.bulk:signed", most=SIGNED)
    cost = alone["cpu"] / alone["made"]
    made = sum(part["made"] for part in together)
    yield at_most("1,000 addenda offered, one core", cost * ADDENDA, MOST, "s", beside=f"{cost * 1000:.0f} ms CPU each")
    yield Figure("one worker", f"{alone['made'] / alone['wall']:.1f} a second")
    yield Figure(f"two workers, {os.cpu_count()} cores", f"{made / wall:.1f} a second", f"{made} in {wall:.0f} s")
    both = signed["cpu"] / signed["made"]
    yield Figure("both signatures, seals and the evidence", f"{both * 1000:.0f} ms CPU each")
    yield Figure("1,000 offered, signed and sealed, one core", f"{(cost + both) * ADDENDA:.0f} s")
    yield Figure("the same on two cores, if nothing else is done", f"{(cost + both) * ADDENDA / 2:.0f} s")


def send(hr: int) -> int:
    """Inside the app: a new version of the policy, and a batch for everyone under the old one. Returns how many."""
    from django.utils import timezone

    from hjemmedag.apps.agreements import actions
    from hjemmedag.apps.documents import actions as documents
    from hjemmedag.apps.policy.models import Clause, PolicyVersion

    now, today = timezone.now(), timezone.localdate()
    documents.ensure_certificate(company_name="Målt A/S", now=now)
    old = PolicyVersion.objects.filter(number__isnull=False).latest("number")
    new = PolicyVersion.objects.create(
        number=(old.number or 0) + 1,
        effective_from=today,
        published_at=now,
        published_by_id=hr,
        created_at=now,
        notice_months=old.notice_months,
        terms=old.terms,
    )
    clauses = list(Clause.objects.filter(version=old))
    for clause in clauses:
        clause.pk, clause.version = None, new
    Clause.objects.bulk_create(clauses)
    batch = actions.send_batch(effective_on=today, units=[], actor=hr, now=now, today=today)
    return batch.items.count()


def made(most: int) -> dict[str, float]:
    """Inside a worker: offer up to so many of the batch; seconds of the clock and of CPU."""
    from django.utils import timezone

    from hjemmedag.apps.agreements import actions
    from hjemmedag.rulebook.load import load

    done, wall, cpu = 0, time.monotonic(), time.process_time()
    while done < most and (items := actions.claim_items(now=timezone.now())):
        for item in items:
            done += actions.make_item(item=item, now=timezone.now(), today=timezone.localdate(), rulebook=load())
    return {"made": done, "wall": time.monotonic() - wall, "cpu": time.process_time() - cpu}


def signed(most: int) -> dict[str, float]:
    """Inside a worker: sign so many of the offered addenda for both sides."""
    from django.utils import timezone

    from hjemmedag.apps.agreements.models import BatchItem
    from hjemmedag.apps.documents import actions, queries

    offered = (
        BatchItem.objects.filter(addendum__isnull=False).order_by("id").values_list("addendum__document", flat=True)
    )
    papers = list(offered[: most + 1])
    cpu = 0.0
    for number, document in enumerate(papers):
        if number == 1:
            cpu = time.process_time()  # the first one loads what signing takes
        while (signer := queries.state(document).signer) is not None:
            now = timezone.now()
            seen = queries.turn(document, signer, now).revision.sha256
            actions.sign(document=document, signer=signer, expected_sha256=seen, authenticated=["password"], now=now)
    return {"made": len(papers) - 1, "cpu": time.process_time() - cpu}
