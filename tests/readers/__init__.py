"""Tests that run the heavy programs for which exports are written: browsers, checkers, processors."""
