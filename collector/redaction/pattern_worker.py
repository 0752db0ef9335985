"""A program of its own: reads a pattern and a text from standard input, writes where they match, until input ends.

It runs apart so that a match that does not end can be ended; it imports nothing of ours and writes no file.
Its argument is how many seconds a match may take: it ends itself, too, for whoever started it may be gone.
"""

from __future__ import annotations

import array
import ctypes
import re
import signal
import struct
import sys
from collections.abc import Iterator

HEADER = struct.Struct("!QQ")
PR_SET_DUMPABLE = 4


def main() -> None:
    """Answer until standard input ends: lengths of pattern and text, both; then the length and offsets of the spans."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    most = int(sys.argv[1])
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while header := asked.read(HEADER.size):
        of_pattern, of_text = HEADER.unpack(header)
        pattern = asked.read(of_pattern).decode("utf-8", "surrogatepass")
        text = asked.read(of_text).decode("utf-8", "surrogatepass")
        signal.alarm(most)
        spans = array.array("Q", _offsets(re.compile(pattern), text))
        signal.alarm(0)
        content = spans.tobytes()
        answers.write(HEADER.pack(len(content), 0) + content)
        answers.flush()


def _offsets(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Yield where the pattern begins and ends to match; it sees a line at a time, without the line's end."""
    for line in re.finditer(r"[^\r\n]+", text):
        for match in pattern.finditer(line.group()):
            yield line.start() + match.start()
            yield line.start() + match.end()


if __name__ == "__main__":
    main()
