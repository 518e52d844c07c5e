"""What the company provides, and what the employee does."""

from __future__ import annotations

from datetime import date

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.policy.provisions import Provider, Provision


def provisions_for(employee: int, on: date) -> dict[Provider, list[Provision]]:
    """By who provides them: of the version that the person's terms stand on, or without terms the one in force."""
    terms = agreements.terms_in_force(employee, on)
    version = terms.policy_version_id if terms else policy.in_force(on)
    rows = policy.provisions_of(version) if version else []
    by_provider = {each: [row for row in rows if row.provider is each] for each in Provider}
    return {each: found for each, found in by_provider.items() if found}
