"""What is said of a file that is no copy."""


class Refused(Exception):
    """A file that cannot be taken for a copy of the source; the message says why."""
