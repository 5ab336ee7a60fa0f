"""The command line of Rytme: `rytme COMMAND`, as contract §2 says."""

import os
import sys


def main() -> None:
    """Run the command of `sys.argv` and leave with its exit status (0, 1 or 2)."""
    os.umask(0o077)  # what we write is about citizens: databases, keys and logs are for our user only
    from assistant.cli.program import run  # not at import: `assistant.cli.x` must stay light

    sys.exit(run(sys.argv[1:]))
