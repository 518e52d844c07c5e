"""Who may open the pages that look across."""

from __future__ import annotations

from hjemmedag.core.people.roles import Role, Viewer


def may_see_order(viewer: Viewer) -> bool:
    """“Are we in order?”: HR for the whole company, and the auditor."""
    return viewer.everywhere(Role.HR) or viewer.has(Role.AUDITOR)


def may_record_steps(viewer: Viewer) -> bool:
    """Going on with the steps, and saying by hand how far one has come: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_simulate(viewer: Viewer) -> bool:
    """Trying other values of the policy on everyone: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_count_answers(viewer: Viewer) -> bool:
    """Yes and no to applications in figures: HR and the union representative, also for a unit."""
    return viewer.has(Role.HR, Role.UNION)


def may_read_history(viewer: Viewer) -> bool:
    """The audit chain: auditor and data protection officer."""
    return viewer.has(Role.AUDITOR, Role.DPO)
