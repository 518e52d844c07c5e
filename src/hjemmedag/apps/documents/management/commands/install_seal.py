"""Seal from now on with a certificate from elsewhere."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from hjemmedag.apps.documents import actions
from hjemmedag.core.refusals import Refused


class Command(BaseCommand):
    help = "Installs a seal certificate and its private key, both PEM files. Earlier certificates stay trusted."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("certificate", type=Path, help="the certificate, a PEM file")
        parser.add_argument("key", type=Path, help="its private key, a PEM file")
        parser.add_argument("--passphrase", action="store_true", help="ask for the key's passphrase")

    def handle(self, *args: Any, certificate: Path, key: Path, passphrase: bool, **options: Any) -> None:
        phrase = getpass.getpass("Passphrase of the key: ").encode() if passphrase else None
        try:
            installed = actions.install_certificate(
                certificate=certificate.read_bytes(),
                key=key.read_bytes(),
                key_passphrase=phrase,
                actor=None,
                now=timezone.now(),
            )
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}. Nothing was changed.") from None
        except Refused as refused:
            raise CommandError(refused.message) from None
        self.stdout.write(f"Documents are sealed with {installed.fingerprint} from now on.")
