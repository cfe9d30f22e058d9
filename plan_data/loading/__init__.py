"""From YAML to a plan: events, field parsers, references, checks across files, the cache."""
