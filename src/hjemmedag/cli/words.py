"""What `--help` says."""

from __future__ import annotations

from hjemmedag.core.law import Text

ABOUT = Text(
    da="""\
hjemmedag: hjemmearbejde som fast ordning efter danske regler

Brug: hjemmedag KOMMANDO [...]

Uden virksomhedens data
  law [NØGLE]      reglerne med værdier på en dato, kilde og sikkerhed
  rule NØGLE JSON  én regel på ét sæt fakta
  check FIL        reglerne om hvile og timer på registreret arbejdstid
  plan FIL         de bedste kontordage for alle på én gang

Med virksomhedens data
  demo             en levende virksomhed at prøve
  init             gør en ny virksomhed klar
  serve            åbn siderne
  worker           send beskeder, og gør det, der skal gøres nu
  import, export   ansatte og andet ind og ud som filer
  backup, restore  gem alt, og hent det igen
  doctor           se efter, om alt er, som det skal være
  manage           alle andre kommandoer

Alle kommandoer
  --lang da|en     sprog; ellers det, som omgivelserne siger
  --help           hjælp til kommandoen

Slutkode: 0 gjort, 1 gjort og fundet noget, 2 input kan ikke bruges, 3 ingen løsning.""",
    en="""\
hjemmedag: home working as a fixed arrangement, under Danish rules

Usage: hjemmedag COMMAND [...]

Without the company's data
  law [KEY]        the rules with their values on a date, source and certainty
  rule KEY JSON    one rule on one set of facts
  check FILE       the rules of rest and hours on recorded working time
  plan FILE        the best days in the office for everyone at once

With the company's data
  demo             a living company to try
  init             make a new company ready
  serve            open the pages
  worker           send messages, and do what is due
  import, export   employees and more, in and out as files
  backup, restore  save everything, and bring it back
  doctor           see whether all is as it should be
  manage           all other commands

All commands
  --lang da|en     language; otherwise what the environment says
  --help           help on the command

Exit code: 0 done, 1 done with findings, 2 input unusable, 3 no solution.""",
)

HELP = {
    "law": Text(
        da="""\
Brug: hjemmedag law [NØGLE] [--on DATO] [--format text|json|markdown] [--lang da|en]

Uden NØGLE: alle regler. Med NØGLE: reglen i ord, dens værdier på DATO (ellers i dag), kilder og sikkerhed.
Eksempel: hjemmedag law worktime.daily_rest --on 2024-06-30""",
        en="""\
Usage: hjemmedag law [KEY] [--on DATE] [--format text|json|markdown] [--lang da|en]

Without KEY: all rules. With KEY: the rule in words, its values on DATE (otherwise today), sources and certainty.
Example: hjemmedag law worktime.daily_rest --on 2024-06-30""",
    ),
    "rule": Text(
        da="""\
Brug: hjemmedag rule NØGLE FAKTA [--format text|json] [--lang da|en]

FAKTA er JSON, navnet på en fil med JSON, eller - for det, der kommer ind.
Slutkoden er 0, når fakta er i orden, eller reglen ikke gælder her; ellers 1.
Eksempel: hjemmedag rule security.breach '{"aware_at": "2026-11-06T16:00"}'""",
        en="""\
Usage: hjemmedag rule KEY FACTS [--format text|json] [--lang da|en]

FACTS is JSON, the name of a file with JSON, or - for standard input.
The exit code is 0 when the facts are in order or the rule does not apply here, otherwise 1.
Example: hjemmedag rule security.breach '{"aware_at": "2026-11-06T16:00"}'""",
    ),
    "check": Text(
        da="""\
Brug: hjemmedag check FIL [--known-from TID] [--known-to TID] [--format text|json] [--lang da|en]

FIL er en situation (.json) eller tider med kolonnerne employee, start og end (.csv, .xlsx, .parquet).
Fra --known-from til --known-to var tid uden registrering hvile; ellers fra den første registrering til den sidste.
Slutkoden er 1, når der er fundet noget, ellers 0.
Eksempel: hjemmedag check tider.csv --known-from 2026-10-01T00:00""",
        en="""\
Usage: hjemmedag check FILE [--known-from TIME] [--known-to TIME] [--format text|json] [--lang da|en]

FILE is a situation (.json) or times in the columns employee, start and end (.csv, .xlsx, .parquet).
From --known-from to --known-to time without entries was rest; otherwise from the first entry to the last.
The exit code is 1 when something was found, otherwise 0.
Example: hjemmedag check times.csv --known-from 2026-10-01T00:00""",
    ),
    "plan": Text(
        da="""\
Brug: hjemmedag plan FIL [--seconds 60] [--workers 2] [--deterministic] [--format text|json] [--lang da|en]

FIL er JSON med arbejdssteder, teams, medarbejdere og deres ønsker; - er det, der kommer ind.
Kravene holder altid. Planen er bevist bedst, når der er tid nok; ellers står der, hvor langt den højst er fra.
Slutkoden er 3, når der ingen plan er, eller ingen blev fundet i tide.
Eksempel: hjemmedag plan uge.json --seconds 10""",
        en="""\
Usage: hjemmedag plan FILE [--seconds 60] [--workers 2] [--deterministic] [--format text|json] [--lang da|en]

FILE is JSON with sites, teams, employees and what they wish for; - is standard input.
What must hold always does. Given time, the plan is proven to be the best; otherwise it says how far off it is at most.
The exit code is 3 when there is no plan, or none was found in time.
Example: hjemmedag plan week.json --seconds 10""",
    ),
}
