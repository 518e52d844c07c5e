"""Secrets that a database or a folder may hold."""

import pytest

from hjemmedag.adapters.encryption import decrypted, decrypted_file, encrypted, encrypted_file

KEY, OTHER = b"k" * 32, b"o" * 32


def test_what_was_encrypted_is_read_with_the_key():
    assert decrypted(encrypted("hemmeligt æøå", key=KEY), key=KEY) == "hemmeligt æøå"


def test_the_same_secret_never_looks_the_same():
    first, second = (encrypted("hemmeligt", key=KEY) for _time in range(2))
    assert first != second
    assert "hemmeligt" not in first


def test_another_key_reads_nothing():
    with pytest.raises(ValueError, match="another key"):
        decrypted(encrypted("hemmeligt", key=KEY), key=OTHER)


@pytest.mark.parametrize("place", [0, 20, -5])
def test_a_changed_text_is_found_out(place):
    text = encrypted("hemmeligt", key=KEY)
    changed = text[:place] + ("B" if text[place] == "A" else "A") + text[place + 1 :] if place >= 0 else text[:place]
    with pytest.raises(ValueError, match="changed"):
        decrypted(changed, key=KEY)


def test_a_text_in_clear_is_not_taken_for_a_secret():
    with pytest.raises(ValueError, match="changed"):
        decrypted("JBSWY3DPEHPK3PXP", key=KEY)


def test_a_file_is_read_with_its_key_alone_and_only_as_it_was():
    file = encrypted_file(b"\xff\xd8\x00", key=KEY)
    assert decrypted_file(file, key=KEY) == b"\xff\xd8\x00"
    for content, key in ((file, OTHER), (file[:-5], KEY), (b"\xff\xd8\x00", KEY)):
        with pytest.raises(ValueError, match="changed"):
            decrypted_file(content, key=key)
