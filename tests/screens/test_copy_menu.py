"""What a reader takes away: clips, citations, addresses, and how they reach the clipboard."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_data.labels.clips import CLIP_LABELS
from plan_data.model.entities import Quote
from plan_data.model.plan import Plan
from plan_data.quotes import citations, text_fragments
from plan_data.quotes.citations import clip
from plan_data.quotes.order import walked
from tests.support import explorer, press, screen_lines, screen_text, wait_until
from tui.terminal.clipboard import wrapped_sequence

TRILLION = "q.000.25"


def copied(app: object) -> str:
    """What was last sent to the clipboard."""
    return app.clipboard  # type: ignore[attr-defined, no-any-return]


class TestMenu:
    @pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
    async def test_one_line_with_a_letter_each(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "y")
            shown = "\n".join(screen_lines(app)[-3:])
            assert "y title" in shown and "f footnote" in shown
            await press(pilot, "escape")
            assert app.screen is app.main
            assert copied(app) == ""

    @pytest.mark.parametrize(
        ("key", "wanted"),
        [
            ("y", "Artificial intelligence  “互联网+”人工智能"),
            ("z", "“互联网+”人工智能"),
            ("e", "Artificial intelligence"),
            ("i", "act.ai"),
            ("p", "Key actions > Artificial intelligence"),
            ("q", "artificial intelligence"),
        ],
    )
    async def test_each_letter_copies_and_says_so(self, plan: Plan, key: str, wanted: str) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await press(pilot, "y", key)
            assert copied(app) == wanted
            await wait_until(pilot, lambda: "Sent to your clipboard" in screen_text(app))

    async def test_a_statement_below_quoted_carries_its_grade(self, plan: Plan) -> None:
        app = explorer(plan, "act.agriculture.1")
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            for key in ("y", "z", "e", "c", "m", "f"):
                await press(pilot, "y", key)
                assert "[no source" in copied(app), key
            await press(pilot, "y", "q")
            await wait_until(pilot, lambda: "no quote here" in screen_text(app))

    async def test_in_the_reader_it_is_the_lit_quote(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "s", "full_stop", "y", "q")
            assert copied(app).startswith(plan.quotes[TRILLION].exact)
            await press(pilot, "y", "i")
            assert copied(app) == TRILLION

    async def test_in_a_view_it_is_the_cell(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S")
            app.main.viewer.stand_on_target("act.ecommerce@q.001.23")
            await press(pilot, "y", "q")
            assert copied(app) == plan.quotes["q.001.23"].exact


class TestClips:
    def test_everything_can_be_asked_of_everything(self, plan: Plan) -> None:
        for item in (*plan.nodes, *plan.bodies.values(), *plan.sources.values()):
            for what in CLIP_LABELS:
                clip(plan, what, item.id)

    def test_a_quote_is_verbatim(self, plan: Plan) -> None:
        for quote in plan.quotes.values():
            assert clip(plan, "quote", plan.root.id, quote.id).text.startswith(quote.exact)

    def test_an_ancestors_quote_is_not_taken_for_the_nodes_own(self, plan: Plan) -> None:
        assert plan.quotes_of(plan.node("act.ai.1"))[0].inherited_from
        assert clip(plan, "quote", "act.ai.1").text == ""
        assert "培育发展人工智能新兴产业" in clip(plan, "citation", "act.ai.1").text

    def test_a_slip_or_doubt_goes_with_the_quote(self, plan: Plan) -> None:
        text = clip(plan, "citation", "act.ecommerce", TRILLION).text
        assert "[earlier]" in text
        assert "[doubt: " in text
        assert "machine translation of a 2015 newspaper report, reposted 2024" in text

    def test_unknown_ids_and_kinds(self, plan: Plan) -> None:
        with pytest.raises(KeyError):
            clip(plan, "title", "nonsense")
        with pytest.raises(KeyError):
            clip(plan, "nonsense", "act.ai")


class TestCitations:
    def test_the_footnote_carries_the_citekey(self, plan: Plan) -> None:
        text = citations.footnote(plan, plan.quotes[TRILLION])
        assert text.count("[^q.000.25]") == 2
        assert "[^q.000.25]: [@src.000, para. 9]" in text

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("1. a", "1\\. a"),
            ("12) a", "12\\) a"),
            ("# a", "\\# a"),
            ("> a", "\\> a"),
            ("2016 was", "2016 was"),
            ("a - b", "a - b"),
            ("*[a](b)*", "\\*\\[a\\](b)\\*"),
        ],
    )
    def test_markdown_finds_no_markup(self, text: str, wanted: str) -> None:
        assert citations.escaped(text) == wanted

    def test_titles_with_marks_of_their_own_get_no_others(self, plan: Plan) -> None:
        assert "““" not in citations.statement(plan, plan.node("act.ai"))
        assert "《国务院关于积极推进“互联网+”行动的指导意见》" in citations.statement(plan, plan.node("act.ai"))

    def test_what_the_document_does_not_print_is_not_cited_to_it(self, plan: Plan) -> None:
        assert "国发" not in citations.statement(plan, plan.node("sup.policy"))


class TestOrder:
    def test_states_then_figures_then_the_rest(self, plan: Plan) -> None:
        links = walked(plan, plan.node("act.ecommerce"))
        assert [link.id for link in links][:2] == ["q.001.23", TRILLION]
        figures = [any(c.isdigit() for c in plan.quotes[link.id].exact) for link in links]
        last = max(i for i, has in enumerate(figures) if has)
        targets = {plan.node(n.id).quotes[0].id for n in plan.of_kind("target") if n.quotes and n.target}
        assert all(figures[i] or links[i].id in targets or links[i].role == "states" for i in range(last))

    def test_nothing_is_lost(self, plan: Plan) -> None:
        for item in (*plan.nodes, *plan.bodies.values()):
            assert sorted(walked(plan, item)) == sorted(plan.quotes_of(item))

    async def test_from_ecommerce_to_the_22_trillion_and_to_all_that_it_supports(self, plan: Plan) -> None:
        """GIVEN act.ecommerce WHEN s, . and Enter are pressed THEN the sentence is lit, and its nodes are listed."""
        for size in ((80, 24), (120, 40)):
            app = explorer(plan, "act.ecommerce")
            async with app.run_test(size=size) as pilot:
                await press(pilot, "s", "full_stop")
                assert app.main.at == TRILLION
                lit = [s.text for row in app.main.source_pane.lines for s in row.line if s.style == "lit"]
                assert " ".join(" ".join(lit).split()) == plan.quotes[TRILLION].exact
                await press(pilot, "enter")
                shown = [app.main.source_pane.blocks[row.block].target for row in app.main.source_pane.lines]
                assert {link.id for link in plan.backlinks[TRILLION]} <= set(shown)


class TestAddresses:
    def test_a_quote_leads_to_its_words(self, plan: Plan) -> None:
        address = text_fragments.of_quote(plan, plan.quotes[TRILLION])
        base, _, directive = address.partition("#:~:text=")
        assert base == plan.sources["src.000"].address
        assert unquote(directive) == plan.quotes[TRILLION].exact
        assert "," not in directive and "-" not in directive

    def test_short_words_get_what_stands_around_them(self, plan: Plan) -> None:
        directive = text_fragments.of_quote(plan, plan.quotes["q.001.23"]).partition("#:~:text=")[2]
        parts = directive.split(",")
        exact = next(i for i, part in enumerate(parts) if "-" not in part)
        assert unquote(parts[exact]) == "e-commerce"
        assert len(parts) > 1
        around = " ".join(unquote(part.strip("-")) for part in parts)
        passage = plan.sources["src.001"].passages[plan.quotes["q.001.23"].paragraph]
        assert around.replace(" ", "") in passage.replace(" ", "").replace("\n", "")

    def test_long_words_are_given_by_their_ends(self) -> None:
        text = " ".join(f"word{i}" for i in range(100))
        directive = text_fragments.fragment(text)
        start, end = directive.removeprefix(":~:text=").split(",")
        assert text.startswith(unquote(start)) and text.endswith(unquote(end))
        assert len(directive) < 120

    def test_an_unchecked_heading_leads_to_the_official_page(self, plan: Plan) -> None:
        assert plan.document is not None
        address = text_fragments.of_heading(plan.document, plan.node("act.ai.1"))
        assert address.startswith(plan.document.address + "#:~:text=")
        assert unquote(address).endswith("培育发展人工智能新兴产业")

    def test_a_page_with_a_fragment_keeps_it(self) -> None:
        assert text_fragments.at_words("https://a.example/b#c", "d e") == "https://a.example/b#c:~:text=d%20e"
        assert text_fragments.at_words("", "d") == ""

    @given(st.text(min_size=1, max_size=400), st.text(max_size=30), st.text(max_size=30))
    def test_nothing_in_the_words_is_taken_for_syntax(self, exact: str, prefix: str, suffix: str) -> None:
        exact = exact.encode("utf-8", "replace").decode()
        prefix, suffix = (part.encode("utf-8", "replace").decode() for part in (prefix, suffix))
        directive = text_fragments.fragment(exact, prefix, suffix).removeprefix(":~:text=")
        assert directive.isascii() and "&" not in directive and "#" not in directive
        parts = directive.split(",")
        assert len(parts) <= 1 + (len(exact) > text_fragments.LONGEST_WHOLE) + 2
        assert all("-" not in part.strip("-") for part in parts)

    async def test_without_a_browser_it_is_shown_and_copied(self, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr("sys.platform", "linux")
        app = explorer(plan, "act.ai.1")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "o")
            while not copied(app):
                await pilot.pause()
            assert unquote(copied(app)).endswith("培育发展人工智能新兴产业")
            before = copied(app)
            await press(pilot, "8", "enter", "s", "o")
            while copied(app) == before:
                await pilot.pause()
            assert copied(app) == text_fragments.of_quote(plan, plan.quotes["q.001.23"])

    async def test_a_browser_gets_the_address_at_the_quote(self, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[str] = []
        monkeypatch.setattr("tui.screens.source_opener.open_address", lambda address, *_: opened.append(address))
        app = explorer(plan, "tgt.ecommerce-2016")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "s", "o")
            while not opened:
                await pilot.pause()
        assert opened == [text_fragments.of_quote(plan, plan.quotes[TRILLION])]


def plain_sequence(text: str) -> str:
    return f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"


class TestClipboard:
    async def test_elsewhere_it_is_textuals_own(self, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("TMUX", "STY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("TERM", "xterm-256color")
        app = explorer(plan)
        async with app.run_test(size=(80, 24)):
            written: list[str] = []
            monkeypatch.setattr(app._driver, "write", written.append)
            app.copy_to_clipboard("互联网+")
            assert written[0] == plain_sequence("互联网+") and app.clipboard == "互联网+"

    def test_tmux_gets_it_wrapped_with_every_escape_doubled(self) -> None:
        sequence = wrapped_sequence("a", {"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "screen-256color"})
        plain = plain_sequence("a")
        assert sequence == plain + "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"

    @pytest.mark.parametrize("environ", [{"STY": "1.pts"}, {"TERM": "screen.xterm"}])
    def test_screen_gets_it_in_pieces_that_join_again(self, environ: dict[str, str]) -> None:
        sequence = wrapped_sequence("x" * 2000, environ)
        pieces = sequence.removesuffix("\x1b\\").removeprefix("\x1bP").split("\x1b\\\x1bP")
        assert "".join(pieces) == plain_sequence("x" * 2000)
        assert all(len(piece) < 256 for piece in pieces)


def test_a_heading_of_a_copy_is_cited_by_its_digest(plan: Plan) -> None:
    from plan_data.model.entities import CopyFacts

    assert plan.document is not None
    source = plan.document._replace(
        passages={1: "培育发展人工智能新兴产业。"},
        copy=CopyFacts("a.txt", "0123456789abcdef" * 4, "text", "UTF-8"),
    )
    quote = Quote("q.x", source.id, 1, "培育发展人工智能新兴产业", copied=True)
    other = Plan(
        plan.folder, plan.nodes, plan.depths, plan.bodies, {**plan.sources, source.id: source}, {quote.id: quote}, {}
    )
    assert "para. 1 of an attached copy, sha256 0123456789ab." in citations.citation(other, quote)
