"""Makes control characters and invisible characters visible, by their code points.

Every text for people passes through here once for each output: lines of the screen where a `Span` is made
(`widgets.render.wrapping`), notifications in `tui.app`, printed lines in `cli.streams`, completions in
`cli.completions`. What passes none of these is dropped where cells are drawn (`tui.terminal.safe_cells`).
"""

from __future__ import annotations

import re

_ACTING = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
)
"""Control and bidirectional characters, line separators, lone surrogates, noncharacters; for a class of `re`."""
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200b\u2060-\u2065\u3164\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff"
)
"""Characters that are drawn as nothing (Default_Ignorable_Code_Point without variation selectors), and those for
private use, which have no standard look."""
_JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner."""

_INDIC = range(0x0900, 0x0E00, 0x80)
_LETTERS = (
    # Arabic, Syriac, N'Ko, Mandaic, without their digits and punctuation.
    "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06ef\u06fa-\u06ff\u0710-\u077f\u07ca-\u07f5\u0840-\u085b"
    "\u0860-\u088f\u0897-\u08e1\u08e3-\u08ff\ufb50-\ufd3d\ufd50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc"
    # Devanagari to Sinhala, each in a block of the same order.
    + "".join(f"{chr(at)}-{chr(at + 0x63)}{chr(at + 0x70)}-{chr(at + 0x7F)}" for at in _INDIC)
    # Myanmar, Khmer, Mongolian, Tai Tham, Balinese, Phags-pa, Javanese, Meetei Mayek, and those beyond the first plane.
    + "\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u1820-\u18aa\u1a20-\u1a7f\u1b00-\u1b4c\u1b80-\u1baf\ua840-\ua873"
    "\ua8e0-\ua8ff\ua980-\ua9c0\ua9e0-\ua9ef\uaa60-\uaa7f\uaae0-\uaaf6\uabc0-\uabed"
    "\U00010ac0-\U00010ae6\U00010b80-\U00010b91\U00010d00-\U00010d27\U00010f30-\U00010f50\U00011000-\U00011fff"
    "\U0001e900-\U0001e94b"
)
"""Letters and marks of scripts in which a joiner distinguishes two spellings (UAX #31, UTS #39)."""
_VIRAMAS = "".join(chr(at + 0x4D) for at in _INDIC) + "\u0dca"
"""Signs after which a joiner shapes a consonant even at the end of a word."""
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
"""What emoji are made of."""

HIDDEN = re.compile(
    f"[{_ACTING}{_UNSEEN}{_JOINERS}]"
    f"(?<![{_LETTERS}][{_JOINERS}](?=[{_LETTERS}]))"
    f"(?<![{_VIRAMAS}]\u200d(?!\\w))"
    f"(?<![{_EMOJI}\ufe0f]\u200d(?=[{_EMOJI}]))"
)
"""Characters that would act on a terminal or hide from the eye; a line feed is none, nor a joiner that is spelling."""
ACTING = re.compile(f"[{_ACTING}\n]")
"""Characters that would act on a terminal, or that it cannot be sent."""


_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")
"""Hidden characters that `str.isprintable` takes for printable."""


def is_plain(text: str) -> bool:
    """Return whether nothing in a text can be hidden; 1 us for 200 Chinese characters, where `HIDDEN` takes 16."""
    return text.isprintable() and (text.isascii() or not _BLANK.search(text))


def visible(text: str) -> str:
    """Return the text with each control, bidirectional or zero-width character written as `<U+202E>`.

    Line feeds stay, for the caller to handle. A no-break space stays, since it shows as a space. Joiners stay between
    letters of the scripts that are spelled with them, and within an emoji.
    """
    if is_plain(text):
        return text
    if "\n" in text:
        return "\n".join(visible(line) for line in text.split("\n"))
    return HIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def without_controls(text: str) -> str:
    """Return a text of the reader's with its control characters written out, and nothing else changed."""
    return _CONTROLS.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def visible_parts(text: str, edges: list[int]) -> list[str]:
    """Return the text cut at some offsets, each part as `visible` shows it there.

    Args:
        text: The text, as it is.
        edges: Where the parts begin and end, in code points, in order.

    Returns:
        A part for each two neighbouring edges.
    """
    found = {} if is_plain(text) else {at.start(): f"<U+{ord(at.group()):04X}>" for at in HIDDEN.finditer(text)}
    if not found:
        return [text[start:end] for start, end in zip(edges, edges[1:], strict=False)]
    shown = [found.get(at, sign) for at, sign in enumerate(text)]
    return ["".join(shown[start:end]) for start, end in zip(edges, edges[1:], strict=False)]


def hidden(text: str) -> str:
    """Return the first character that `visible` would write out, or ""."""
    found = None if is_plain(text) else HIDDEN.search(text)
    return found.group() if found else ""
