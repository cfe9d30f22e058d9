"""Texts for HTML: escaped, with the language of each part marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from plan_data.text.visible import visible

CODES = {"en": "en", "zh": "zh-Hans", "ja": "ja", "ko": "ko"}
"""Language of a source, or of a side of a pair, to its code in HTML."""

_HAN = "\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u309f\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"
# Full-width punctuation is East Asian; quotation marks and digits take the language of what they stand with.
_WORDS = re.compile(
    f"(?P<ko>[{_HANGUL}]+)"
    f"|(?P<zh>[0-9]*[{_HAN}{_KANA}\u3001-\u3003\u3008-\u3020\u30fb\u30fc\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3e]+)"
    "|(?P<en>[A-Za-z\u00c0-\u024f]+)"
)
_HAS_KANA = re.compile(f"[{_KANA}]")
_HAN_SIGN = re.compile(f"[{_HAN}]")
_TONE = re.compile("[āēīōūǖǎěǐǒǔǚĀĒĪŌŪǍĚǏǑǓ]")


def plain_text(text: str) -> str:
    """Return a text escaped for HTML, with nothing hidden in it."""
    return escape(visible(text))


def code_of(text: str, language: str, otherwise: str = "en") -> str:
    """Return the code of a text's language: what is Chinese in traditional characters is `zh-Hant`.

    Args:
        text: The text.
        language: `en`, `zh`, `ja`, `ko`, or "" where nobody said it: then its first word decides.
        otherwise: The code of a text without a word, such as a number.
    """
    words = [found for found in _WORDS.finditer(text) if len(found[0]) > 1 or found.lastgroup != "en"]
    if not words:
        return otherwise
    if language:
        # Where a plan has a text in one language only, it may stand on the side of the other.
        english = [found.lastgroup == "en" for found in words]
        if language == "en" and any(english) or language != "en" and not all(english):
            return _script(text) if language == "zh" else CODES[language]
        if _TONE.search(text):
            return "zh-Hans"
    first = words[0].lastgroup or "en"
    return _chinese(text) if first == "zh" else first


def _chinese(text: str) -> str:
    """Return the code of a text in Han characters: Japanese if there are kana among them."""
    return "ja" if _HAS_KANA.search(text) else _script(text)


def _script(text: str) -> str:
    """Return the code of a Chinese text: traditional if Big5 has its characters and GB 2312 has not."""
    characters = "".join(_HAN_SIGN.findall(text))
    try:
        characters.encode("gb2312")
    except UnicodeEncodeError:
        try:
            characters.encode("big5")
        except UnicodeEncodeError:
            return "zh-Hans"
        return "zh-Hant"
    return "zh-Hans"


def _runs(text: str, own: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text, each with the code of its language; `own` is that of the whole."""
    at, before = 0, ""
    for found in _WORDS.finditer(text):
        code = _code_of_word(found, own, before)
        # What stands between two words of one language is of that language too.
        yield (code if code == before else own), text[at : found.start()]
        yield code, found[0]
        at, before = found.end(), code
    yield own, text[at:]


def _code_of_word(found: re.Match[str], own: str, before: str) -> str:
    word, language = found[0], found.lastgroup
    if language == "en":
        # One letter, as in 4K, is no English unless it follows some; nor is pinyin.
        is_english = before == "en" if len(word) == 1 else not _TONE.search(word)
        return "en" if is_english else own
    if language == "ko" or own == "ja":
        return "ko" if language == "ko" else own
    return own if own.startswith("zh") and not _HAS_KANA.search(word) else _chinese(word)


def marked(text: str, language: str, around: str) -> str:
    """Return a text for HTML in which each part that is not in the language around it is marked with its own.

    Args:
        text: The text.
        language: `en`, `zh`, `ja`, `ko`, or "" where nobody said it.
        around: Code of the nearest ancestor's language.
    """
    own = code_of(text, language, around)
    parts = []
    for code, run in groupby(_runs(visible(text), own), key=lambda part: part[0]):
        shown = escape("".join(part for _, part in run))
        blank = not shown.strip()
        parts.append(shown if code == around or blank else f'<span lang="{code}">{shown}</span>')
    return "".join(parts)
