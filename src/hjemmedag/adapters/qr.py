"""QR codes as drawings, for labels and pages."""

from __future__ import annotations

from functools import lru_cache

QUIET = 2
"""Empty modules around the code: enough for a camera where the paper or page around it is white."""


@lru_cache(maxsize=2048)
def svg(text: str) -> str:
    """The code of a text as SVG: black squares in one path, one unit a module."""
    import qrcode

    code = qrcode.QRCode(border=QUIET, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(
        f"M{column} {row}h1v1h-1z" for row, dots in enumerate(rows) for column, dot in enumerate(dots) if dot
    )
    size = len(rows)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}"/></svg>'
