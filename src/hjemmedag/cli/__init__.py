"""The command `hjemmedag`. `law`, `rule`, `check`, `plan` start without Django; the rest is management commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches

from hjemmedag.cli.arguments import Language, Unusable, asked_language, environment_language
from hjemmedag.cli.saying import say
from hjemmedag.cli.words import ABOUT, HELP
from hjemmedag.core.law import Text

RUNNING = ("demo", "serve", "init", "import", "export", "worker", "backup", "restore", "doctor", "manage")
"""The commands that need the company's data."""

UNUSABLE, INTERRUPTED = 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code is 0 done, 1 done with findings, 2 input unusable, 3 no solution."""
    language = environment_language(os.environ)
    try:
        asked, rest = asked_language(sys.argv[1:] if arguments is None else arguments)
        language = asked or language
        return _run(rest, language)
    except Unusable as fault:
        print(f"hjemmedag: {fault.message.said(language)}", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str], language: Language) -> int:
    command, *rest = arguments or ["--help"]
    if command in ("-h", "--help"):
        return _say(ABOUT.said(language))
    if command in RUNNING:
        from hjemmedag.cli.running import run

        return run(command, rest, language)
    if command not in HELP:
        raise Unusable(_unknown(command))
    if "-h" in rest or "--help" in rest:
        return _say(HELP[command].said(language))
    if command == "check":
        from hjemmedag.cli.check import check

        return check(rest, language)
    if command == "plan":
        from hjemmedag.cli.plan import plan

        return _say(*plan(rest, language))
    if command == "law":
        from hjemmedag.cli.law import law

        return _say(law(rest, language))
    from hjemmedag.cli.rule import rule

    return _say(*rule(rest, language))


def _unknown(command: str) -> Text:
    close = get_close_matches(command, [*HELP, *RUNNING], 1)
    hint = (
        Text(da=f'Mente du "{close[0]}"?', en=f'Did you mean "{close[0]}"?')
        if close
        else Text(da='Se "hjemmedag --help".', en='See "hjemmedag --help".')
    )
    return Text(da=f'kommandoen "{command}" findes ikke.', en=f'there is no command "{command}".').followed_by(hint)


def _say(words: str, code: int = 0) -> int:
    return say((words, "\n"), code)
