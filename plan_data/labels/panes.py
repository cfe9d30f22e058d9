"""The words for the panes of the main screen."""

from __future__ import annotations

PANE_LABELS = {"outline": "outline", "card": "detail", "source": "reader", "view": "view"}
"""Pane to its word."""
