"""Decoding a picture and writing its pixels anew: nothing else of the file lives on."""

from __future__ import annotations

import warnings
from io import BytesIO

LARGEST_FILE = 15 * 1024**2
MOST_PIXELS = 64_000_000
"""What a phone takes at its best; a small file that unfolds to more is a trap."""
LONGEST_SIDE = 2000
"""Pixels: enough to see how a chair stands, too few to read what lies on the table."""
KINDS = ("JPEG", "PNG", "WEBP")
QUALITY = 82


class Unusable(Exception):
    """No picture can be made of the file. `why`: "unreadable" or "too_large"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def cleaned(content: bytes) -> bytes:
    """The picture as a new JPEG: upright, at most `LONGEST_SIDE` long, with no word about camera, place or time.

    Raises `Unusable`. May take long and much memory for a hostile file: see `apart.clean`.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the library finds odd in a file says nothing to anyone here
            return _anew(content)
    except Unusable:
        raise
    except (Image.DecompressionBombError, MemoryError):
        raise Unusable("too_large") from None
    except Exception:
        # A decoder that meets a hostile file may fail in any way; there is one answer to all of them.
        raise Unusable("unreadable") from None


def _anew(content: bytes) -> bytes:
    from PIL import Image, ImageOps

    with Image.open(BytesIO(content), formats=KINDS) as given:
        width, height = given.size
        if width * height > MOST_PIXELS:
            raise Unusable("too_large")
        given.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        given.load()
        upright = ImageOps.exif_transpose(given)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = upright.convert("RGBA")
    # A new picture knows nothing but its pixels: what a copy carries along (text, profile, thumbnail) is not in it.
    new = Image.new("RGB", seen.size, "white")
    new.paste(seen, mask=seen.getchannel("A"))
    out = BytesIO()
    new.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
