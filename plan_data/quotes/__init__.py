"""Quotes held against their sources, cited, put in order, and linked to at the very words."""
