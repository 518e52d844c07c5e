"""Level B-T: a time-stamp server beside the seal's own word for the time."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper

from hjemmedag.adapters.sealing import Level, Outcome, TimestampUnavailable, examine

from .conftest import SIGNED, Company


def _authority() -> DummyTimeStamper:
    """A time-stamp authority with a certificate of its own."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tidsstempler")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return DummyTimeStamper(
        tsa_cert=asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        tsa_key=keys.PrivateKeyInfo.load(private),
    )


@contextmanager
def _served(answer: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class Answering(_Quiet):
    """Stamps whatever it is asked to."""

    authority = _authority()

    def do_POST(self) -> None:
        request = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
        response = self.authority.request_tsa_response(request).dump()
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.end_headers()
        self.wfile.write(response)


class Failing(_Quiet):
    """Down for maintenance."""

    def do_POST(self) -> None:
        self.send_error(503)


class Babbling(_Quiet):
    """Says the right type and then nonsense."""

    def do_POST(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.end_headers()
        self.wfile.write(b"nonsense")


def _sealed(company: Company, paper: bytes, url: str) -> bytes:
    return company.sealer.seal(paper, field="A", reason="", signer="Anna", moment=SIGNED, timestamp_url=url)


def test_a_stamped_seal_is_level_bt_and_unchanged(company: Company, paper: bytes, tmp_path: Path) -> None:
    with _served(Answering) as url:
        sealed = _sealed(company, paper, url)
    found = examine(sealed, trusted=[company.certificate])
    assert ([seal.level for seal in found.seals], found.unchanged) == ([Level.T], True)
    file = tmp_path / "paper.pdf"
    file.write_bytes(sealed)
    said = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
    assert re.findall(r"Signature Validation: (.*)", said) == ["Signature is Valid."]


def test_a_spoilt_stamp_is_no_stamp_and_a_change(company: Company, paper: bytes) -> None:
    with _served(Answering) as url:
        sealed = _sealed(company, paper, url)
    name = b"Tidsstempler".hex().upper().encode()
    spoilt = sealed.replace(name, b"Tidsstemplet".hex().upper().encode())
    assert examine(spoilt, trusted=[company.certificate]).outcome is Outcome.ALTERED


@pytest.mark.parametrize("answer", [Failing, Babbling])
def test_without_a_usable_answer_nothing_is_sealed(
    answer: type[BaseHTTPRequestHandler], company: Company, paper: bytes
) -> None:
    with _served(answer) as url, pytest.raises(TimestampUnavailable, match=url):
        _sealed(company, paper, url)


def test_a_server_that_is_not_there_is_told_apart_from_a_bad_file(company: Company, paper: bytes) -> None:
    with pytest.raises(TimestampUnavailable, match=r"127\.0\.0\.1:9/"):
        _sealed(company, paper, "http://127.0.0.1:9/")
