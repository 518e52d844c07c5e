"""Made-up people and addresses: ordinary first and last names put together by chance, streets that exist nowhere."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random

from hjemmedag.core.people.homes import Address

WORDS = {
    name: words.split()
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items()
}
TOWNS = {
    "København": (("2100", "København Ø"), ("2200", "København N"), ("2500", "Valby"), ("2700", "Brønshøj"),
                  ("2800", "Kongens Lyngby"), ("3400", "Hillerød"), ("4000", "Roskilde")),
    "Aarhus": (("8000", "Aarhus C"), ("8210", "Aarhus V"), ("8240", "Risskov"), ("8600", "Silkeborg"),
               ("8660", "Skanderborg"), ("8900", "Randers C")),
    "Ærøskøbing": (("5970", "Ærøskøbing"), ("5960", "Marstal"), ("5985", "Søby Ærø")),
}  # fmt: skip
"""Towns from which people come to each site."""

ACROSS_THE_SOUND = (("211 19", "Malmö"), ("223 50", "Lund"))

FEW_LEFT = 4000
"""People from whose number on everyone has two last names, so that new combinations are soon found."""


def everyone(luck: Random, *, english: bool, taken: set[str]) -> Iterator[tuple[str, str]]:
    """First and last names without end. Nobody has the e-mail name of someone before; `taken` keeps count of them."""
    which = "english_" if english else ""
    firsts, lasts = WORDS[f"{which}first"], WORDS[f"{which}last"]
    while True:
        first, last = luck.choice(firsts), luck.choice(lasts)
        if len(taken) > FEW_LEFT or luck.random() < 0.1:
            last = f"{luck.choice(WORDS['last'])} {last}"
        if (mailbox := mailbox_of(first, last)) not in taken:
            taken.add(mailbox)
            yield first, last


def mailbox_of(first: str, last: str) -> str:
    """The name before the @: "Søren Kjær Lund" is soeren.kjaer.lund."""
    plain = f"{first} {last}".lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("ł", "l")
    return ".".join(unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().split())


def home(luck: Random, site: str, *, abroad: bool = False) -> Address:
    """Somewhere to live within reach of a site, or on the other side of the sound."""
    if abroad:
        postcode, city = luck.choice(ACROSS_THE_SOUND)
        return Address(f"Fyrgatan {luck.randint(2, 80)}", postcode, city, "SE")
    postcode, city = luck.choice(TOWNS[site])
    return Address(f"{luck.choice(WORDS['streets'])} {luck.randint(2, 120)}", postcode, city)
