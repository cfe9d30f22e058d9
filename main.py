"""The entry point: runs the command line."""

import signal
import sys

# Use the default action of SIGINT during imports, so that Ctrl+C exits without a traceback.
before = signal.getsignal(signal.SIGINT)
if before is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from cli.entry import main  # noqa: E402

if before is signal.default_int_handler:
    signal.signal(signal.SIGINT, before)

if __name__ == "__main__":
    sys.exit(main())
