"""Whether what this stage wrote stands as it was written."""

from __future__ import annotations

from hjemmedag.apps.overview.queries import health


def unsealed() -> list[str]:
    """The rows of this stage that no entry has sealed as they stand."""
    return sorted(wound for wound in health.wounds() if '"workplaces.' in wound)
