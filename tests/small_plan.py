"""Small plans for tests: a valid one as YAML that can be changed or broken, and one of bare titles in memory."""

from __future__ import annotations

from array import array
from pathlib import Path

from plan_data.errors import Finding
from plan_data.loading.loader import load
from plan_data.model.entities import Node, Title
from plan_data.model.plan import Plan

PLAN = """\
schema: 1
totals: {action: 2, task: 2}
root:
  id: root
  kind: plan
  title: {zh: 关于积极推进小计划的意见, zh_short: 小计划, en: Small plan}
  related: [src.doc]
  evidence: {title: reported}
  cites: {title: [src.doc]}
  children:
    - id: actions
      kind: section
      title: {en: Actions, zh: 重点行动}
      children:
        - id: act.trade
          kind: action
          number: 1
          title:
            zh: “互联网+”电子商务
            zh_short: 电子商务
            en: E-commerce
            renderings:
              - {text: electronic trade, who: src.news}
          pinyin: diànzǐ shāngwù
          aliases: [online trade, 网购]
          summary:
            en: Bring trade online in the villages.
            zh: 把农村的买卖搬到网上。
          agencies: {rule: first, open: true, list: [org.plan, org.trade]}
          due: 2018
          related: [tl.2015-07-04, org.trade]
          quotes:
            states: [q.news.1]
            after: [q.news.2]
          evidence: {title: quoted, agencies: unchecked}
          notes:
            - kind: gloss
              text: {en: The word of the document.}
              term: {en: e-commerce, zh: 电子商务}
              pinyin: "diànzǐ shāngwù"
              glossary: true
          children:
            - id: act.trade.1
              kind: task
              number: 1.1
              title: {zh: 发展农村电子商务, en: Rural e-commerce}
              pinyin: fāzhǎn nóngcūn diànzǐ shāngwù
            - id: act.trade.2
              kind: task
              number: 1.2
              title: {en: International e-commerce}
        - id: act.ai
          kind: action
          number: 2
          title: {zh: 人工智能, en: Artificial intelligence}
          agencies: {rule: unknown}
    - id: categories
      kind: section
      title: {en: Categories}
      children:
        - id: sup.policy
          kind: category
          title: {en: Policy environment}
          quotes:
            inferred: [q.news.1]
    - id: mea.1
      kind: group
      number: m1
      title: {en: Measures}
      children:
        - id: mea.1.1
          kind: measure
          number: m1.1
          title: {en: Better rules}
          basis: {node: sup.policy, kind: close}
    - id: tl.2015-07-04
      kind: event
      title: {en: Published}
      event: {type: plan, dated: 2015-07-01, published: 2015-07-04, year: stated}
    - id: tgt.trade
      kind: target
      title: {en: Trade of 2016}
      due: 2016-12
      target: {sort: target, number: '22', unit: {en: trillion yuan, zh: 万亿元}, owner: org.trade}
    - id: cf.count
      kind: conflict
      title: {en: Eight or eleven}
      conflict:
        kind: conflict
        sides:
          - says: {en: Eight bodies.}
            quotes: [q.news.2]
            evidence: quoted
          - says: {en: Eleven bodies.}
            cites: [src.doc]
            evidence: reported
"""

AGENCIES = """\
agencies:
  - id: org.plan
    kind: agency
    name: {en: Planning Commission, zh: 计划委员会, zh_short: 计委}
    abbr: PC
    aliases: [planners]
    later:
      - name: {en: Reform Commission, zh: 改革委员会}
        date: 2018-03
        note: {en: It was merged.}
  - id: org.trade
    kind: agency
    name: {en: Ministry of Trade, zh: 贸易部}
    evidence: {name: quoted}
    quotes: {before: [q.news.2]}
  - id: per.chen
    kind: person
    name: {en: Chen Mei}
    of: org.trade
    post: {en: vice-minister}
"""

NEWS = """\
id: src.news
kind: press
type: article-newspaper
title: {en: Small plan explained}
publisher: The Paper
dates: {published: 2015-07-05}
language: en
translation: none
address: https://example.org/news
address_from: source
file: news.txt
passages:
  - paragraph: 2
    text: |-
      The plan names e-commerce, and e-commerce in the villages.
    quotes:
      - id: q.news.1
        exact: 'e-commerce'
        prefix: 'names '
        notes:
          - {kind: sic, text: {en: With a hyphen.}}
  - paragraph: 5
    text: |-
      "Eight ministries" drafted it, says the ministry.
      A list follows.
    quotes:
      - id: q.news.2
        exact: '"Eight ministries" drafted it'
"""

DOCUMENT = """\
id: src.doc
kind: official
type: legislation
title: {zh: 关于积极推进小计划的意见}
number: 〔2015〕1号
address: https://example.org/doc
"""

FILES = {
    "plan.yaml": PLAN,
    "agencies.yaml": AGENCIES,
    "sources/news.yaml": NEWS,
    "sources/doc.yaml": DOCUMENT,
}
"""Name of a file in the folder to its text."""


def write_plan(folder: Path, /, *edits: tuple[str, str], **changes: str | bytes | None) -> Path:
    """Write the small plan, changed, and return its folder.

    Args:
        folder: Where to; made if need be.
        edits: Pairs of old and new text; the old one must stand exactly once in all of the files.
        changes: `plan`, `agencies`, `news`, `doc`: what the file holds instead; None leaves it out.

    Raises:
        ValueError: An edit's old text stands nowhere, or more than once.
    """
    files: dict[str, str | bytes | None] = dict(FILES)
    for old, new in edits:
        holders = [(name, text) for name, text in files.items() if isinstance(text, str) and old in text]
        if len(holders) != 1 or holders[0][1].count(old) != 1:
            raise ValueError(f"{old!r} does not stand exactly once")
        name, text = holders[0]
        files[name] = text.replace(old, new)
    for name in FILES:
        key = Path(name).stem
        if key in changes:
            files[name] = changes.pop(key)
    if changes:
        raise ValueError(f"no such file: {', '.join(changes)}")
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        if content is not None:
            (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def place(text: str | bytes, part: str) -> tuple[int, int]:
    """Return line and column, from 1, of the first place where `part` stands in a text; raises ValueError."""
    text = text if isinstance(text, str) else text.decode()
    at = text.index(part)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def findings(folder: Path, *edits: tuple[str, str], **changes: str | bytes | None) -> list[Finding]:
    """All findings of the small plan, changed."""
    return list(load(write_plan(folder, *edits, **changes), with_errors=True).findings)


def only(folder: Path, *edits: tuple[str, str], **changes: str | bytes | None) -> Finding:
    """The one finding of the small plan, changed."""
    found = findings(folder, *edits, **changes)
    assert len(found) == 1, found
    return found[0]


def where(finding: Finding) -> tuple[str, str, int, int]:
    """Severity, file, line and column of a finding."""
    return finding[:4]


def plan_of_titles(*titles: Title, pinyin: str = "") -> Plan:
    """A plan in memory of a root and one task for each title, `n.0` and so on."""
    nodes = [Node("root", "plan", Title(en="All of it"))]
    nodes += [Node(f"n.{i}", "task", title, parent="root", pinyin=pinyin) for i, title in enumerate(titles)]
    return Plan(Path(), nodes, array("I", [0] + [1] * len(titles)), {}, {}, {}, {})
