"""The plan: its model, loader, checks, quotes and search. Imports neither textual nor rich."""
