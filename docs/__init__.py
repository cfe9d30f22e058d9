"""Documents made from the running program."""
