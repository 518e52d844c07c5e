"""Files as accidents and hostile people leave them: the same ones for the same seed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random

SEED = 20261123
MANY = 6000 if os.environ.get("HJEMMEDAG_SOAK") else 300


def mutated(whole: bytes, dice: Random) -> bytes:
    """The file with one to four accidents: bytes changed, lost, doubled, moved or slipped in, or the end cut off."""
    content = bytearray(whole)
    for _accident in range(dice.randint(1, 4)):
        start = dice.randrange(len(content) + 1)
        end = min(len(content), start + dice.choice((1, 1, 2, 8, 60, 1000)))
        piece = bytes(content[start:end])
        match dice.randrange(7):
            case 0:
                content[start:end] = dice.randbytes(end - start)
            case 1:
                del content[start:end]
            case 2:
                content[start:start] = piece
            case 3:
                content[start:end] = piece[::-1]
            case 4:
                content[start:start] = dice.choice(SLIPPED_IN)
            case 5:
                content[start:end] = bytes(byte ^ 1 << dice.randrange(8) for byte in piece)
            case 6:
                del content[start:]
    return bytes(content)


SLIPPED_IN = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n", b'"', b";", b",", b"\t", b"\x1a", b"\xf0\x9f\x8f\xa0"),
    *(b"{", b"}", b"[[[[[[[[", b"null", b"1e999", b"-", b"9" * 400, b"<<", b">>", b"endobj", b"%%EOF", b"startxref\n0"),
)


def many(whole: bytes, number: int = MANY) -> Iterator[tuple[int, bytes]]:
    """So many mutations of a file, each with the number that makes it again; those that change nothing are left out."""
    for place in range(number):
        content = mutated(whole, Random(SEED + place))
        if content != whole:
            yield place, content
