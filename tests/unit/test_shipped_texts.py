"""The texts of the shipped plan: both languages, their punctuation, and aliases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypinyin
import pytest
from pypinyin.contrib.tone_convert import to_normal

from plan_data.model.entities import Body, Node, Source
from plan_data.model.plan import Plan
from plan_data.text.visible import hidden

ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"
"""The four articles that the passages were taken from; they are not part of the project."""

HANZI = re.compile("[\u3007\u4e00-\u9fff]+")
PHRASES = {
    "新一代": "xīn yī dài",
    "进一步": "jìn yī bù",
    "电子商务": "diàn zǐ shāng wù",
    "电子信息": "diàn zǐ xìn xī",
    "知识产权": "zhī shi chǎn quán",
    "工商行政管理": "gōng shāng xíng zhèng guǎn lǐ",
    "快的": "kuài dī",
}
"""Where pypinyin's dictionary reads otherwise than GB/T 16159 and Xiandai Hanyu Cidian, or does not know a name."""


def things(plan: Plan) -> Iterator[Node | Body | Source]:
    """Nodes, bodies and sources."""
    yield from plan.nodes
    yield from plan.bodies.values()
    yield from plan.sources.values()


def texts(value: object, path: str) -> Iterator[tuple[str, str, str]]:
    """Each text in one language within something, with its path and its language."""
    if isinstance(value, tuple):
        names = getattr(value, "_fields", range(len(value)))
        for name, item in zip(names, value, strict=True):
            if isinstance(item, str) and str(name)[:2] in ("en", "zh"):
                yield f"{path}/{name}", str(name)[:2], item
            else:
                yield from texts(item, f"{path}/{name}")


def all_texts(plan: Plan, lang: str) -> list[tuple[str, str]]:
    """Every text of the plan in one language, with its path."""
    items = [*things(plan), *plan.quotes.values()]
    return [(path, text) for item in items for path, its, text in texts(item, item.id) if its == lang and text]


class TestLanguages:
    def test_every_node_has_a_summary_in_both_languages(self, plan: Plan) -> None:
        assert [node.id for node in plan.nodes if not (node.summary.en and node.summary.zh)] == []

    def test_every_node_has_a_title_in_both_languages(self, plan: Plan) -> None:
        assert [node.id for node in plan.nodes if not (node.title.en and node.title.zh)] == []

    def test_labels_are_words_not_ids(self, plan: Plan) -> None:
        labels = [(node.id, node.title.en) for node in plan.nodes]
        assert [pair for pair in labels if pair[1] == pair[0] or "." in pair[1].strip(".")[:4]] == []
        assert [pair for pair in labels if not pair[1][:1].isupper() and pair[1][:1].isalpha()] == []
        assert [pair for pair in labels if pair[1].endswith(".") or len(pair[1]) > 60] == []

    def test_printed_headings_have_a_close_translation(self, plan: Plan) -> None:
        headings = plan.of_kind("action", "task", "principle", "group", "measure")
        assert [node.id for node in headings if not node.title.en_close] == []

    def test_sources_say_in_both_languages_what_they_are_worth(self, plan: Plan) -> None:
        for source in plan.sources.values():
            assert source.reliability.en, source.id
            assert source.reliability.zh, source.id

    def test_chinese_has_no_ascii_punctuation_between_characters(self, plan: Plan) -> None:
        slip = re.compile(
            "[\u4e00-\u9fff“”（）《》][,;:?!()'\"]|[,;:?!()'\"][ ]?[\u4e00-\u9fff“”（）《》]|[\u4e00-\u9fff]\\.(?!\\w)"
        )
        found = [
            (path, text[max(0, m.start() - 8) : m.end() + 8])
            for path, text in all_texts(plan, "zh")
            for m in slip.finditer(text)
        ]
        assert found == []

    def test_chinese_quote_marks_and_brackets_are_paired(self, plan: Plan) -> None:
        for path, text in all_texts(plan, "zh"):
            for opening, closing in ("“”", "（）", "《》", "〔〕"):
                assert text.count(opening) == text.count(closing), path

    def test_chinese_has_no_space_between_characters_and_no_doubled_stop(self, plan: Plan) -> None:
        slip = re.compile("[\u4e00-\u9fff，。；：、][ \u00a0\u3000]+[\u4e00-\u9fff]|[，。；：、]{2}")
        # A printed title keeps the space that stands for its line end.
        ours = [(path, text) for path, text in all_texts(plan, "zh") if "/title/" not in path]
        assert [(path, m.group()) for path, text in ours for m in slip.finditer(text)] == []

    def test_chinese_sentences_end_with_a_stop(self, plan: Plan) -> None:
        for node in plan.nodes:
            if node.summary.zh:
                assert node.summary.zh[-1] in "。”）？！", node.id
            if node.summary.en:
                assert node.summary.en[-1] in '."?!)', node.id

    def test_english_has_no_chinese_punctuation(self, plan: Plan) -> None:
        # A Chinese phrase that an English note names keeps its own.
        slip = re.compile("(?<![\u4e00-\u9fff])[，。；：、？！]|[，。；：、？！](?![\u4e00-\u9fff])")
        assert [(path, text) for path, text in all_texts(plan, "en") if slip.search(text)] == []

    def test_texts_are_composed_and_hold_nothing_hidden(self, plan: Plan) -> None:
        for lang in ("en", "zh"):
            for path, text in all_texts(plan, lang):
                assert unicodedata.is_normalized("NFC", text), path
                assert not hidden(text), path
                assert text == text.strip(), path
                assert "  " not in text, path

    def test_no_summary_takes_a_sentence_from_a_source(self, plan: Plan) -> None:
        """Ten words in a row are a sentence taken over; so are sixteen Chinese characters."""
        passages = [text for source in plan.sources.values() for text in source.passages.values()]
        if ORIGINALS.is_dir():
            passages += [path.read_text(encoding="utf-8") for path in ORIGINALS.glob("*.txt")]
        taken = {run for text in passages for run in runs(words(text))}
        assert len(taken) > 1000
        for item in (*plan.nodes, *plan.bodies.values()):
            for part in item.summary:
                shared = [run for run in runs(words(part)) if run in taken]
                assert shared == [], item.id


def words(text: str) -> list[str]:
    """The words of a text in lower case; each Chinese character is one."""
    return re.findall("[a-z0-9]+|[\u4e00-\u9fff]", text.lower())


def runs(found: list[str], length: int = 10) -> Iterator[tuple[str, ...]]:
    """Each stretch of some words in a row."""
    return (tuple(found[i : i + length]) for i in range(len(found) - length + 1))


class TestAliases:
    def test_an_alias_belongs_to_one_thing_of_a_kind(self, plan: Plan) -> None:
        owners: dict[tuple[str, str], set[str]] = {}
        for item in (*plan.nodes, *plan.bodies.values()):
            for alias in item.aliases:
                owners.setdefault((item.kind, alias.casefold()), set()).add(item.id)
        assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}

    def test_an_alias_is_another_name(self, plan: Plan) -> None:
        for item in (*plan.nodes, *plan.bodies.values()):
            own = {name.casefold() for name in item.title[:4] if name}
            aliases = [alias.casefold() for alias in item.aliases]
            assert len(set(aliases)) == len(aliases), item.id
            assert not own & set(aliases), item.id
            assert all(len(alias) > 1 for alias in aliases), item.id

    def test_every_action_can_be_found_by_other_names(self, plan: Plan) -> None:
        assert [action.id for action in plan.of_kind("action") if len(action.aliases) < 2] == []


class TestPinyin:
    @pytest.fixture(scope="class", autouse=True)
    def phrases(self) -> None:
        """Teach pypinyin what it reads otherwise."""
        pypinyin.load_phrases_dict({zh: [[part] for part in read.split()] for zh, read in PHRASES.items()})

    def named(self, plan: Plan) -> list[tuple[str, str, str]]:
        """Id, the Chinese that the pinyin is of, and the pinyin."""
        nodes = [(node.id, node.title.zh_short or node.title.zh, node.pinyin) for node in plan.nodes]
        return nodes + [(body.id, body.title.zh, body.pinyin) for body in plan.bodies.values()]

    def test_every_chinese_name_has_its_pinyin(self, plan: Plan) -> None:
        assert [id_ for id_, zh, pinyin in self.named(plan) if bool(HANZI.search(zh)) != bool(pinyin)] == []

    def test_readings_are_pypinyins(self, plan: Plan) -> None:
        wrong = []
        for id_, zh, pinyin in self.named(plan):
            wanted = "".join(part for run in HANZI.findall(zh) for part in syllables(run))
            got = re.sub(r"[\s'\-0-9]", "", unicodedata.normalize("NFC", pinyin)).lower()
            if pinyin and got != wanted:
                wrong.append((id_, zh, pinyin, wanted))
        assert wrong == []

    def test_numbers_stay_numbers(self, plan: Plan) -> None:
        for id_, zh, pinyin in self.named(plan):
            if pinyin:
                assert re.findall(r"\d+", pinyin) == re.findall(r"\d+", zh), id_

    def test_apostrophe_stands_before_a_vowel_inside_a_word_and_nowhere_else(self, plan: Plan) -> None:
        """GB/T 16159, 6.7: the sign that parts syllables."""
        for id_, zh, pinyin in self.named(plan):
            rest = pinyin.lower()
            inside = False
            for part in (part for run in HANZI.findall(zh) if pinyin for part in syllables(run)):
                skipped, found, rest = rest.partition(part)
                assert found, (id_, pinyin, part)
                parted = skipped == "'"
                inside = inside and skipped in ("", "'")
                assert parted == (inside and to_normal(part)[0] in "aoe"), (id_, pinyin, part)
                inside = True

    def test_only_letters_marks_and_spaces(self, plan: Plan) -> None:
        allowed = re.compile("[A-ZÀ-ž a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ0-9'-]*")
        assert [pinyin for _, _, pinyin in self.named(plan) if not allowed.fullmatch(pinyin)] == []


def syllables(hanzi: str) -> list[str]:
    """The syllables of some Chinese, in lower case with tone marks."""
    return [part.lower() for part in pypinyin.lazy_pinyin(hanzi, style=pypinyin.Style.TONE)]
