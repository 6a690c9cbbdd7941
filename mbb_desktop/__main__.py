"""The command line: no argument opens the app; `--help` lists the rest."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mbb_desktop import __version__
from mbb_desktop.paths import default_vault, sample_vault


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 done, 1 found something, 2 could not, 130 stopped)."""
    chosen = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        code = run(chosen)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever read the output has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    except EOFError:
        print("\nNo passphrase was typed. Run it in a terminal, or add --passphrase-stdin.", file=sys.stderr)
        return 2
    except ImportError as error:
        if ".so" not in str(error):
            raise
        print(f"A system library is missing: {error}\n{_SYSTEM_LIBRARIES}", file=sys.stderr)
        return 2


_SYSTEM_LIBRARIES = """On Debian or Ubuntu install: libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 \
libglib2.0-0 libx11-6 libbrotli1; to open windows under X11 also: libxcb-cursor0 libxcb-icccm4 \
libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mbb-desktop", description="Record diagnostic medial branch blocks and print what they show."
    )
    parser.add_argument("--version", action="version", version=f"mbb-desktop {__version__}")
    _with_vault(parser, default_vault())
    parser.set_defaults(run=_open)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    demo = commands.add_parser("demo", help="open the sample clinic, or make its papers in a folder")
    demo.add_argument("--out", type=Path, metavar="DIR", help="only write its papers and pictures into DIR")
    demo.set_defaults(run=_demo)
    people = commands.add_parser("import", help="import patients from a FHIR R4 file")
    people.add_argument("file", type=Path, metavar="FILE", help="a Patient, a Bundle or NDJSON of FHIR R4")
    people.add_argument("--yes", action="store_true", help="import without asking")
    _with_vault(people)
    _with_passphrase(people)
    people.set_defaults(run=_import)
    verify = commands.add_parser(
        "verify",
        help="check the record's chain, hashes and signatures, or a PDF that was issued",
        description="Check the record, or FILE: a PDF that was printed or saved. Exit code: 0 unchanged and"
        " it stands; 1 changed, not ours, or not to be told; 2 it could not be checked; 3 unchanged, but"
        " entered in error; 4 unchanged, but a learner's without the attending's co-signature. 3 and 4 are"
        " told with the vault only, and by an account of a physician or an administrator.",
    )
    verify.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a PDF of a signed paper")
    verify.add_argument("--without-vault", action="store_true", help="check FILE by the seal it carries")
    _with_vault(verify)
    _with_passphrase(verify)
    verify.set_defaults(run=_verify)
    _add_rules(commands.add_parser("rules", help="check a rule file, or explain what it says of a course"))
    check = commands.add_parser("self-check", help="check that this installation is whole")
    check.set_defaults(run=_self_check)
    return parser


def _add_rules(rules: argparse.ArgumentParser) -> None:
    acts = rules.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = acts.add_parser("check", help="read a rule file and run its worked examples")
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(run=_check_rules)
    explain = acts.add_parser("explain", help="what a rule file says of a course, as JSON")
    explain.add_argument("file", type=Path, metavar="FILE")
    explain.add_argument("--course", type=Path, required=True, metavar="COURSE.json")
    explain.set_defaults(run=_explain_rules)
    table = acts.add_parser("table", help="write the tables of all rule sets into a Markdown page")
    table.add_argument("page", type=Path, metavar="PAGE.md")
    table.add_argument("--tests", type=Path, metavar="DIR", help="test files to name beside the rules")
    table.set_defaults(run=_write_tables)


def _with_vault(parser: argparse.ArgumentParser, default: Path | None = None) -> None:
    """Before the command or after it: what a command does not say, the program's own option has said."""
    parser.add_argument(
        "--vault",
        type=Path,
        default=default or argparse.SUPPRESS,
        metavar="DIR",
        help=f"the clinic's folder (default: {default_vault()})",
    )


def _with_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--user", metavar="NAME", help="whose account; needed when there are several")
    parser.add_argument("--passphrase-stdin", action="store_true", help="read the passphrase from stdin")


def _open(chosen: argparse.Namespace) -> int:
    from mbb_desktop.app import run

    return run(chosen.vault)


def _demo(chosen: argparse.Namespace) -> int:
    if chosen.out is None:
        from mbb_desktop.app import run

        return run(sample_vault(), sample=True)
    from mbb_desktop.show import show_main_job

    return show_main_job(chosen.out)


def _import(chosen: argparse.Namespace) -> int:
    from mbb_desktop.commands import import_file

    return import_file(chosen.vault, chosen.file, _credentials(chosen), without_asking=chosen.yes)


def _verify(chosen: argparse.Namespace) -> int:
    if chosen.file is not None:
        from mbb_desktop.commands import verify_file

        return verify_file(chosen.file, None if chosen.without_vault else chosen.vault, _credentials(chosen))
    if chosen.without_vault:
        print("Name the PDF that is to be checked.", file=sys.stderr)
        return 2
    from mbb_desktop.commands import verify_vault

    return verify_vault(chosen.vault, _credentials(chosen))


def _check_rules(chosen: argparse.Namespace) -> int:
    from mbb_desktop.rule_commands import check_rules

    return check_rules(chosen.file)


def _explain_rules(chosen: argparse.Namespace) -> int:
    from mbb_desktop.rule_commands import explain_course

    return explain_course(chosen.file, chosen.course)


def _write_tables(chosen: argparse.Namespace) -> int:
    from mbb_desktop.rule_commands import write_tables

    return write_tables(chosen.page, chosen.tests)


def _self_check(_chosen: argparse.Namespace) -> int:
    from mbb_desktop.commands import check_installation

    return check_installation()


def _credentials(chosen: argparse.Namespace) -> tuple[str | None, Callable[[], str]]:
    def passphrase() -> str:
        if chosen.passphrase_stdin:
            return sys.stdin.readline().rstrip("\n")
        return getpass.getpass("Passphrase: ")

    return chosen.user, passphrase


if __name__ == "__main__":
    sys.exit(main())
