"""Let the monkey at the program: `python -m tests.monkey --seconds 60 --seed 7`."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom

_HOUR = 3600


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the time is over. Returns 0, or 1 when a mistake was found."""
    chosen = _parser().parse_args(arguments)
    seed = SystemRandom().randrange(1_000_000) if chosen.seed is None else chosen.seed
    print(f"seed {seed}, {chosen.seconds} s", flush=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="mbb-monkey-", ignore_cleanup_errors=True) as scratch:
        for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[name] = scratch  # not the settings of whoever runs this
        from tests.monkey.run import Run  # Qt reads the environment when it begins

        return Run(Path(scratch), seed).until(time.monotonic() + chosen.seconds)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make monkey", description=__doc__)
    parser.add_argument("--seconds", type=int, default=_HOUR, help="how long; default: an hour")
    parser.add_argument("--seed", type=int, default=None, help="repeat a run; default: a new one, printed")
    return parser


if __name__ == "__main__":
    sys.exit(main())
