"""Pictures drawn for the tests, with everything in them that a phone writes beside the picture."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

SECRETS = (b"Hjemmevej", b"TestPhone", b"xpacket", b"2026:11:23", b"icc profile of this phone", b"thumb")


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (320, 240), telling: bool = True) -> bytes:
    """A red picture with a blue left half; `telling` fills every place where a file says more than its pixels."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, 0, size[0] // 2, size[1]))
    out, more = BytesIO(), {}
    if telling:
        exif = Image.Exif()
        exif[0x010F], exif[0x0132], exif[0x010E] = "TestPhone", "2026:11:23 10:00:00", "Hjemmevej 7"
        exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 40.0, 12.0), 3: "E", 4: (12.0, 34.0, 56.0)})
        more = {"exif": exif, "icc_profile": b"icc profile of this phone" * 8}
        more |= {"xmp": b"<?xpacket Hjemmevej 7 ?>"} if kind != "PNG" else {}
        more |= {"comment": b"Hjemmevej 7 thumb"} if kind == "JPEG" else {}
        if kind == "PNG":
            words = PngInfo()
            words.add_text("Comment", "Hjemmevej 7")
            more["pnginfo"] = words
    image.save(out, kind, **more)
    return out.getvalue() + (b"thumb at the end" if telling else b"")


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few thousand bytes that says it unfolds to billions of pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )
