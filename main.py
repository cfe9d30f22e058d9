"""Assembles the command line and starts it."""

import signal
import sys

# While modules are imported there is nothing to tidy up: ctrl+c ends the program as it ends any other.
before = signal.getsignal(signal.SIGINT)
if before is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from cli.entry import main  # noqa: E402

if before is signal.default_int_handler:
    signal.signal(signal.SIGINT, before)

if __name__ == "__main__":
    sys.exit(main())
