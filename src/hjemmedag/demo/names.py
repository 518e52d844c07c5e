"""Made-up people and addresses: ordinary first and last names put together by chance, streets that exist nowhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from random import Random

from hjemmedag.core.people.homes import Address

FIRST = (
    "Agnes Aksel Alma Amir Anders Andrea Anja Asger Asta Astrid Aya Benjamin Bente Birgit Bjarke Camilla Caroline "
    "Cecilie Christian Clara Daniel David Ditte Ebbe Elias Elif Ella Emil Emma Erik Ester Fatima Felix Filip Frederik "
    "Freja Gitte Gustav Hanne Helle Henrik Ida Inge Ingrid Isak Jakob Jan Jesper Johan Johanne Jonas Josefine Julie "
    "Kaja Karen Karl Kasper Katrine Kirsten Kristian Lars Laura Leila Lene Liam Lina Line Lise Liv Louise Lukas Magnus "
    "Maja Malene Malik Marcus Maria Marie Mathilde Mette Mia Mikael Mikkel Mohammed Morten Nadia Niels Nikolaj Nina "
    "Noah Nora Oliver Olga Omar Oskar Otto Pernille Peter Philip Pia Poul Rasmus Rikke Rosa Sanne Sara Sigrid Signe "
    "Simon Sofie Stine Susanne Søren Thea Thomas Tobias Tove Trine Ulla Victor Vilma William Yasmin Zahra Åse Øjvind"
).split()
ENGLISH_FIRST = (
    "Aisha Alejandro Anna Arjun Chen Claire Daniela Dmitri Elena Emily Farah Giulia Hiro Ines James Joana Katarzyna "
    "Lorenzo Lucia Marek Mei Nikhil Oksana Olivia Pavel Priya Rafael Raj Sean Sofia Tomasz Yuki"
).split()
LAST = (
    "Andersen Arslan Bach Bang Beck Berg Bertelsen Bruun Carlsen Christensen Clausen Dam Danielsen Eriksen Eskildsen "
    "Frandsen Frost Gade Gregersen Hald Hansen Hassan Hedegaard Henriksen Hermansen Holst Husted Ipsen Iversen Jacobsen "
    "Jensen Jepsen Jespersen Johansen Juhl Justesen Jørgensen Karlsen Kaya Khan Kjær Kjeldsen Klausen Knudsen Koch "
    "Kristensen Kruse Larsen Lassen Lauridsen Laursen Lind Lorentzen Lund Madsen Mathiesen Mikkelsen Mortensen Munk "
    "Nielsen Nissen Nygaard Olesen Olsen Overgaard Paulsen Pedersen Petersen Poulsen Rasmussen Ravn Riis Schmidt "
    "Schou Simonsen Skov Steffensen Svendsen Sørensen Thomsen Thorsen Toft Vestergaard Vinther Villadsen Winther "
    "Yilmaz Østergaard Aagaard"
).split()
ENGLISH_LAST = (
    "Almeida Bianchi Brennan Chopra Costa Das Evans Fernandes Garcia Hughes Ito Kaminski Kovalenko Kowalski Lindqvist "
    "Moreau Murphy Novak Okafor Oliveira Patel Popescu Rossi Sato Sharma Silva Tanaka Walker Weber Wang Wójcik Zhang"
).split()

STREETS = (
    "Lyngagervej Mågeklinten Tranebærstien Kastanjehøjen Møllerens Have Sivbakken Fyrtårnsvej Rønnelunden Vindspillet "
    "Hyldeager Skiferstien Klokkeblomstvej Nøddekrattet Sandvigstien Ellemosehaven Tjørnebakken Kornblomstlunden "
    "Vibeengen Havremarken Brombærkrogen"
).replace("Møllerens Have", "Møllerens_Have").split()
TOWNS = {
    "København": (("2100", "København Ø"), ("2200", "København N"), ("2500", "Valby"), ("2700", "Brønshøj"),
                  ("2800", "Kongens Lyngby"), ("3400", "Hillerød"), ("4000", "Roskilde")),
    "Aarhus": (("8000", "Aarhus C"), ("8210", "Aarhus V"), ("8240", "Risskov"), ("8600", "Silkeborg"),
               ("8660", "Skanderborg"), ("8900", "Randers C")),
    "Ærøskøbing": (("5970", "Ærøskøbing"), ("5960", "Marstal"), ("5985", "Søby Ærø")),
}  # fmt: skip
"""Towns from which people come to each site."""

ACROSS_THE_BORDER = (("211 19", "Malmö"), ("223 50", "Lund"))


def everyone(luck: Random, *, english: bool, taken: set[str]) -> Iterator[tuple[str, str]]:
    """First and last names without end. Nobody has the e-mail name of someone before; `taken` keeps count of them."""
    firsts, lasts = (ENGLISH_FIRST, ENGLISH_LAST) if english else (FIRST, LAST)
    while True:
        first, last = luck.choice(firsts), luck.choice(lasts)
        if len(taken) > len(FIRST) * len(LAST) // 3 or luck.random() < 0.1:
            last = f"{luck.choice(LAST)} {last}"
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
        postcode, city = luck.choice(ACROSS_THE_BORDER)
        return Address(f"Fyrgatan {luck.randint(2, 80)}", postcode, city, "SE")
    postcode, city = luck.choice(TOWNS[site])
    street = luck.choice(STREETS).replace("_", " ")
    return Address(f"{street} {luck.randint(2, 120)}", postcode, city)
