"""The application: its app, screens and commands."""
