"""Wrapping in cells."""
from __future__ import annotations
from typing import NamedTuple
from rich.cells import cell_len

class Span(NamedTuple):
    text: str
    style: str = ""
    link: str = ""

Line = tuple[Span, ...]

def cells(text: str) -> int:
    return cell_len(text)

def cut(line: Line, width: int) -> Line:
    out = []
    for s in line:
        w = cells(s.text)
        if w <= width:
            out.append(s); width -= w
        else:
            t = ""
            for c in s.text:
                if cells(t + c) > width: break
                t += c
            out.append(s._replace(text=t)); break
    return tuple(out)

def wrap(spans, first_width, width):
    chars = [(c, s.style) for s in spans for c in s.text]
    lines, cur, w, limit = [], [], 0, first_width
    i = 0
    def emit(run):
        out = []
        for c, st in run:
            if out and out[-1].style == st: out[-1] = Span(out[-1].text + c, st)
            else: out.append(Span(c, st))
        lines.append(tuple(out))
    while i < len(chars):
        c, st = chars[i]
        if c == "\n":
            emit(cur); cur, w, limit = [], 0, width; i += 1; continue
        cw = cells(c)
        if w + cw > limit:
            k = len(cur)
            while k and not (cur[k-1][0] == " " or ord(cur[k-1][0]) > 0x2E80): k -= 1
            if c == " ":
                emit(cur); cur, w = [], 0; limit = width; i += 1; continue
            if k == 0: k = len(cur)
            emit(cur[:k]); cur = cur[k:]; w = sum(cells(x) for x, _ in cur); limit = width
            if not cur and cw > limit: limit = cw
            continue
        cur.append((c, st)); w += cw; i += 1
    emit(cur)
    return lines
