"""The whole page in a browser, before axe-core and the Nu checker, and on paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from plan_data.exports.entries import branch
from plan_data.exports.formats import exported
from plan_data.model.plan import Plan
from plan_data.text.addresses import link_address
from tests import browser, judges


@pytest.fixture(params=["en", "zh", "both"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["root", "act.agriculture"])
def top(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(plan: Plan, lang: str, top: str, tmp_path: Path) -> Path:
    """The page of a branch in a language."""
    path = tmp_path / "page.html"
    path.write_text(exported(plan, "html", branch(plan, top), lang), encoding="utf-8")
    return path


def test_it_is_as_wide_as_its_window(page: Path) -> None:
    with browser.chromium() as chromium:
        shown = browser.open_page(chromium, page)
        for width in browser.WIDTHS:
            assert browser.sideways(shown, width) == [], width


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_axe_finds_nothing_serious(page: Path, scheme: str, width: int) -> None:
    with browser.chromium() as chromium:
        shown = browser.open_page(chromium, page, width, scheme)
        shown.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert browser.axe_findings(shown) == []


def test_the_nu_checker_finds_no_error_and_no_warning(page: Path) -> None:
    assert judges.html_errors(page) == ""


@pytest.mark.parametrize("lang", ["both"], indirect=True)
def test_each_address_stands_once_on_paper_and_none_is_cut_off(plan: Plan, top: str, page: Path) -> None:
    pdftotext = judges.program("pdftotext", "apt install poppler-utils")
    with browser.chromium() as chromium:
        browser.open_page(chromium, page).pdf(path=str(page.with_suffix(".pdf")), format="A4")
    command = [pdftotext, "-raw", str(page.with_suffix(".pdf")), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # Where a line ends with a hyphen, pdftotext takes it for one of its own.
    bare = re.sub(r"[\s-]", "", re.sub(r"\n\d*\n?\f", "", printed))
    ids = set(re.findall(r'<section id="(src\.[^"]+)"', page.read_text(encoding="utf-8")))
    addresses = {link_address(plan.sources[id_].address) for id_ in ids} - {""}
    assert addresses
    for address in addresses:
        assert bare.count("<" + re.sub(r"[\s-]", "", address) + ">") == 1, address
    assert bare.count("http") == len(addresses | {plan.document.address if plan.document else ""})
