"""How tests ask for a page, name the refusal that they get, and cancel a request in a certain state."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from plan_data.copies.page_request import Page, PageRequest
from plan_data.errors import Cancelled, Refused
from plan_data.labels.attachments import REFUSALS
from plan_data.model.pair import Pair
from tests.page_server import PageServer
from tests.terminal import PATIENCE

SLOW = "stalled stalled-headers stalled-body stalled-gzip dripping-headers dripping-body dripping-chunks".split()


def ask(server: PageServer, path: str) -> Page:
    return PageRequest(server.address(path)).page()


def refusal(address: str) -> str:
    """The key of the refusal of an address, whose message is complete in both languages."""
    with pytest.raises(Refused) as caught:
        PageRequest(address).page()
    return key_of(caught.value.why)


def key_of(why: Pair) -> str:
    keys = [key for key, pair in REFUSALS.items() if key.startswith("page-") and like(why.zh, pair.zh)]
    # "the proxy {proxy} did not answer in HTTP" is also like "{host} did not answer in HTTP".
    key = max(keys, key=lambda key: len(REFUSALS[key].zh), default="")
    assert key and like(why.en, REFUSALS[key].en) and len(why.en) < 120, why
    return key.removeprefix("page-")


def like(said: str, pattern: str) -> bool:
    """Whether a text comes from a format string: its literal parts are there, in their order."""
    at = 0
    for n, part in enumerate(pattern.replace("{", "}").split("}")):
        if n % 2 == 0:
            found = said.find(part, at)
            if found < 0 or (n == 0 and found):
                return False
            at = found + len(part)
    return pattern.endswith("}") or said.endswith(pattern.rpartition("}")[2])


def ended_by_cancel(request: PageRequest, wait: Callable[[float], bool]) -> bool:
    """Cancel a request in the state that is waited for; return whether that ended it, and not its own deadline."""
    request.SECONDS = 10 * PATIENCE  # type: ignore[misc]
    ended = threading.Event()

    def run() -> None:
        with pytest.raises(Cancelled):
            request.page()
        ended.set()

    threading.Thread(target=run, daemon=True).start()
    assert wait(PATIENCE)
    request.cancel()
    return ended.wait(PATIENCE)
