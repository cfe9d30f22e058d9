"""A coverage-guided fuzz of the loader; what it found stands in `kept`, and is tried with the tests."""
