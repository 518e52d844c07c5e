"""Certificates and keys as files."""

from datetime import UTC, datetime

import pytest

from hjemmedag.adapters.sealing import KeyNotReadable, Sealer, new_certificate
from hjemmedag.adapters.sealing.keys import facts_of, rewrapped

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KEY, CERTIFICATE = new_certificate("Æblegård A/S", now=MOMENT, passphrase=b"first")


def test_a_certificate_says_whose_it_is_and_how_long_it_lasts():
    facts = facts_of(CERTIFICATE)
    assert (facts.subject, facts.valid_from, facts.valid_until) == (
        "Æblegård A/S",
        MOMENT,
        datetime(2036, 11, 20, 9, 0, tzinfo=UTC),
    )
    assert len(facts.fingerprint) == 64


def test_what_is_no_certificate_is_said():
    with pytest.raises(KeyNotReadable):
        facts_of(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")


def test_a_key_under_a_new_passphrase_opens_with_that_one_only():
    key = rewrapped(KEY, passphrase=b"first", under=b"second")
    Sealer.load(key=key, certificate=CERTIFICATE, passphrase=b"second")
    with pytest.raises(KeyNotReadable):
        Sealer.load(key=key, certificate=CERTIFICATE, passphrase=b"first")


@pytest.mark.parametrize("passphrase", [None, b"guess"])
def test_a_wrong_passphrase_is_said(passphrase):
    with pytest.raises(KeyNotReadable):
        rewrapped(KEY, passphrase=passphrase, under=b"second")
