"""Who provides what in a version of the policy."""

from __future__ import annotations

from hjemmedag.apps.policy.models import PolicyVersion, Provision
from hjemmedag.core.law import Text
from hjemmedag.core.policy import provisions as core
from hjemmedag.rulebook.provisions import load


def ready_provisions() -> list[core.Provision]:
    """The rows that a policy starts from."""
    return list(load())


def provisions_of(version: PolicyVersion | int) -> list[core.Provision]:
    """The rows of a version in their order. What is published never changes, so these are the terms agreed under it."""
    return [
        core.Provision(
            key=row.key,
            item=Text(da=row.item_da, en=row.item_en),
            provider=core.Provider(row.provider),
            ownership=core.Ownership(row.ownership),
            every_months=row.every_months,
            note=Text(da=row.note_da, en=row.note_en),
            rule=row.rule,
            demanded=row.demanded,
        )
        for row in Provision.objects.filter(version=version)
    ]
