"""Seals on PDFs: made with the company's own certificate, and examined.

Advanced electronic seals (PAdES B-B, or B-T with a time stamp), not qualified ones. pyHanko does the cryptography; it
takes most of a second to load, so it is imported where a seal is made or read and nowhere else.
"""

from hjemmedag.adapters.sealing.certificate import new_certificate
from hjemmedag.adapters.sealing.errors import (
    Busy,
    CannotSeal,
    KeyNotReadable,
    NotReadable,
    SealingError,
    TimestampUnavailable,
)
from hjemmedag.adapters.sealing.examination import Covers, Examination, Level, Outcome, Seal
from hjemmedag.adapters.sealing.examining import examine
from hjemmedag.adapters.sealing.outside import Fault, OutsideSignature
from hjemmedag.adapters.sealing.sealer import Sealer

__all__ = [
    "Busy",
    "CannotSeal",
    "Covers",
    "Examination",
    "Fault",
    "KeyNotReadable",
    "Level",
    "NotReadable",
    "Outcome",
    "OutsideSignature",
    "Seal",
    "Sealer",
    "SealingError",
    "TimestampUnavailable",
    "examine",
    "new_certificate",
]
