"""Drawing: `render` lays text out in styled lines, for screen and printer; `drawn` has the Textual widgets."""
