"""Fuzz the loader for a bounded time: `make fuzz`, or `python -m tests.fuzz.run SECONDS`.

It begins with the small plan and with what was kept, and mutates what reaches code that nothing reached
before (atheris, libFuzzer). An input that raises what it should not is written to `tests/fuzz/kept`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["plan_data"]):
    from tests.fuzz.target import WHOLE, tried

KEPT = Path(__file__).with_name("kept")
DICTIONARY = """
"root:" "id:" "kind:" "title:" "en:" "zh:" "children:" "quotes:" "states:" "agencies:" "rule:" "list:" "due:"
"evidence:" "cites:" "notes:" "text:" "event:" "target:" "conflict:" "sides:" "says:" "passages:" "paragraph:" "exact:"
"prefix:" "suffix:" "address:" "related:" "basis:"
"- " "  - " "{" "}" "[" "]" "|-" ">" "&a " "*a" "!!python/object:"
"? " "<<: " "---" "..." "%YAML 1.1"
"\\\\x9b" "\\\\e" "\\\\ud800" "\\xe2\\x80\\xae" "\\xc2\\x85" "\\xff" "0x1" ".nan" "~"
"""


def main() -> None:
    """Fuzz."""
    seconds = int(sys.argv[1]) if sys.argv[1:] else 60
    with tempfile.TemporaryDirectory() as home:
        corpus, words = Path(home) / "corpus", Path(home) / "words"
        corpus.mkdir()
        (corpus / "whole").write_bytes(WHOLE)
        for path in KEPT.glob("*-*"):
            (corpus / path.name).write_bytes(path.read_bytes())
        words.write_text("\n".join(DICTIONARY.split("\n")[1:-1]).replace('" "', '"\n"') + "\n", encoding="utf-8")
        os.environ["TMPDIR"] = "/dev/shm" if os.access("/dev/shm", os.W_OK) else home
        options = [f"-max_total_time={seconds}", "-max_len=16384", "-len_control=0", "-timeout=20", f"-dict={words}"]
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={KEPT}/", str(corpus)], tried)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
