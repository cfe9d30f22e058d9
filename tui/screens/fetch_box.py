"""The box that fetches a page as a copy of a source: it asks first, shows the progress, and says why it was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import BindingType

from plan_data.copies.page_address import harmless, host_of
from plan_data.copies.page_request import PageRequest
from plan_data.errors import Cancelled, FormError, PlanError, Refused
from plan_data.folders import copies_folder
from plan_data.labels import fetch as words
from plan_data.labels.attachments import ANSWERS
from plan_data.labels.command_line import NO_HOME
from plan_data.labels.reasons import reason_of
from plan_data.model.copy_report import Report
from plan_data.model.entities import Source
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tui.commands.fetch import Fetch
from tui.panes.bindings import bindings
from tui.screens.box import Box, BoxKeys, BoxTitle
from tui.screens.list_box import BoxList
from widgets.drawn.page import Page
from widgets.render.blocks import Block, text_block

FETCH, SHOW, OPEN, LEAVE = "fetch", "show", "open", "leave"
"""The choices."""
CHOICES = {FETCH: words.FETCH, SHOW: words.SHOW, OPEN: words.OPEN, LEAVE: words.NOT_NOW}
"""The choices of the question, in their order."""
AFTER_REFUSAL = {FETCH: words.AGAIN, OPEN: words.OPEN, LEAVE: words.CLOSE}
"""The same after a refusal."""
AROUND = 4
"""Rows of the window that the text of the box leaves free: its first and last row, and an empty one around it."""


class BoxText(BoxList):
    """The text of the box with the choices below it; as high as they need, and no higher than the window lets it be."""

    def relayout(self) -> None:
        """Lay out, and take the height that this needs."""
        super().relayout()
        self.styles.height = max(1, min(len(self.lines), self.app.size.height - AROUND))

    def settle(self) -> None:
        """Lay out anew where the width has changed. The cursor stays on its choice, and in sight."""
        if self.scrollable_content_region.width != self._width:
            self.relayout()
        self.stand_on(self.cursor)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the new size of the window."""
        self.relayout()
        self.stand_on(self.cursor)


class FetchBox(Box[Report | str | None], inherit_bindings=False):
    """The box. It ends with the report on what was fetched, with `show` or `open`, or with None."""

    DEFAULT_CSS = """
    FetchBox {
        #fetch { background: $surface; margin: 1 1; }
        &.-low #fetch { margin: 0; }
        &.-wide #box { width: 80; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("fetch")
    name_of_box = words.FETCH
    leave_command = "fetch-leave"

    def __init__(
        self,
        plan: Plan,
        source: Source,
        address: str,
        max_bytes: int,
        first: Pair,
        lang: str,
        *,
        in_ascii: bool,
    ) -> None:
        """Ask whether to fetch.

        Args:
            plan: The open plan.
            source: The source whose page it is.
            address: The address that will be called.
            max_bytes: Cap on the size of a file of the plan.
            first: The first sentence: what has not been compared yet.
            lang: Language of its words.
            in_ascii: Draw signs in ASCII.
        """
        super().__init__(lang, in_ascii=in_ascii)
        self.plan = plan
        self.source = source
        self.address = address
        self.max_bytes = max_bytes
        self.first = first
        self.refused = Pair()
        """Why the last attempt failed."""
        self.request: PageRequest | None = None
        """The request that is under way."""
        self.is_storing = False
        """The copy is being stored, which takes a moment and is not ended."""
        self._explorer: App[Any] | None = None
        """The app, which a box that was left does not know any more."""

    def leave_word(self) -> Pair:
        """Return what Escape does."""
        return self.keys()["fetch-leave"]

    def keys(self) -> Mapping[str, Pair]:
        """Return the commands of the last row with their words."""
        if self.request:
            return words.WORKING_KEYS
        return words.ENDED_KEYS if self.refused else words.KEYS

    def rows(self) -> ComposeResult:
        """Yield the text with the choices."""
        self.text = BoxText(id="fetch")
        self.text.ascii_signs = self.in_ascii
        yield self.text

    def on_mount(self) -> None:
        """Ask."""
        self._explorer = self.app
        kept = words.KEPT_HERE.format(n=len(self.plan.headings_of(self.source)))
        blocks = [
            text_block(self.say(self.first), "strong"),
            text_block(self.say(words.REQUEST), "text", gap=True),
            text_block(visible(self.address), "address", indent=2),
            text_block(self.say(kept if self.source.headings else words.KEPT_HERE_PASSAGES), "text", gap=True),
        ]
        self._show(blocks, {id_: word for id_, word in CHOICES.items() if id_ != SHOW or self.source.copy})

    @property
    def host(self) -> str:
        """The host that is called, as it is shown."""
        return harmless(host_of(self.address))

    def say(self, pair: Pair) -> str:
        """Return words in the language of the box."""
        return pair.pick(self.lang)

    def _show(self, blocks: Sequence[Block], choices: Mapping[str, Pair]) -> None:
        """Show a text with choices, the last one selected."""
        rows = [
            text_block(self.say(word), "link", target=id_, gap=not n) for n, (id_, word) in enumerate(choices.items())
        ]
        self.text.show([*blocks, *rows], cursor=len(blocks) + len(rows) - 1)
        self.query_one(BoxTitle).show(self.title_words(), self.leave_words())
        self.query_one(BoxKeys).show(self.keys())

    def on_key(self, event: events.Key) -> None:
        """Fetch at the key that opened the box; any other letter closes it, and does nothing else."""
        if event.key in Fetch.key_names():
            event.stop()
            self._begin()
        elif event.is_printable and event.key != "space":
            event.stop()
            if not (self.request or self.is_storing):
                self.dismiss(None)

    def action_walk(self, by: int) -> None:
        """Select another choice; after the last one comes the first."""
        stops = self.text.stops()
        self.text.stand_on(stops[(stops.index(self.text.cursor) + by) % len(stops)])

    def action_choose(self) -> None:
        """Do what is selected."""
        choice = self.text.target
        if choice == FETCH:
            self._begin()
        elif choice == LEAVE:
            self.action_leave()
        else:
            self.dismiss(choice)

    @on(Page.Opened)
    def _clicked(self, event: Page.Opened) -> None:
        event.stop()
        self.action_choose()

    def action_leave(self) -> None:
        """Close the box; end the request that is under way."""
        if self.is_storing:
            return
        if self.request:
            self.request.cancel()
            self.request = None
            self.app.notify(self.say(words.CANCELLED), markup=False)
        self.dismiss(None)

    def on_unmount(self) -> None:
        """End the request with the program."""
        if self.request:
            self.request.cancel()

    # Fetching, in a thread.

    def _begin(self) -> None:
        if self.request or self.is_storing:
            return
        folder = copies_folder()
        if folder is None:
            self._refuse(ANSWERS["no-home"].format(reason=NO_HOME))
            return
        request = self.request = PageRequest(self.address, lambda size: self._call(request, self._show_size, size))
        self.refused = Pair()
        self._show_work(words.ASKING.format(host=self.host))
        self.run_worker(lambda: self._fetch(request, folder), thread=True)

    def _fetch(self, request: PageRequest, folder: Any) -> None:
        from plan_data.cache.cached_plan import open_plan
        from plan_data.copies.store import CopyStore

        store = CopyStore(folder)
        try:
            page = request.page()
            self._call(request, self._show_work, words.COMPARING)
            # Without the copies that are attached, so that the new one is compared with the plan's own files.
            plan = open_plan(self.plan.folder, max_bytes=self.max_bytes)
            merged = store.recognise_page(plan, self.source.id, page)
            # From here on Escape is too late; before it, nothing is called any more.
            self._call(request, self._begin_storing)
            if not self.is_storing:
                return
            store.store(merged, page.data)
        except Cancelled:
            return
        except Refused as refused:
            self._call(request, self._refuse, refused.why)
        except (FormError, PlanError) as error:
            self._call(request, self._refuse, Pair(str(error), str(error)))
        except OSError as error:
            why = ANSWERS["not-written"].format(folder=folder, reason=reason_of(error))
            self._call(None, self._refuse, why)
        else:
            self._call(None, self.dismiss, merged.report)

    def _begin_storing(self) -> None:
        self.request, self.is_storing = None, True

    def _call(self, request: PageRequest | None, then: Callable[..., object], *values: object) -> None:
        """Call a method from the thread, unless the request that it belongs to was cancelled."""

        def unless_cancelled() -> None:
            if request is None or request is self.request:
                then(*values)

        assert self._explorer is not None
        # The explorer may have been left meanwhile.
        with suppress(RuntimeError):
            self._explorer.call_from_thread(unless_cancelled)

    def _show_size(self, size: int) -> None:
        self._show_work(words.RECEIVED.format(size=f"{size // 1000:,}", host=self.host))

    def _show_work(self, what: Pair) -> None:
        self._show([text_block(self.say(what), "strong")], {LEAVE: words.CANCEL})

    def _refuse(self, why: Pair) -> None:
        """Say why nothing was kept."""
        # A newcomer knows the document by its name.
        self.refused = self.plan.with_names(why)
        self.request, self.is_storing = None, False
        kept = words.STILL_THERE if self.source.copy else words.NOTHING_KEPT
        blocks = [
            text_block(visible(self.say(self.refused)), "strong"),
            text_block(self.say(kept), "text", gap=True),
        ]
        self._show(blocks, AFTER_REFUSAL)
