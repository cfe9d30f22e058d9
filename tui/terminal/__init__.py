"""What terminals and Textual need to be worked around, a file each."""
