"""The countries somebody who works here may live in: the realm, the EEA, Switzerland and the United Kingdom."""

from __future__ import annotations

from hjemmedag.core.law.text import Text

COUNTRIES = {
    "DK": Text(da="Danmark", en="Denmark"),
    "FO": Text(da="Færøerne", en="Faroe Islands"),
    "GL": Text(da="Grønland", en="Greenland"),
    "SE": Text(da="Sverige", en="Sweden"),
    "NO": Text(da="Norge", en="Norway"),
    "DE": Text(da="Tyskland", en="Germany"),
    "AT": Text(da="Østrig", en="Austria"),
    "BE": Text(da="Belgien", en="Belgium"),
    "BG": Text(da="Bulgarien", en="Bulgaria"),
    "CH": Text(da="Schweiz", en="Switzerland"),
    "CY": Text(da="Cypern", en="Cyprus"),
    "CZ": Text(da="Tjekkiet", en="Czechia"),
    "EE": Text(da="Estland", en="Estonia"),
    "ES": Text(da="Spanien", en="Spain"),
    "FI": Text(da="Finland", en="Finland"),
    "FR": Text(da="Frankrig", en="France"),
    "GB": Text(da="Storbritannien", en="United Kingdom"),
    "GR": Text(da="Grækenland", en="Greece"),
    "HR": Text(da="Kroatien", en="Croatia"),
    "HU": Text(da="Ungarn", en="Hungary"),
    "IE": Text(da="Irland", en="Ireland"),
    "IS": Text(da="Island", en="Iceland"),
    "IT": Text(da="Italien", en="Italy"),
    "LI": Text(da="Liechtenstein", en="Liechtenstein"),
    "LT": Text(da="Litauen", en="Lithuania"),
    "LU": Text(da="Luxembourg", en="Luxembourg"),
    "LV": Text(da="Letland", en="Latvia"),
    "MT": Text(da="Malta", en="Malta"),
    "NL": Text(da="Nederlandene", en="Netherlands"),
    "PL": Text(da="Polen", en="Poland"),
    "PT": Text(da="Portugal", en="Portugal"),
    "RO": Text(da="Rumænien", en="Romania"),
    "SI": Text(da="Slovenien", en="Slovenia"),
    "SK": Text(da="Slovakiet", en="Slovakia"),
}
"""By ISO code."""

CODES = {written.casefold(): code for code, name in COUNTRIES.items() for written in (code, name.da, name.en)}
"""What a list may write for a country, folded, with the country's code."""
