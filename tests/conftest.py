"""Fixtures of all tests, what of the environment they see, and how much hypothesis tries.

The everyday run is the same each time: hypothesis makes the same examples, and stops at the first that fails without
looking for a shorter one. With HYPOTHESIS_PROFILE=soak it makes others each time, ten times as many.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from docs.reliability import TESTS
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from tests.idle import wait_for_idle


def pytest_collection_finish() -> None:
    """Keep the garbage collector out of what was imported: a fifth of a run went by in looking through it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def pilot_sleeps_no_longer_than_it_must() -> Iterator[None]:
    """Let Pilot wait until the explorer is idle, and not for a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", wait_for_idle)
        patch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
        yield


MANY = 10
"""How many times as many examples the soak profile makes."""
OUTSIDE = ("COLUMNS", "LINES", "TMUX", "TMUX_PANE", "STY", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "NO_COLOR",
    "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLORFGBG", "TERM_PROGRAM", "BROWSER", "DISPLAY",
    "WAYLAND_DISPLAY", "LANGUAGE", "PAGER", "EDITOR", "VISUAL", "TZ", "PYTHONOPTIMIZE", "PYTHONUTF8",
    "PYTHONIOENCODING", "PYTHONHASHSEED", "PYTHONSTARTUP", "PYTHONWARNINGS", "PYTHONPATH",
    "PYTHONPROFILEIMPORTTIME", "PYTHONBREAKPOINT")  # fmt: skip
"""Variables of whoever runs the tests that would change what the program does."""
FAMILIES = ("LC_", "XDG_", "TEXTUAL", "INTERNET_PLUS", "_INTERNET_PLUS", "KITTY_", "WEZTERM_", "VTE_")
"""Beginnings of the names of more of them."""

settings.register_profile(
    "everyday",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    phases=[Phase.explicit, Phase.generate, Phase.target],
)
settings.register_profile("soak", deadline=None, database=None, print_blob=True, max_examples=100 * MANY)
# Before the tests are imported: what they set for themselves is added to the profile that is loaded then.
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "everyday")
settings.load_profile(PROFILE)

environment = pytest.MonkeyPatch()
all_tests = pytest.StashKey[list[pytest.Item]]()


def pytest_configure() -> None:
    """Clear the environment, before a test is imported and before any fixture is made."""
    for name in list(os.environ):
        # The plugin of the pictures names its folder in a variable of its own.
        if name in OUTSIDE or (name.startswith(FAMILIES) and not name.startswith("TEXTUAL_SNAPSHOT")):
            environment.delenv(name)
    environment.setenv("LANG", "C.UTF-8")
    environment.setenv("TERM", "xterm-256color")


def pytest_unconfigure() -> None:
    """Put the environment back."""
    environment.undo()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note all tests, before some of them are deselected, and scale what tests say of their examples."""
    config.stash[all_tests] = list(items)
    if PROFILE == "soak":
        tests = [getattr(item, "obj", None) for item in items]
        # Of a method of a class, the function; once, however many parameters it has.
        for function in {getattr(test, "__func__", test) for test in tests}:
            own = getattr(function, "_hypothesis_internal_use_settings", None)
            if own is not None and own.max_examples != settings.default.max_examples:
                function._hypothesis_internal_use_settings = settings(own, max_examples=own.max_examples * MANY)


@pytest.fixture
def every_test(request: pytest.FixtureRequest) -> list[pytest.Item]:
    """All tests that there are; where not all were collected, the test is left out."""
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
    """Keep the folders of whoever runs the tests out of them."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what was left out, and how to have it."""
    reasons: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason.removeprefix("Skipped: ")] = reasons.get(reason.removeprefix("Skipped: "), 0) + 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"left out: {count} test{'' if count == 1 else 's'}: {reason}")
