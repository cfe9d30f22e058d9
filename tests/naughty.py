"""A plan of long and odd texts: words without a break, tags, entities, odd addresses, which must not break a page."""

from __future__ import annotations

from pathlib import Path

from tests.small_plan import write_plan

LETTERS = "a" * 5000
CHINESE = "互联网" * 1500
MARKUP = "</p></title><script>alert(1)</script><b>&amp;&lt;&#x41;&nbsp; <!-- --> ]]>"
WIDE = "\ufdfd\ufdfd\U00012031 \u0e33\u0e33" + "W\u0300\u0301\u0302" * 400
ADDRESS = f"https://example.org/a?b=\\\"<>&c={{}}|^`'[]%zz#%41#é/{'z' * 3000}"
NUMBERS = "9" * 3000
OTHERS = "“互联网+”행동계획、インターネット・プラス、國務院關於積極推進"


def write_naughty_plan(folder: Path) -> Path:
    """Write the plan into a folder, and return it."""
    return write_plan(
        folder,
        ("en: E-commerce\n            renderings", f"en: {LETTERS}\n            renderings"),
        ("en: Small plan}", f'en: "{MARKUP}"}}'),
        ("en: Bring trade online in the villages.", f'en: "{LETTERS} {MARKUP} {WIDE}"'),
        ("zh: 把农村的买卖搬到网上。", f'zh: "{CHINESE} {MARKUP} {OTHERS}"'),
        ("zh: 发展农村电子商务, en: Rural e-commerce", f'zh: {CHINESE}, en: "{WIDE}"'),
        ("{en: The word of the document.}", f'{{en: "{LETTERS} {MARKUP}"}}'),
        ("{en: Planning Commission, zh: 计划委员会, zh_short: 计委}", f"{{en: {LETTERS}, zh: {CHINESE}}}"),
        ("abbr: PC", f"abbr: {'A' * 3000}"),
        ("number: '22'", f"number: '{NUMBERS}'"),
        ("number: 〔2015〕1号", f"number: {CHINESE}"),
        ("title: {en: Small plan explained}", f'title: {{en: "{LETTERS} {MARKUP}", zh: "{OTHERS}"}}'),
        ("publisher: The Paper", f'publisher: "{LETTERS}"'),
        ("address: https://example.org/news", f'address: "{ADDRESS}"'),
        ("The plan names e-commerce, and e-commerce in the villages.", f"The plan names e-commerce, {LETTERS} & <b>."),
        ("exact: 'e-commerce'", f"exact: 'e-commerce, {LETTERS} & <b>'"),
    )
