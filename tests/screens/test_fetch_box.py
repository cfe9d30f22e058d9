"""Fetching the official page in the explorer: the question, the progress, the report, and every way out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_data.copies.opening import load_with_copies
from plan_data.copies.store import CopyStore
from plan_data.errors import MAX_BYTES
from plan_data.folders import copies_folder
from plan_data.model.plan import Plan
from tests.made_up_copy import DOCUMENT, MadeUp
from tests.page_server import PageServer, plan_with_address
from tests.support import press, screen_lines, screen_text, wait_until
from tests.terminal import PATIENCE
from tui.app import Explorer
from tui.commands.base import apply_keys
from tui.screens.fetch_box import FetchBox
from tui.userdata.options import Options

SIZES = [(40, 12), (80, 24), (120, 36)]


@pytest.fixture(params=["/page"])
def folder(request: pytest.FixtureRequest, page_server: PageServer, tmp_path: Path) -> Path:
    """The shipped plan, with an address on the server; `indirect` gives another path."""
    return plan_with_address(tmp_path, page_server.address(request.param))


@pytest.fixture
def moved_keys() -> Iterator[None]:
    """Other keys, taken back after the test."""
    apply_keys({"fetch": ("f6",)})
    yield
    apply_keys({})


def reader(folder: Path, at: str = "", lang: str = "en") -> Explorer:
    """The explorer of a plan, with the copies that are there."""
    return Explorer(load_with_copies(folder, max_bytes=MAX_BYTES)[0], Options(folder=folder, at=at, lang=lang))


def kept() -> list[Path]:
    """Everything in the store of copies."""
    store = copies_folder()
    assert store is not None
    return sorted(store.rglob("*"))


def box_of(app: Explorer) -> FetchBox:
    """The open box."""
    assert isinstance(app.screen, FetchBox)
    return app.screen


def choice(app: Explorer) -> str:
    """The choice that is selected; it is in sight, behind the sign of the cursor."""
    page = box_of(app).text
    text = "".join(span.text for span in page.blocks[page.cursor].spans)
    assert any(line.strip() == f"» {text}" for line in screen_lines(app)), screen_text(app)
    return text


async def refused(pilot: Pilot[str], why: str) -> None:
    """Wait until the box says why nothing was kept."""
    await wait_until(pilot, lambda: why in " ".join(screen_text(pilot.app).split()))


async def fetched(pilot: Pilot[str]) -> None:
    """Wait until the report is shown."""
    await wait_until(pilot, lambda: isinstance(pilot.app, Explorer) and pilot.app.main.view == "copies")
    await pilot.pause()


class TestQuestion:
    """Nothing is fetched by accident."""

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("lang", ["en", "zh"])
    async def test_it_names_the_address_and_selects_not_now(
        self, page_server: PageServer, folder: Path, size: tuple[int, int], lang: str
    ) -> None:
        app = reader(folder, "act.agriculture.2", lang)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "A")
            assert choice(app) == ("Not now" if lang == "en" else "暂不获取")
            text = "".join(row_text(app).split())
            assert page_server.address() in text and "101" in text and "3.2" in text
            await press(pilot, "enter")
            assert not isinstance(app.screen, FetchBox)
        assert page_server.connections == 0 and kept() == []

    @pytest.mark.parametrize("word", ["AI", "Agriculture", "A agri", "Au", "A5", "A互", "A?"])
    async def test_a_word_that_begins_with_a_fetches_nothing(
        self, page_server: PageServer, folder: Path, word: str
    ) -> None:
        app = reader(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, f"text:{word}", "escape", "escape", "escape")
            assert app.main.plan.sources[DOCUMENT].copy is None
        assert page_server.connections == 0

    @pytest.mark.parametrize("key", ["i", "q", "m", "5", "L"])
    async def test_any_letter_closes_it_and_does_nothing_else(
        self, page_server: PageServer, folder: Path, key: str
    ) -> None:
        app = reader(folder, "act.ai")
        async with app.run_test(size=(80, 24)) as pilot:
            before = screen_text(app)
            await press(pilot, "A", key)
            assert not isinstance(app.screen, FetchBox) and screen_text(app) == before
        assert page_server.connections == 0

    @pytest.mark.parametrize("size", SIZES)
    async def test_tab_selects_each_choice_and_comes_round(self, folder: Path, size: tuple[int, int]) -> None:
        app = reader(folder)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "A")
            seen = []
            for _ in range(4):
                seen.append(choice(app))
                await press(pilot, "tab")
            assert seen == ["Not now", "Fetch and compare", "Open in browser", "Not now"]
            await press(pilot, "shift+tab")
            assert choice(app) == "Not now"
            await press(pilot, "up", "up")
            assert choice(app) == "Fetch and compare"
            await press(pilot, "escape")
            assert not isinstance(app.screen, FetchBox)

    async def test_a_window_made_small_keeps_the_choice(self, folder: Path) -> None:
        app = reader(folder)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "A", "tab")
            for size in ((40, 12), (80, 24), (41, 13), (120, 36)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert choice(app) == "Fetch and compare"

    async def test_a_plan_without_a_page_says_so(self, folder: Path) -> None:
        source = folder / "sources" / "guofa-2015-40.yaml"
        lines = source.read_text(encoding="utf-8").split("\n")
        source.write_text("\n".join(line for line in lines if not line.startswith("address")), encoding="utf-8")
        app = reader(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A")
            assert "This plan names no official page." in screen_text(app)

    async def test_a_moved_key_asks_and_answers(self, page_server: PageServer, folder: Path, moved_keys: None) -> None:
        app = reader(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "f6", "A")
            assert not isinstance(app.screen, FetchBox) and page_server.connections == 0
            await press(pilot, "f6", "f6")
            await fetched(pilot)


class TestFetching:
    """A good page."""

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("keys", [("A", "A"), ("A", "tab", "enter")], ids=" ".join)
    async def test_the_report_then_a_task_at_its_paragraph(
        self, page_server: PageServer, folder: Path, size: tuple[int, int], keys: tuple[str, ...]
    ) -> None:
        app = reader(folder)
        async with app.run_test(size=size) as pilot:
            await press(pilot, *keys)
            await fetched(pilot)
            told = " ".join(screen_text(app).split())
            assert "101 of 101 headings found" in told and page_server.paths == ["/page"]
            await press(pilot, "f", "text:8.2", "enter", "s")
            assert app.main.at == "q.guofa-2015-40.act.ecommerce.2"
            lit = [s.text for line in app.main.source_pane.lines for s in line.line if s.style == "lit"]
            assert "".join(lit) == "大力发展行业电子商务"

    async def test_every_screen_shows_it_at_once_and_detach_takes_it_back(self, folder: Path, plan: Plan) -> None:
        app = reader(folder)
        async with app.run_test(size=(120, 36)) as pilot:
            before = screen_text(app)
            assert "None of it has been compared" in before
            await press(pilot, "a")
            assert "Lists unknown" in view_text(app) + screen_text(app)
            await press(pilot, "escape")
            await press(pilot, "A", "A")
            await fetched(pilot)
            await press(pilot, "escape")
            assert "All of its 101 headings stand in your copy" in " ".join(screen_text(app).split())
            assert "3 Modern agriculture              ✓" in screen_text(app)
            await press(pilot, "S")
            assert "All 101 headings of the document are found in your copy." in screen_text(app)
            await press(pilot, "escape", "f", "text:m2.1", "enter", "enter")
            assert "Ministry of Education" in screen_text(app)
            await press(pilot, "a")
            # The matrix has the lists that were not known before, and no line says that lists are unknown.
            assert "Supporting measures" in screen_text(app)
            assert "Lists unknown" not in view_text(app) + screen_text(app)
            await press(pilot, "escape", "f", "text:root", "enter")
            store = copies_folder()
            assert store is not None and CopyStore(store).remove(DOCUMENT)
            await press(pilot, "R")
            await wait_until(pilot, lambda: "None of it has been compared" in " ".join(screen_text(app).split()))
            assert app.main.plan.bodies == plan.bodies

    async def test_escape_leaves_the_report_to_where_one_was(self, folder: Path) -> None:
        app = reader(folder, "act.ai.1")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await fetched(pilot)
            await press(pilot, "escape")
            assert (app.main.view, app.main.shown) == ("", "act.ai.1")

    async def test_an_earlier_copy_is_named_and_the_differences_are_listed(
        self, page_server: PageServer, folder: Path, plan: Plan
    ) -> None:
        app = reader(folder)
        async with app.run_test(size=(80, 36)) as pilot:
            await press(pilot, "A", "A")
            await fetched(pilot)
            page_server.set_page(MadeUp(plan, form="p", lists={"act.energy": "教育部负责"}).data)
            await press(pilot, "A")
            assert f"A copy is attached: {page_server.address()}" in " ".join(row_text(app).split())
            await press(pilot, "A")
            await wait_until(pilot, lambda: "text differs: 1" in view_text(app))
            assert "4 Smart energy" in view_text(app).split("text differs")[1]
            await press(pilot, "escape", "A", "up", "up")
            assert choice(app) == "Show what your copy has"
            await press(pilot, "enter")
            assert app.main.view == "copies" and len(page_server.requests) == 2

    async def test_the_progress_is_shown(self, page_server: PageServer, tmp_path: Path) -> None:
        app = reader(plan_with_address(tmp_path, page_server.address("/released")))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await wait_until(pilot, lambda: "KB from 127.0.0.1" in screen_text(app))
            assert choice(app) == "Cancel"
            page_server.released.set()
            await fetched(pilot)

    async def test_a_click_chooses(self, page_server: PageServer, folder: Path) -> None:
        app = reader(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A")
            row = next(y for y, line in enumerate(screen_lines(app)) if line.strip() == "Fetch and compare")
            await pilot.click(offset=(12, row))
            await fetched(pilot)
        assert page_server.paths == ["/page"]


SLOW = ["/stalled", "/stalled-headers", "/stalled-body", "/dripping-headers", "/dripping-body"]


@pytest.mark.case("N13")
class TestEnding:
    """Escape ends it at once, in every state, and not the deadline; nothing is kept."""

    @pytest.fixture(autouse=True)
    def no_deadline(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let no request end by its own deadline."""
        monkeypatch.setattr("plan_data.copies.page_request.PageRequest.SECONDS", 10 * PATIENCE)

    @pytest.mark.parametrize("folder", SLOW, indirect=True)
    async def test_escape_ends_it_at_once(self, page_server: PageServer, folder: Path) -> None:
        app = reader(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await wait_until(pilot, page_server.stalled.is_set)
            await press(pilot, "escape")
            assert not isinstance(app.screen, FetchBox) and page_server.gone.wait(PATIENCE)
            assert "Fetching was cancelled. Nothing was kept." in screen_text(app)
        assert kept() == []

    async def test_letters_do_nothing_meanwhile_and_enter_cancels(
        self, page_server: PageServer, tmp_path: Path
    ) -> None:
        app = reader(plan_with_address(tmp_path, page_server.address("/stalled-body")))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await wait_until(pilot, page_server.stalled.is_set)
            await press(pilot, "A", "text:agri", "tab")
            assert isinstance(app.screen, FetchBox) and not page_server.gone.is_set()
            await press(pilot, "enter")
            assert not isinstance(app.screen, FetchBox) and page_server.gone.wait(PATIENCE)
        assert len(page_server.requests) == 1

    async def test_it_can_be_fetched_again_after_that(self, page_server: PageServer, tmp_path: Path) -> None:
        app = reader(plan_with_address(tmp_path, page_server.address("/released")))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await wait_until(pilot, lambda: "KB from 127.0.0.1" in screen_text(app))
            await press(pilot, "escape")
            page_server.released.set()
            await press(pilot, "A", "A")
            await fetched(pilot)

    async def test_leaving_the_program_ends_it(self, page_server: PageServer, tmp_path: Path) -> None:
        app = reader(plan_with_address(tmp_path, page_server.address("/dripping-body")))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await wait_until(pilot, page_server.stalled.is_set)
            app.exit()
        assert page_server.gone.wait(PATIENCE) and kept() == []


@pytest.mark.case("N12")
class TestRefusing:
    """What is no good page is refused with the reason."""

    @pytest.mark.parametrize(
        ("folder", "why"),
        [
            ("/status/404", "the page is not there (HTTP status 404)"),
            ("/elsewhere", "moved to another host, 127.0.0.2"),
            ("/loop", "127.0.0.1 redirects in a circle"),
            ("/login", "127.0.0.1 sent a login page"),
            ("/large", "larger than 10 MB"),
            ("/bomb", "larger than 10 MB"),
            ("/another", "it has only 0 of the 101 headings"),
        ],
        indirect=["folder"],
    )
    async def test_the_box_says_why_and_nothing_is_kept(self, folder: Path, why: str) -> None:
        app = reader(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await refused(pilot, "Nothing was kept.")
            assert why in " ".join(screen_text(app).split()) and choice(app) == "Close"
            assert screen_text(app).count("esc close") == 2 and "esc not now" not in screen_text(app)
            await press(pilot, "enter")
            said = " ".join(screen_text(app).split())
            assert not isinstance(app.screen, FetchBox) and why in said and "src.guofa" not in said
        assert kept() == []

    async def test_after_a_refusal_it_can_be_tried_again(
        self, page_server: PageServer, plan: Plan, folder: Path
    ) -> None:
        page_server.set_page("<html><body>茶</body></html>".encode())
        app = reader(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await refused(pilot, "it has only 0 of the 101 headings")
            page_server.set_page(MadeUp(plan, form="p").data)
            await press(pilot, "tab")
            assert choice(app) == "Try again"
            await press(pilot, "enter")
            await fetched(pilot)

    async def test_the_copy_that_is_there_stays(self, page_server: PageServer, folder: Path) -> None:
        app = reader(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await fetched(pilot)
            before = {path: path.read_bytes() for path in kept() if path.is_file()}
            page_server.set_page("<html><body>茶</body></html>".encode())
            await press(pilot, "A", "A")
            await refused(pilot, "The copy that was attached is still there.")
            assert {path: path.read_bytes() for path in kept() if path.is_file()} == before

    async def test_a_store_that_cannot_be_written_is_told(self, folder: Path) -> None:
        store = copies_folder()
        assert store is not None
        store.parent.mkdir(parents=True, exist_ok=True)
        store.write_text("in the way")
        app = reader(folder)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "A", "A")
            await refused(pilot, "cannot be written")
            await press(pilot, "escape")
            assert app.main.view == ""

    async def test_in_chinese(self, page_server: PageServer, tmp_path: Path) -> None:
        app = reader(plan_with_address(tmp_path, page_server.address("/status/404")), lang="zh")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "A", "A")
            await refused(pilot, "未保留任何内容。")
            assert "网页不存在（HTTP 状态码 404）" in screen_text(app) and choice(app) == "关闭"


def row_text(app: Explorer) -> str:
    """All lines of the box, those out of sight too."""
    return "\n".join("".join(span.text for span in row.line) for row in box_of(app).text.lines)


def view_text(app: Explorer) -> str:
    """All lines of the view."""
    return "\n".join("".join(span.text for span in row.line) for row in app.main.viewer.lines)
