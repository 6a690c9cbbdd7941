"""A print server of the test's own: a real cupsd with a PDF printer, on a socket of its own."""

import ctypes
import ctypes.util
import os
import pwd
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PROGRAMS = "/usr/sbin:/usr/bin:/sbin:/bin"
_BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
_SETTINGS = Path("/etc/cups/cups-pdf.conf")
_MODELS = ("ppd/cups-pdf/CUPS-PDF_opt.ppd", "ppd/cups-pdf/CUPS-PDF_noopt.ppd")

_CUPSD = """\
LogLevel warn
MaxLogSize 0
Listen {folder}/socket
Browsing No
DefaultAuthType None
WebInterface No
ErrorPolicy stop-printer
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {folder}
RequestRoot {folder}/spool
TempDir {folder}/temp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
SystemGroup root
ConfigFilePerm 0600
"""


def turn_to(server: str | None) -> None:
    """Let this process ask another print server: CUPS reads CUPS_SERVER once and remembers it."""
    library = ctypes.util.find_library("cups")
    if library is not None:
        ctypes.CDLL(library).cupsSetServer(server.encode() if server else None)


def why_not() -> str:
    """Why there can be no print server here; empty when there can."""
    missing = [
        name for name in ("cupsd", "lp", "lpadmin", "lpstat") if not shutil.which(name, path=_PROGRAMS)
    ]
    if missing:
        return f"there is no {', '.join(missing)}"
    if not _BACKEND.exists():
        return "there is no cups-pdf"
    return "" if os.geteuid() == 0 else "cups-pdf runs only as root"


@dataclass(frozen=True, slots=True)
class PrintServer:
    """Reached through CUPS_SERVER; `socket` is its value."""

    folder: Path

    @property
    def socket(self) -> str:
        return str(self.folder / "socket")

    def run(self, *command: str) -> str:
        environment = {**os.environ, "CUPS_SERVER": self.socket, "LC_ALL": "C"}
        path = shutil.which(command[0], path=_PROGRAMS)
        assert path is not None
        done = subprocess.run(
            [path, *command[1:]], capture_output=True, text=True, timeout=30, check=False, env=environment
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def add_printer(self, name: str, filter_: str = "") -> None:
        """`filter_` is a shell script that every page goes through."""
        model = _model()
        if filter_:
            script, own = self.folder / f"{name}.sh", self.folder / f"{name}-model.ppd"
            script.write_text(f"#!/bin/sh\n{filter_}\n")
            script.chmod(0o755)
            said = f'*cupsFilter: "application/vnd.cups-postscript 0 {script}"\n'
            own.write_text(model.read_text() + said)
            model = own
        self.run("lpadmin", "-p", name, "-E", "-v", "cups-pdf:/", "-P", str(model))

    def stop_printer(self, name: str, why: str) -> None:
        self.run("cupsdisable", "-r", why, name)

    def titles(self) -> str:
        """The spool files of the finished jobs, where their titles stand."""
        kept = (self.folder / "spool").glob("c0*")
        return "\n".join(path.read_bytes().decode("latin-1") for path in kept)


def _model() -> Path:
    roots = (Path("/usr/share"), Path("/usr/share/cups/model"))
    found = [root / name for name in _MODELS for root in roots if (root / name).exists()]
    return found[0]


def came_out() -> set[Path]:
    """What the PDF printer made of this process's jobs; their titles end with `mark()`."""
    return {path for path in _everything() if f"_{mark()}" in path.name}


def _everything() -> set[Path]:
    where = re.search(r"(?m)^\s*Out\s+(\S+)", _SETTINGS.read_text())
    own = pwd.getpwuid(os.geteuid())
    place = where[1] if where else "/var/spool/cups-pdf/${USER}"
    folder = Path(place.replace("${HOME}", own.pw_dir).replace("${USER}", own.pw_name))
    return set(folder.glob("*.pdf")) if folder.is_dir() else set()


def _is_ours(path: Path) -> bool:
    """Also what a job that broke off left, which has no title."""
    return f"_{mark()}" in path.name or not re.search(r"_by\d+", path.name)


def mark() -> str:
    """What tells the jobs of two test processes apart: they share one folder."""
    return f"by{os.getpid()}"


@contextmanager
def print_server(folder: Path) -> Iterator[PrintServer]:
    """A print server for as long as the block runs; what it printed is removed afterwards."""
    for name in ("spool", "temp", "cache", "state", "ppd", "ssl"):
        (folder / name).mkdir()
        (folder / name).chmod(0o1777)  # filters run as somebody else
    (folder / "cupsd.conf").write_text(_CUPSD.format(folder=folder))
    (folder / "cups-files.conf").write_text(_FILES.format(folder=folder))
    before = _everything()
    program = shutil.which("cupsd", path=_PROGRAMS)
    assert program is not None
    command = [program, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(folder / "socket")
            yield PrintServer(folder)
        finally:
            server.terminate()
            server.wait(20)
            for path in filter(_is_ours, _everything() - before):
                path.unlink(missing_ok=True)


def _wait_for(socket: Path) -> None:
    end = time.monotonic() + 20
    while not socket.exists():
        assert time.monotonic() < end, "cupsd did not begin"
        time.sleep(0.05)
