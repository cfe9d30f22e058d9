"""The text fields of nodes: each has its words, and is read, printed, searched and exported alike."""

from __future__ import annotations

from plan_data.exports.entries import entries
from plan_data.exports.output_schema import outputs
from plan_data.exports.records import node as record
from plan_data.labels.card import TEXT_FIELD_LABELS
from plan_data.loading.node_fields import NODE
from plan_data.model.entities import TEXT_FIELDS, texts_of
from plan_data.model.plan import Plan
from plan_data.search.fields import LONG_FIELDS
from plan_data.search.scoring import WEIGHTS
from widgets.render.cards import node_card


def test_each_has_a_parser_words_a_weight_and_a_schema() -> None:
    assert set(TEXT_FIELDS) <= set(NODE) & set(TEXT_FIELD_LABELS) & LONG_FIELDS & set(WEIGHTS)
    assert set(TEXT_FIELDS) <= set(outputs()["$defs"]["node"]["properties"])
    for name in TEXT_FIELDS:
        label = TEXT_FIELD_LABELS[name]
        assert label.en and label.zh


def test_each_is_printed_and_shown(plan: Plan) -> None:
    for node in plan.nodes:
        printed = record(plan, node.id)
        shown = {span.text for block in node_card(plan, node.id) for span in block.spans}
        labels = [fact.label for entry in entries(plan, [node.id]) for fact in entry.facts]
        for name, text in texts_of(node).items():
            assert printed[name] in ({"en": text.en, "zh": text.zh}, text.en)
            assert text.en in shown
            assert name == "summary" or TEXT_FIELD_LABELS[name] in labels
