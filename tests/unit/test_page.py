"""The page: what stands on it, in which language it is marked, and how it looks in a window and on a phone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from plan_data.exports.entries import branch
from plan_data.exports.formats import exported
from plan_data.exports.page_quotes import beginning
from plan_data.exports.web_text import marked
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.text.addresses import link_address
from tests import browser
from tests.chinese import left_over, texts_in_chinese
from tests.naughty import write_naughty_plan
from tests.small_plan import write_plan
from tests.tea_plan import write_tea_plan
from tests.terminal import ROOT

LANGS = ("en", "zh", "both")
HAN = re.compile("[\u3400-\u9fff]")
WORD = re.compile("(?<![A-Za-z\u00c0-\u024f])[A-Za-z]{2,}(?![A-Za-z\u00c0-\u024f])")


def html(plan: Plan, lang: str = "both", top: str = "") -> str:
    return exported(plan, "html", branch(plan, top or plan.root.id), lang)


def tree_of(text: str) -> Element:
    tree: Element = html5lib.parse(text, namespaceHTMLElements=False)
    return tree


def shown(element: Element) -> str:
    """Return the text that an element shows."""
    return "".join(text for _, _, text in texts(element))


def texts(element: Element, lang: str = "", where: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield the texts of an element, each with the nearest language that is marked and with the elements around it."""
    if element.tag in ("style", "title") or not isinstance(element.tag, str):
        return
    lang = element.get("lang") or lang
    inside = (*where, element.tag, *(element.get("class") or "").split())
    if element.text:
        yield lang, inside, element.text
    for child in element:
        yield from texts(child, lang, inside)
        if child.tail:
            yield lang, inside, child.tail


@pytest.fixture(scope="module")
def plans(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Plan]:
    """Plans of all sorts, by name."""
    return {
        "shipped": plan,
        "second": load(ROOT / "docs/examples/ai2017"),
        "template": load(ROOT / "plan_data/template"),
        "small": load(write_plan(tmp_path_factory.mktemp("small"))),
        "tea": load(write_tea_plan(tmp_path_factory.mktemp("tea"))),
        "naughty": load(write_naughty_plan(tmp_path_factory.mktemp("naughty"))),
    }


@pytest.fixture(scope="module")
def trees(plans: dict[str, Plan]) -> dict[tuple[str, str], Element]:
    """The page of each plan in each language."""
    return {(name, lang): tree_of(html(plan, lang)) for name, plan in plans.items() for lang in LANGS}


class TestLanguages:
    @pytest.mark.parametrize(
        ("text", "language", "around", "expected"),
        [
            ("互联网+", "en", "en", '<span lang="zh-Hans">互联网+</span>'),
            ("“互联网+”行动", "zh", "en", '<span lang="zh-Hans">“互联网+”行动</span>'),
            ("No., 国发〔2015〕40号, 2015", "", "en", 'No., <span lang="zh-Hans">国发〔2015〕40号</span>, 2015'),
            ("見《國務院》", "zh", "zh-Hans", '<span lang="zh-Hant">見《國務院》</span>'),
            ("报道作 Vice-Minister，后改", "zh", "zh-Hans", '报道作 <span lang="en">Vice-Minister</span>，后改'),
            ("“+”读作 jiā，4K", "zh", "zh-Hans", "“+”读作 jiā，4K"),
            ("Liu Feng", "zh", "zh-Hans", '<span lang="en">Liu Feng</span>'),
            ("인터넷 플러스", "", "en", '<span lang="ko">인터넷 플러스</span>'),
            ("インターネットと政策", "", "zh-Hans", '<span lang="ja">インターネットと政策</span>'),
            ("m1.1", "", "zh-Hans", "m1.1"),
            ("Premier’s plan, 2015", "en", "en", "Premier’s plan, 2015"),
            ("<b> & jiā", "en", "en", "&lt;b&gt; &amp; jiā"),
        ],
    )  # fmt: skip
    def test_what_is_in_another_language_is_marked(self, text: str, language: str, around: str, expected: str) -> None:
        assert marked(text, language, around) == expected

    def test_every_text_has_the_language_of_its_nearest_mark(self, trees: dict[tuple[str, str], Element]) -> None:
        for (name, lang), tree in trees.items():
            assert tree.get("lang") == ("zh-Hans" if lang == "zh" else "en")
            for code, _, text in texts(tree):
                # Pinyin belongs to the Chinese around it.
                is_wrong = HAN.search(text) and code[:2] not in ("zh", "ja")
                is_wrong = is_wrong or (code != "en" and WORD.search(re.sub(r"jiā|diànzǐ", "", text)))
                assert not is_wrong, (name, lang, code, text[:80])

    def test_a_chinese_page_has_no_english_but_texts_of_the_plan(
        self, plan: Plan, trees: dict[tuple[str, str], Element]
    ) -> None:
        tree = trees["shipped", "zh"]
        own = "".join(text for _, where, text in texts(tree) if not {"figure", "references"} & set(where))
        assert left_over(own, texts_in_chinese(plan)) == set()
        for code, where, text in texts(tree):
            assert not ({"dt", "h2", "summary", "label", "role"} & set(where) and WORD.search(text)), (code, text)
        headings = [shown(each) for each in tree.iter("h3")]
        assert "国家发展和改革委员会" in headings and not [each for each in headings if "NDRC" in each]

    def test_an_english_page_has_no_chinese_but_the_title_and_what_has_no_english(
        self, plan: Plan, trees: dict[tuple[str, str], Element]
    ) -> None:
        tree = trees["shipped", "en"]
        things = (*plan.nodes, *plan.bodies.values(), *plan.sources.values(), *plan.quotes.values())
        allowed = [note.text.en for thing in things for note in thing.notes]
        for source in plan.sources.values():
            title = source.title
            own = title.zh if source.language != "en" or not title.en else ""
            allowed += [own, source.author, source.publisher, source.container, source.number]
        allowed += [quote.exact for quote in plan.quotes.values()] + [plan.root.title.zh]
        for code, where, text in texts(tree):
            if code.startswith("zh"):
                assert any(text.strip("“”") in each for each in allowed), (where, text)
                assert not {"dt", "h2", "h4", "h5", "nav", "label", "role"} & set(where), text
        # Nobody would find the document without its own name.
        assert plan.root.title.zh in shown(next(tree.iter("header")))


class TestQuotes:
    def test_each_stands_in_full_once_and_every_other_place_leads_to_it(
        self, plans: dict[str, Plan], trees: dict[tuple[str, str], Element]
    ) -> None:
        for (name, lang), tree in trees.items():
            plan = plans[name]
            full = {figure.get("id"): figure for figure in tree.iter("figure")}
            assert set(full) == set(plan.quotes), (name, lang)
            for id_, quote in plan.quotes.items():
                block = full[id_].find("blockquote")
                assert block is not None and shown(block).strip() == quote.exact.strip()
            for lines in tree.iter("ul"):
                for line in lines if lines.get("class") == "references" else ():
                    link = line.find("a")
                    assert link is not None
                    quote = plan.quotes[str(link.get("href")).removeprefix("#")]
                    assert quote.exact not in shown(line)

    def test_it_stands_where_it_is_most_direct(self, plan: Plan, trees: dict[tuple[str, str], Element]) -> None:
        within = {
            figure.get("id"): section.get("id")
            for section in trees["shipped", "en"].iter("section")
            for figure in section.findall("figure")
        }
        for id_, links in plan.backlinks.items():
            direct = [link.id for link in links if link.role == "states" and link.id in plan.index]
            if direct:
                assert within[id_] == direct[0]

    def test_it_says_its_number_place_role_and_what_else_it_supports(self, plan: Plan) -> None:
        page = tree_of(html(plan, "en", "act.agriculture"))
        figure = next(page.iter("figure"))
        assert re.sub(r"\s+", " ", shown(figure)).strip() == (
            "modern agriculture [1] NDRC and MIIT Provide Detail for 'Internet Plus' Action Plan, para. 6 "
            "direct: Modern agriculture"
        )
        assert "(machine translation of a 2015 newspaper report, reposted 2024)" in shown(page)

    def test_numbers_follow_the_page(self, trees: dict[tuple[str, str], Element]) -> None:
        for tree in trees.values():
            found = [
                shown(next(each.iter("a"))) for figure in tree.iter("figure") for each in figure.iter("figcaption")
            ]
            assert found == [f"[{n}]" for n in range(1, len(found) + 1)]

    def test_quotes_of_a_conflict_are_on_the_page_of_its_branch(self, plans: dict[str, Plan]) -> None:
        page = tree_of(html(plans["small"], "en", "cf.count"))
        ids = {each.get("id") for each in page.iter()}
        assert {"q.news.2", "src.news", "src.doc"} <= ids
        assert {str(a.get("href"))[1:] for a in page.iter("a") if str(a.get("href"))[0] == "#"} <= ids

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("modern agriculture", ""),
            ("a demonstration project of new rural areas in the villages", "a demonstration project of"),
            ("加快推进农业现代化和农村电子商务的发展，促进农民增收", "加快推进农业现代化和农村电"),
            ("x" * 5000, "x" * 60),
            ("", ""),
        ],
    )
    def test_a_beginning_says_something_and_never_all(self, text: str, expected: str) -> None:
        assert beginning(text) == expected


class TestAddresses:
    @pytest.mark.parametrize(
        "address",
        ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "ftp://x.org", "//x.org",
         " https://x.org", "https://user:word@x.org/", "https://", "https://x.org:99999/", 'https://x"y.org/',
         "vbscript:x", "", "http:/x.org", "https://x.org\\@y.org", "java\nscript:x"],
    )  # fmt: skip
    @pytest.mark.case("B57")
    def test_only_web_addresses_are_links(self, plan: Plan, address: str) -> None:
        assert link_address(address) == ""
        sources = {id_: source._replace(address=address) for id_, source in plan.sources.items()}
        nodes, bodies = plan.nodes[:60], plan.bodies
        page = html(Plan(plan.folder, nodes, plan.depths[:60], bodies, sources, plan.quotes, {}), "en")
        assert set(re.findall(r'(?:href|src)="(.)', page)) == {"#"}

    @pytest.mark.parametrize(
        ("address", "expected"),
        [
            ("https://x.org", "https://x.org"),
            ("http://x.org:8080/a?b=c&d#e", "http://x.org:8080/a?b=c&d#e"),
            ('https://x.org/"<>`{}|^\\[] %zz%41', "https://x.org/%22%3C%3E%60%7B%7D%7C%5E%5C%5B%5D%20%25zz%41"),
            ("https://x.org/a#b#c", "https://x.org/a#b%23c"),
            ("https://例子.cn/文件?名=值", "https://例子.cn/文件?名=值"),
            ("https://x.org/\u202etxt", "https://x.org/%E2%80%AEtxt"),
        ],
    )
    def test_odd_characters_are_encoded(self, address: str, expected: str) -> None:
        assert link_address(address) == expected

    def test_words_stand_for_them_on_the_screen_and_paper_shows_each_once(
        self, plans: dict[str, Plan], trees: dict[tuple[str, str], Element]
    ) -> None:
        for (name, lang), tree in trees.items():
            addresses = {link_address(source.address) for source in plans[name].sources.values()} - {""}
            assert {a.get("href") for a in tree.iter("a") if not str(a.get("href")).startswith("#")} == addresses
            assert Counter(each.get("data-address") for each in tree.iter() if each.get("data-address")) == Counter(
                addresses
            )
            assert not re.search(r"https?://", shown(tree)), (name, lang)

    def test_the_document_has_its_address_on_paper_where_the_list_of_sources_has_it_not(self, plan: Plan) -> None:
        document = plan.document
        assert document and f'data-address="{document.address}"' in html(plan, "en", "act.agriculture")


class TestStructure:
    def test_headings_have_no_gap_and_ids_are_unique(self, trees: dict[tuple[str, str], Element]) -> None:
        for name, tree in trees.items():
            levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", str(each.tag))]
            assert levels[0] == 1 and levels.count(1) == 1
            assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), name
            ids = Counter(each.get("id") for each in tree.iter() if each.get("id"))
            assert set(ids.values()) == {1}
            assert {str(a.get("href"))[1:] for a in tree.iter("a") if str(a.get("href"))[0] == "#"} <= set(ids)

    @pytest.mark.parametrize("lang", LANGS)
    def test_no_id_is_shown(self, plan: Plan, trees: dict[tuple[str, str], Element], lang: str) -> None:
        words = set(re.split(r"[^\w.-]+", shown(trees["shipped", lang])))
        ids = {id_ for id_ in (*plan.index, *plan.quotes, *plan.sources, *plan.bodies) if re.search("[.]", id_)}
        assert words & ids == set()

    def test_there_are_landmarks_and_a_way_around_the_contents(self, trees: dict[tuple[str, str], Element]) -> None:
        for tree in trees.values():
            assert [len(list(tree.iter(tag))) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
            skip = next(tree.iter("a"))
            assert skip.get("href") == "#_text" and next(tree.iter("main")).get("id") == "_text"

    def test_the_head_of_the_plan(self, trees: dict[tuple[str, str], Element]) -> None:
        head = re.sub(r"\s+", " ", shown(next(trees["shipped", "en"].iter("header"))))
        assert "State Council, 国发〔2015〕40号, dated 1 July 2015, published 4 July 2015" in head
        assert "Initial phase by 2018" in head and "Full completion by 2025" in head
        assert "All 174 quotes on this page were checked word for word" in head
        zh = re.sub(r"\s+", "", shown(next(trees["shipped", "zh"].iter("header"))))
        assert "文件国务院，国发〔2015〕40号，成文于2015年7月1日，发布于2015年7月4日" in zh

    @pytest.mark.parametrize(
        ("lang", "title", "heading"),
        [
            ("en", "3 Modern agriculture - Internet Plus", "3 Modern agriculture"),
            ("zh", "3 现代农业 - 互联网+", "3 现代农业"),
            ("both", "3 Modern agriculture - Internet Plus", "3 Modern agriculture 现代农业"),
        ],
    )
    def test_a_branch_has_its_own_title(self, plan: Plan, lang: str, title: str, heading: str) -> None:
        page = tree_of(html(plan, lang, "act.agriculture"))
        assert next(page.iter("title")).text == title
        assert [shown(each) for each in page.iter("h1")] == [heading]
        assert [shown(each).split()[0] for each in page.iter("h2")][:4] == ["3.1", "3.2", "3.3", "3.4"]

    def test_the_heading_is_told_as_it_is_printed(self, plan: Plan) -> None:
        en, zh = (shown(tree_of(html(plan, lang, "act.agriculture"))) for lang in ("en", "zh"))
        assert re.search(r"Heading, closely translated\s*\"Internet Plus\" Modern Agriculture", en)
        assert "“互联网+”现代农业" in zh


class TestWindow:
    def test_a_page_in_windows_of_all_widths_and_on_a_phone(self, plans: dict[str, Plan], tmp_path: Path) -> None:
        """One browser for all of it, since its start takes longer than the rest."""
        paths = {name: tmp_path / f"{name}.html" for name in ("naughty", "second", "branch")}
        for name in ("naughty", "second"):
            paths[name].write_text(html(plans[name]), encoding="utf-8")
        paths["branch"].write_text(html(plans["shipped"], "en", "act.agriculture"), encoding="utf-8")
        with browser.chromium() as chromium:
            for path in (paths["naughty"], paths["branch"]):
                page = browser.open_page(chromium, path)
                for width in browser.WIDTHS:
                    assert browser.sideways(page, width) == [], (path.name, width)
            # On a phone the contents are folded, and so is what lies below each part of a long plan.
            page = browser.open_page(chromium, paths["second"], 360)
            link = page.locator("nav ul ul a").first
            assert not link.is_visible()
            page.locator("nav summary").first.click()
            assert not link.is_visible()
            link.locator("xpath=ancestor::details[1]/summary").click()
            assert link.is_visible() and browser.sideways(page, 360) == []
            target = str(link.get_attribute("href"))
            link.click()
            box = page.locator(f"[id='{target[1:]}']").bounding_box()
            assert page.url.endswith(target) and box and abs(box["y"]) < 100
            up = page.locator(".up a").first
            up.click()
            assert page.url.endswith("#_contents") and page.locator("nav summary").first.is_visible()
            # In a wide window they are open.
            page = browser.open_page(chromium, paths["second"], 1280)
            assert page.locator("nav ul ul a").first.is_visible()
            for scheme in ("light", "dark"):
                page = browser.open_page(chromium, paths["branch"], 360, scheme)
                lines = page.evaluate(
                    "[...document.querySelectorAll('a')].map(each => getComputedStyle(each).textDecorationLine)"
                )
                assert set(lines) == {"underline"}
