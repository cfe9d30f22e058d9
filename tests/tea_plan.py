"""A made-up plan that has every kind of node, and no word, id, number or date of the shipped one."""

from __future__ import annotations

from pathlib import Path

PLAN = """\
schema: 1
totals: {task: 3}
root:
  id: tea
  kind: plan
  title: {en: Tea Decree, zh: 茶令}
  related: [src.decree]
  children:
    - id: leaves
      kind: section
      title: {en: Leaves}
      children:
        - {id: leaves.first, kind: principle, title: {en: Pick early}}
        - id: leaves.goal
          kind: target
          title: {en: A cup for everybody}
          due: 1890
        - id: leaves.green
          kind: action
          title: {en: Green leaves}
          agencies: {rule: joint, list: [org.garden, org.kettle]}
          quotes: {before: [q.diary.1], after: [q.diary.2]}
          children:
            - id: leaves.green.pick
              kind: task
              title: {en: Picking}
              children:
                - id: leaves.green.pick.morning
                  kind: task
                  title: {en: In the morning}
                  children:
                    - {id: leaves.green.pick.morning.dew, kind: task, title: {en: In the dew}}
        - id: leaves.black
          kind: action
          title: {en: Black leaves}
          agencies: {rule: unknown}
    - id: shelves
      kind: section
      title: {en: Shelves of tins}
      children:
        - id: shelves.upper
          kind: category
          title: {en: Upper shelf}
          children:
            - {id: shelves.upper.tin, kind: clause, title: {en: Tin}}
        - id: shelves.lower
          kind: group
          title: {en: Lower shelf}
          children:
            - {id: shelves.lower.box, kind: measure, title: {en: Box}}
    - id: days
      kind: section
      title: {en: Days}
      children:
        - {id: d1, kind: event, title: {en: A seed}, event: {type: event, happened: 1701-03-02}}
        - {id: d2, kind: event, title: {en: A leaf}, event: {type: event, happened: 1880-03-02}}
        - {id: d3, kind: event, title: {en: A cup}, event: {type: plan, dated: 1881-05-06}}
        - {id: d4, kind: event, title: {en: An empty cup}, due: 1890, event: {type: target}}
        - id: sold
          kind: follow-up
          title: {en: Sold by weight}
          agencies: {rule: sole, list: [org.scales]}
        - {id: rain, kind: background, title: {en: Much rain}}
        - {id: mould, kind: challenge, title: {en: Mould}}
        - id: cups
          kind: target
          title: {en: Cups}
          target: {sort: figure, number: '7', unit: {en: cups}}
        - id: sugar
          kind: conflict
          title: {en: With sugar}
          conflict:
            kind: doubt
            sides:
              - {says: {en: With.}, quotes: [q.diary.1], evidence: quoted}
"""

AGENCIES = """\
agencies:
  - {id: org.garden, kind: agency, name: {en: Garden Board}}
  - {id: org.kettle, kind: agency, name: {en: Kettle Board}}
  - {id: org.scales, kind: agency, name: {en: Weighing House}}
"""

DIARY = """\
id: src.diary
kind: press
title: {en: A diary}
language: en
address: https://example.org/diary
passages:
  - paragraph: 1
    text: "Green tea was poured, then more was poured."
    quotes:
      - {id: q.diary.1, exact: Green tea was poured}
      - {id: q.diary.2, exact: more was poured}
"""

DECREE = """\
id: src.decree
kind: official
title: {en: Tea Decree}
author: Garden Board
number: No. 3
dates: {written: 1881-05-06}
language: en
"""


def write_tea_plan(folder: Path) -> Path:
    """Write the plan into a folder, and return it."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    files = {"plan.yaml": PLAN, "agencies.yaml": AGENCIES, "sources/diary.yaml": DIARY, "sources/decree.yaml": DECREE}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
