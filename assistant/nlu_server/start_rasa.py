"""Run by the Python 3.10 that has Rasa, by path: `rasa` with the token of the environment.

Rasa takes its token on the command line only, where everybody on the machine can read it
(`ps`, /proc). Here it comes in the environment, which only our own user can read.
"""

import os
import runpy
import sys


def main() -> None:
    """Become `rasa ARGUMENTS… --auth-token TOKEN`."""
    token = os.environ.pop("RYTME_NLU_TOKEN")
    sys.argv = ["rasa", *sys.argv[1:], f"--auth-token={token}"]  # a token may begin with "-"
    runpy.run_module("rasa", run_name="__main__", alter_sys=False)


if __name__ == "__main__":
    main()
