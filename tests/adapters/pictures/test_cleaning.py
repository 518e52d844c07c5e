"""A cleaned picture shows what the frame showed and says nothing else; what is no picture is refused with one word."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from hjemmedag.adapters.pictures import LARGEST_FILE, Unusable, clean
from hjemmedag.adapters.pictures.cleaning import LONGEST_SIDE, cleaned
from tests.adapters.pictures.drawing import SECRETS, bomb, picture


def segments(jpeg: bytes) -> set[str]:
    """The kinds of segment before the pixels: E0 is the density, DB, C0, C2 and C4 are how the pixels are written."""
    found, place = set(), 2
    while jpeg[place + 1] != 0xDA:
        found.add(f"{jpeg[place + 1]:02X}")
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4])
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_the_pixels_lives_on(kind: str) -> None:
    given = picture(kind)
    assert [secret for secret in SECRETS if secret in given] != []
    new = cleaned(given)
    assert [secret for secret in SECRETS if secret in new] == []
    assert segments(new) <= {"E0", "DB", "C0", "C2", "C4"}
    assert new.endswith(b"\xff\xd9")
    with Image.open(BytesIO(new)) as seen:
        assert (seen.format, seen.size, dict(seen.getexif())) == ("JPEG", (320, 240), {})
        assert set(seen.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        left, right = seen.getpixel((20, 120)), seen.getpixel((300, 120))
        assert (max(range(3), key=left.__getitem__), max(range(3), key=right.__getitem__)) == (2, 0)


def test_a_picture_stands_upright_as_the_phone_showed_it() -> None:
    out, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (300, 100), "red").save(out, "JPEG", exif=exif)
    with Image.open(BytesIO(cleaned(out.getvalue()))) as seen:
        assert seen.size == (100, 300)


def test_a_large_picture_is_made_smaller_and_a_clear_one_white_behind() -> None:
    out = BytesIO()
    Image.new("RGBA", (4000, 1000), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(BytesIO(cleaned(out.getvalue()))) as seen:
        assert seen.size == (LONGEST_SIDE, 500)
        assert seen.getpixel((10, 10)) == (255, 255, 255)


def disguised(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (10, 10), "red").save(out, kind)
    return out.getvalue()


REFUSED = {
    "nothing": (b"", "unreadable"),
    "a page": (b"<html><script>alert(1)</script>", "unreadable"),
    "a drawing with a script": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "unreadable"),
    "a program": (b"MZ" + bytes(500), "unreadable"),
    "a page that begins as a picture": (b"\xff\xd8\xff\xe0<html>", "unreadable"),
    "half a picture": (picture(telling=False)[:700], "unreadable"),
    "a PDF": (b"%PDF-1.7\n" + bytes(100), "unreadable"),
    "another kind of picture": (disguised("GIF"), "unreadable"),
    "a bitmap": (disguised("BMP"), "unreadable"),
    "a bomb": (bomb(), "too_large"),
    "a bomb below the library's own limit": (bomb(9000, 9000), "too_large"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_picture_of_ours_is_refused(what: str) -> None:
    content, why = REFUSED[what]
    with pytest.raises(Unusable) as refused:
        cleaned(content)
    assert refused.value.why == why


def test_a_process_of_its_own_answers_the_same() -> None:
    assert clean(picture()) == cleaned(picture())
    for content, why in (REFUSED["a bomb"], REFUSED["a page"], (bytes(LARGEST_FILE + 1), "too_large")):
        with pytest.raises(Unusable) as refused:
            clean(content)
        assert refused.value.why == why


def test_a_picture_that_asks_for_more_memory_than_there_is_hurts_nobody_else() -> None:
    with pytest.raises(Unusable) as refused:
        clean(picture("PNG", size=(6000, 6000), telling=False), memory=200 * 1024**2)
    assert refused.value.why == "too_large"
