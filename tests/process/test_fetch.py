"""`attach --fetch`: what a user sees on the command line, for each way in which a server may answer."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plan_data.model.plan import Plan
from tests.made_up_copy import DOCUMENT, MadeUp
from tests.output import obey_interrupts, run
from tests.page_server import PageServer, plan_with_address
from tests.terminal import PATIENCE, ROOT, Terminal

REFUSED = {
    "status/404": "the page is not there (HTTP status 404)",
    "elsewhere": "the page has moved to another host, 127.0.0.2",
    "loop": "127.0.0.1 redirects in a circle",
    "large": "larger than 10 MB",
    "bomb": "larger than 10 MB",
    "short": "only a part of the page arrived",
    "short-gzip": "only a part of the page arrived",
    "login": "127.0.0.1 sent a login page",
    "status/401": "127.0.0.1 asks for a login",
    "image": "what came is no page: image/",
    "empty": "the page is empty",
    "another": "it has only 0 of the 101 headings",
}
"""Path of the server to a part of the reason."""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Folders without a copy."""
    folder = tmp_path / "home"
    return {"HOME": str(folder)} | {
        f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CONFIG", "CACHE", "STATE")
    }


def copies_of(home: dict[str, str]) -> list[Path]:
    """Everything in the store of copies."""
    return sorted(Path(home["XDG_DATA_HOME"], "internet-plus").rglob("*"))


def fetch(folder: Path, home: dict[str, str], *more: str) -> subprocess.CompletedProcess[str]:
    """Fetch the page of the document, without a question."""
    return run("--plan", str(folder), "attach", DOCUMENT, "--fetch", "--yes", *more, env=home)


@pytest.mark.case("N12")
@pytest.mark.parametrize("path", ["page", "moved/301", "gb18030", "gb18030-header", "gzip", "chunked", "endless"])
def test_a_good_page_is_kept_and_counted(
    page_server: PageServer, tmp_path: Path, home: dict[str, str], path: str
) -> None:
    folder = plan_with_address(tmp_path, page_server.address(f"/{path}"))
    done = fetch(folder, home)
    assert done.returncode == 0, done.stderr
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert {"11 of 11 actions", "40 of 40 tasks", "25 of 25 measures"} <= set(lines)
    assert "All 101 headings of the document were found, in their order." in lines
    where = "page" if path.startswith("moved") else path
    assert f"your copy: {page_server.address(f'/{where}')} (HTML, " in done.stdout
    assert done.stderr.startswith(f"One request goes to this address:\n  {page_server.address(f'/{path}')}\nsaved in ")
    assert page_server.paths == [f"/{path}"] + ["/page"] * path.startswith("moved")
    node = json.loads(run("--plan", str(folder), "show", "8.2", "--format", "json", env=home).stdout)["node"]
    assert node["evidence"]["title"] == "attached"
    assert run("--plan", str(folder), "detach", DOCUMENT, env=home).returncode == 0
    node = json.loads(run("--plan", str(folder), "show", "8.2", "--format", "json", env=home).stdout)["node"]
    assert node["evidence"]["title"] == "unchecked"


@pytest.mark.case("N12")
@pytest.mark.parametrize("path", REFUSED)
def test_anything_else_is_refused_and_nothing_is_kept(
    page_server: PageServer, tmp_path: Path, home: dict[str, str], path: str
) -> None:
    done = fetch(plan_with_address(tmp_path, page_server.address(f"/{path}")), home)
    assert (done.returncode, done.stdout) == (1, "")
    reason = done.stderr.splitlines()[2:]
    assert len(reason) == 1 and reason[0].startswith("not attached: ") and REFUSED[path] in reason[0]
    assert copies_of(home) == []


@pytest.mark.case("N12")
@pytest.mark.parametrize("path", ["stalled-headers", "stalled-body", "dripping-body"])
def test_what_takes_too_long_is_refused(
    page_server: PageServer, tmp_path: Path, home: dict[str, str], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plan_data.copies.page_request.PageRequest.SECONDS", 0.3)
    done = fetch(plan_with_address(tmp_path, page_server.address(f"/{path}")), home)
    assert done.returncode == 1 and "0.3 seconds" in done.stderr
    assert copies_of(home) == [] and page_server.gone.wait(PATIENCE)


def test_a_refusal_leaves_the_copy_that_is_there(page_server: PageServer, tmp_path: Path, home: dict[str, str]) -> None:
    folder = plan_with_address(tmp_path, page_server.address())
    assert fetch(folder, home).returncode == 0
    before = {path: path.read_bytes() for path in copies_of(home) if path.is_file()}
    page_server.set_page("<html><body>茶</body></html>".encode())
    assert fetch(folder, home).returncode == 1
    assert {path: path.read_bytes() for path in copies_of(home) if path.is_file()} == before


def test_a_new_page_lists_how_it_differs(
    page_server: PageServer, plan: Plan, tmp_path: Path, home: dict[str, str]
) -> None:
    folder = plan_with_address(tmp_path, page_server.address())
    assert fetch(folder, home).returncode == 0
    page_server.set_page(MadeUp(plan, form="p", page=True, lists={"act.energy": "教育部负责"}).data)
    told = json.loads(fetch(folder, home, "--format", "json").stdout)["attached"]["replaced"]
    assert told["name"] == page_server.address()
    assert [change["node"] for change in told["changes"]] == ["act.energy"]


class TestQuestion:
    """It asks each time, on a terminal only."""

    @pytest.mark.parametrize(("answer", "code"), [("y", 0), ("yes", 0), ("n", 1), ("", 1), ("\x04", 1)])
    def test_only_yes_fetches(self, page_server: PageServer, tmp_path: Path, answer: str, code: int) -> None:
        folder = plan_with_address(tmp_path, page_server.address())
        with Terminal("--plan", str(folder), "attach", DOCUMENT, "--fetch") as terminal:
            assert page_server.address() in terminal.wait_for("Fetch and compare? [y/N]")
            terminal.send(answer if answer == "\x04" else f"{answer}\r")
            assert terminal.wait() == code
        assert page_server.paths == (["/page"] if code == 0 else [])
        assert ("Nothing was fetched." in terminal.written.decode()) == bool(code)

    def test_without_a_terminal_it_asks_for_yes(self, tmp_path: Path, home: dict[str, str]) -> None:
        done = run("attach", DOCUMENT, "--fetch", env=home)
        assert (done.returncode, done.stdout) == (2, "") and "--yes fetches without asking" in done.stderr

    @pytest.mark.parametrize("hidden", ["2>{}", "<{}", "2>&-"])
    def test_a_question_that_nobody_sees_or_can_answer_is_not_asked(
        self, page_server: PageServer, tmp_path: Path, home: dict[str, str], hidden: str
    ) -> None:
        folder = plan_with_address(tmp_path, page_server.address())
        (tmp_path / "file").touch()
        line = f"{sys.executable} main.py --plan {folder} attach {DOCUMENT} --fetch {hidden.format(tmp_path / 'file')}"
        command = ["bash", "-c", f"{line}; echo ended with $?"]
        with Terminal(command=command, env=home) as terminal:
            terminal.wait_for("ended with 2")
        assert page_server.connections == 0

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            ((), "give a FILE, or --fetch"),
            (("copy.txt", "--fetch"), "--fetch takes no FILE"),
            (("copy.txt", "--yes"), "--yes goes with --fetch"),
        ],
    )
    def test_wrong_use_is_refused(self, home: dict[str, str], words: tuple[str, ...], says: str) -> None:
        done = run("attach", DOCUMENT, *words, env=home)
        assert done.returncode == 2 and says in done.stderr

    def test_a_source_without_an_address_is_refused(self, home: dict[str, str]) -> None:
        done = run("attach", "src.gh-textbook", "--fetch", "--yes", env=home)
        assert done.returncode == 1 and "src.gh-textbook has no address" in done.stderr

    def test_an_http_address_is_named_and_asked_over_https(self, home: dict[str, str]) -> None:
        """The address of the shipped document is http: the question names the https one."""
        with Terminal("attach", DOCUMENT, "--fetch", env=home) as terminal:
            shown = terminal.wait_for("Fetch and compare? [y/N]")
            assert "https://www.gov.cn/zhengce/content/2015-07/04/content_10002.htm" in shown
            terminal.send("n\r")
            assert terminal.wait() == 1


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (40, 15)])
def test_from_a_fresh_start_to_a_task_at_its_paragraph(
    page_server: PageServer, tmp_path: Path, home: dict[str, str], size: tuple[int, int]
) -> None:
    """GIVEN a new home, WHEN one presses A twice, THEN the report is there, and two keys later the proof of a task."""
    folder = plan_with_address(tmp_path, page_server.address())
    with Terminal("--plan", str(folder), size=size, env=home) as terminal:
        terminal.wait_for("Internet Plus")
        terminal.send("A")
        terminal.wait_for("» Not now")
        terminal.send("A")
        assert "Your copy" in terminal.wait_for("Fetched and compared: 101 of 101")
        terminal.send("f8.2\rs")
        # With the full stop of the paragraph, which no title has.
        assert "Source" in terminal.wait_for("大力发展行业电子商务。")
        terminal.send("Q")
        assert terminal.wait() == 0
    assert page_server.paths == ["/page"]


@pytest.mark.case("N13")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_a_signal_ends_it(
    page_server: PageServer, tmp_path: Path, home: dict[str, str], number: int, code: int
) -> None:
    folder = plan_with_address(tmp_path, page_server.address("/dripping-body"))
    words = ["--plan", str(folder), "attach", DOCUMENT, "--fetch", "--yes"]
    command, env = [sys.executable, "main.py", *words], {**os.environ, **home}
    with subprocess.Popen(command, cwd=ROOT, env=env, preexec_fn=obey_interrupts) as process:
        assert page_server.stalled.wait(PATIENCE)
        process.send_signal(number)
        assert process.wait(PATIENCE) == code
    assert page_server.gone.wait(PATIENCE) and copies_of(home) == []
