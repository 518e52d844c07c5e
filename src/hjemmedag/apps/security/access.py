"""Who announces a measure. Everyone may read which there are: they are told of them."""

from __future__ import annotations

from hjemmedag.core.people.roles import Role, Viewer


def may_announce(viewer: Viewer) -> bool:
    """HR for the whole company."""
    return viewer.everywhere(Role.HR)
