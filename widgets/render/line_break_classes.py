"""Which characters may not begin a line, and which may not end one.

The sets are classes of Unicode Standard Annex #14 (Unicode Line Breaking Algorithm, LineBreak.txt of Unicode 14), in
the strict style for Chinese and Japanese: CL, CP, EX, IS, NS and CJ begin no line (rules LB13, LB21), OP ends none
(LB14), PO stays with what it follows, PR with what it precedes (LB23a, LB25). W3C's Requirements for Chinese Text
Layout (CLREQ, "Prohibition rules for line start and line end") add connectors, interpuncts, the solidus and, in their
strict style, dashes and ellipses, none of which begins a line; GB/T 15834, 5.1, says the same of the points. Brackets
of mathematics and of scripts without Chinese characters are left out.
"""

from __future__ import annotations

_CLOSING = ")]}、。〉》」』】〕〗〙〛〞〟︶︸︺︼︾﹀﹂﹄﹈︑︒︘﹐﹑﹒﹚﹜﹞），．］｝｠｡｣､⁆⁾₎⌉⌋❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦆⸣⸥⸧⸩"
"""Classes CL and CP."""
_POINTS = "!?！？﹖﹗︕︖❢❣,.:;︐︓︔⁄：；﹔﹕‼‽⁇⁈⁉"
"""Classes EX and IS, and the points of NS."""
_REPEATING = "々〻〼ゝゞヽヾ゛゜ﾞﾟー〜゠"
"""Iteration marks, marks of voicing and length: class NS."""
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ"
"""Class CJ, which is NS in the strict style."""
_UNITS = "%％﹪‰‱°′″‴‵‶‷¢￠℃℉₧₶₻₾⃀"
"""Signs behind a number: class PO."""
_MIDDLE = "·・･‧〃／～∶︰"
"""Interpuncts, the ditto mark, the solidus and connectors, by CLREQ."""
_DASHES = "—⸺⸻…‥⋯︙"
"""Dashes and ellipses: classes B2 and IN, by CLREQ."""
_OPENING = "([{〈《「『【〔〖〘〚〝︵︷︹︻︽︿﹁﹃﹇︗﹙﹛﹝（［｛｟｢¿¡‚„⁅⁽₍⌈⌊❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦅⸢⸤⸦⸨"
"""Class OP."""
_CURRENCIES = "".join(chr(code) for code in range(0x20A0, 0x20D0) if chr(code) not in _UNITS) + "£¤¥＄￡￥￦﹩"
_PREFIXES = f"{_CURRENCIES}№±−∓"
"""Signs before a number: class PR, save those of ASCII."""

NOT_FIRST = frozenset(f"{_CLOSING}{_POINTS}{_REPEATING}{_SMALL_KANA}{_UNITS}{_MIDDLE}{_DASHES}’”»›")
"""Signs that no line starts with, unless the line would be wider than the pane."""
NOT_LAST = frozenset(f"{_OPENING}{_PREFIXES}“‘«‹")
"""Signs that no line ends with."""
NO_BREAK = frozenset("\u00a0\u2007\u2011\u200c\u200d\u202f\u2060\ufeff")
"""Characters before and after which no line breaks, unless the text without a break is wider than the pane."""
HOLDS_BEFORE = frozenset("+＋-‐–\"'＂＇")
"""Signs that begin a line behind a space alone: the plus of Internet Plus (`互联网+`), hyphens (LB21), and straight
quotes, which open and close alike (LB19)."""
HOLDS_BEHIND = frozenset("$\"'＂＇")
"""Signs that end a line before a space alone."""
