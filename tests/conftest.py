"""Fixtures of all tests, their environment, and the profiles of hypothesis.

The everyday profile is deterministic: hypothesis makes the same examples each time, and does not shrink a failing one.
HYPOTHESIS_PROFILE=soak makes ten times as many, different each time.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from docs.reliability import TESTS
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from tests.idle import wait_for_idle
from tests.network_guard import GUARD
from tests.page_server import page_server as page_server


def pytest_collection_finish() -> None:
    """Exclude imported modules from garbage collection, which saves a fifth of a run."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def pilot_waits_for_idle() -> Iterator[None]:
    """Let Pilot wait until the explorer is idle instead of sleeping."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", wait_for_idle)
        patch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
        yield


MANY = 10
"""Factor of examples in the soak profile."""
OUTSIDE = ("COLUMNS", "LINES", "TMUX", "TMUX_PANE", "STY", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "NO_COLOR",
    "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLORFGBG", "TERM_PROGRAM", "BROWSER", "DISPLAY",
    "WAYLAND_DISPLAY", "LANGUAGE", "PAGER", "EDITOR", "VISUAL", "TZ", "PYTHONOPTIMIZE", "PYTHONUTF8",
    "PYTHONIOENCODING", "PYTHONHASHSEED", "PYTHONSTARTUP", "PYTHONWARNINGS", "PYTHONPATH",
    "PYTHONPROFILEIMPORTTIME", "PYTHONBREAKPOINT", "http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
    "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")  # fmt: skip
"""Environment variables that change what the program does."""
FAMILIES = ("LC_", "XDG_", "TEXTUAL", "INTERNET_PLUS", "_INTERNET_PLUS", "KITTY_", "WEZTERM_", "VTE_")
"""Prefixes of more such variables."""

settings.register_profile(
    "everyday",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    phases=[Phase.explicit, Phase.generate, Phase.target],
)
settings.register_profile("soak", deadline=None, database=None, print_blob=True, max_examples=100 * MANY)
# Load the profile before the tests are imported: their own settings are based on the loaded profile.
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "everyday")
settings.load_profile(PROFILE)

environment = pytest.MonkeyPatch()
all_tests = pytest.StashKey[list[pytest.Item]]()


def pytest_configure() -> None:
    """Clear the environment before tests are imported and fixtures made."""
    for name in list(os.environ):
        # pytest-textual-snapshot keeps its folder in a variable.
        if name in OUTSIDE or (name.startswith(FAMILIES) and not name.startswith("TEXTUAL_SNAPSHOT")):
            environment.delenv(name)
    environment.setenv("LANG", "C.UTF-8")
    environment.setenv("TERM", "xterm-256color")


def pytest_unconfigure() -> None:
    """Restore the environment."""
    environment.undo()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Store all tests before some are deselected, and scale the numbers of examples that tests set."""
    config.stash[all_tests] = list(items)
    if PROFILE == "soak":
        tests = [getattr(item, "obj", None) for item in items]
        # Methods share their function over all parameters: scale each function once.
        for function in {getattr(test, "__func__", test) for test in tests}:
            own = getattr(function, "_hypothesis_internal_use_settings", None)
            if own is not None and own.max_examples != settings.default.max_examples:
                function._hypothesis_internal_use_settings = settings(own, max_examples=own.max_examples * MANY)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Allow connections within the machine in tests with the page server, and none in others."""
    GUARD.loopback = "page_server" in getattr(item, "fixturenames", ())
    result = yield
    GUARD.loopback = False
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Fail a test that opened a connection, also where the program took it for an error of the network."""
    try:
        result = yield
    finally:
        seen = GUARD.report()
    if seen:
        pytest.fail("opened a connection: " + ", ".join(seen), pytrace=False)
    return result


@pytest.fixture
def every_test(request: pytest.FixtureRequest) -> list[pytest.Item]:
    """All tests; skips the test if only some were collected."""
    found = request.config.stash[all_tests]
    narrowed = any("::" in word for word in request.config.args)
    if narrowed or {item.path for item in found} != set(TESTS.rglob("test_*.py")):
        pytest.skip("only where all tests are collected: make test")
    return found


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The shipped plan."""
    return load(SHIPPED)


@pytest.fixture(scope="session")
def index(plan: Plan) -> SearchIndex:
    """The search index of the shipped plan."""
    return SearchIndex(plan)


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home folder of its own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List the reasons of skipped tests."""
    reasons: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason.removeprefix("Skipped: ")] = reasons.get(reason.removeprefix("Skipped: "), 0) + 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"left out: {count} test{'' if count == 1 else 's'}: {reason}")
