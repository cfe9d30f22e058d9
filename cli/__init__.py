"""The command line. No printing command loads textual."""
