"""Secrets that a database or a folder may hold, as texts and as files: nobody reads or changes them without the key."""

from __future__ import annotations

from base64 import urlsafe_b64encode


def encrypted(text: str, *, key: bytes) -> str:
    """`text` encrypted and authenticated (Fernet) with `key`, 32 bytes; another text each time."""
    from cryptography.fernet import Fernet

    return Fernet(urlsafe_b64encode(key)).encrypt(text.encode()).decode("ascii")


def decrypted(text: str, *, key: bytes) -> str:
    """What was encrypted. Raises `ValueError` under another key, and for a text that was changed since."""
    from cryptography.fernet import Fernet, InvalidToken

    try:
        return Fernet(urlsafe_b64encode(key)).decrypt(text.encode()).decode()
    except InvalidToken:
        raise ValueError("encrypted with another key, or changed since") from None


def encrypted_file(content: bytes, *, key: bytes) -> bytes:
    """The file encrypted and authenticated (Fernet) with `key`, 32 bytes; other bytes each time."""
    from cryptography.fernet import Fernet

    return Fernet(urlsafe_b64encode(key)).encrypt(content)


def decrypted_file(content: bytes, *, key: bytes) -> bytes:
    """What was encrypted. Raises `ValueError` under another key, and for a file that was changed since."""
    from cryptography.fernet import Fernet, InvalidToken

    try:
        return Fernet(urlsafe_b64encode(key)).decrypt(content)
    except InvalidToken:
        raise ValueError("encrypted with another key, or changed since") from None
