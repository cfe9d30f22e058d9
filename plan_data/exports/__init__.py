"""Exports: the plan, or a part of it, in formats that other programs read. Pure functions from a plan to text."""
