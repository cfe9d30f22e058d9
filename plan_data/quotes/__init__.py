"""Quotes: checks, citations, their order, and addresses that lead to their words."""
