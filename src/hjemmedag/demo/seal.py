"""The company's seal: a certificate for two years, brought along from elsewhere, with a few weeks left."""

from __future__ import annotations

from datetime import datetime, time

from hjemmedag.adapters.sealing import new_certificate
from hjemmedag.apps.documents import actions
from hjemmedag.demo.company import COMPANY
from hjemmedag.demo.story import SEAL_YEARS, Story


def write(story: Story) -> None:
    """The scene of this stage."""
    story.on(story.founded, _install, at=time(8, 5))


def _install(now: datetime) -> None:
    key, certificate = new_certificate(COMPANY, now=now, years=SEAL_YEARS)
    actions.install_certificate(certificate=certificate, key=key, key_passphrase=None, actor=None, now=now)
