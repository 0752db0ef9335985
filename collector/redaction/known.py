"""Found once, gone everywhere: what was learned from strong evidence, and the search for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from collector.compiled import compiled
from collector.redaction import decode, numbering, opaque
from collector.redaction.detector import Ranges
from collector.redaction.detectors import _entropy, _keys
from collector.redaction.heads import GrowingHeads, line_of, united
from collector.redaction.known_numbers import KnownNumbers, with_another
from collector.redaction.scan import Reading
from collector.redaction.spans import Span, of_value, template
from collector.redaction.views import View, parts, whole

MIN_LENGTH = 8
FEW = 256
"""Windows up to which one pattern of them all is quicker made and used than a table."""
COMMON = 4
"""Characters at the beginning of a text that many may share (`ghp_`, `jane`): it is looked for by what follows them."""
MAX_LENGTH = 4096
MAX_WEAK = 512
"""Characters of a value that is looked for beside a telling name only; one pattern cannot be of any length."""
MAX_NESTING = 4
_Around = tuple[int, int]
"""Characters of a text from its window's beginning to its end, and before its window."""
# Thai, and all that follow it.
_WITHOUT_BLANKS = "\u0e00"
_KEY_BEFORE = compiled(r"([A-Za-z][\w.\-]{1,60})\\{0,3}[\"']?[ \t]{0,3}[:=][ \t]{0,3}\\{0,3}[\"']?$")
_WORD = compiled(r"[A-Za-z][a-z]+|[A-Z]+|[a-z]+")


def is_distinctive(value: str, words: frozenset[str] = frozenset()) -> bool:
    """Tell whether a value may be searched as a substring: it cannot be a word, a number or another's name."""
    if not MIN_LENGTH <= len(value) <= MAX_LENGTH or value.casefold() in words or _keys.is_state(value):
        return False
    if value.isdigit():
        return len(value) >= 12
    if _WORD.fullmatch(value) or re.fullmatch(r"[A-Za-z_ ]+|[\d.:\- ]+|v?\d+(?:\.\d+)+[\w.\-]*", value):
        return len(value) >= 20 and not re.search(r"[ _]", value)
    if re.fullmatch(r"[a-z]+(?:-[a-z]+)*-?\d{1,2}", value) or re.fullmatch(r"[\dTZ.:,/+\- ]+", value):
        return False
    if re.search(r"[\s\"'\[\]{}:,]", value) and not any(c.isdigit() for c in value):
        return len(value) >= 20
    # Of eight characters or more, two thirds of which differ, each is worth more.
    return len(set(value)) * 3 > len(value) * 2 or _entropy.bits_per_character(value) >= 2.25


class Known:
    """The values of one bundle, or of one call of the library."""

    def __init__(self, words: frozenset[str] = frozenset()) -> None:
        self._words = words
        self._texts: dict[str, Span] = {}
        self._numbers = KnownNumbers()
        self._weak: dict[str, Span] = {}
        self._weak_lengths: dict[str, set[int]] = {}
        """How long the weak values with the same beginning are."""
        self._line_ends = 0
        self._windows: dict[str, tuple[_Around, ...]] = {}
        """What stands around each window, in the longest texts first."""
        self._pattern: re.Pattern[str] | None = None
        self._heads = GrowingHeads()
        """The windows of texts, and weak values whole."""

    def learn(self, span: Span) -> None:
        """Remember what a span found, if it may be looked for elsewhere."""
        value = span.value.strip()
        if span.mark == "phone":
            if len(value) >= MIN_LENGTH and numbering.is_valid(value):
                for digits in numbering.spellings(value):
                    self._numbers.learn(digits, span)
        elif value in self._texts or value in self._weak:
            return
        elif is_distinctive(value, self._words):
            is_as_written = span.kind != "secret" or span.value == value
            for form in _spellings(value):
                self._learn_text(form, span if is_as_written else span._replace(value=value))
        elif span.kind == "secret" and 0 < len(value) <= MAX_WEAK and span.mark != "env":
            self._weak[value] = span
            self._weak_lengths.setdefault(value[:COMMON], set()).add(len(value))
            self._heads.add(value)

    def _learn_text(self, text: str, span: Span) -> None:
        if text in self._texts:
            return
        self._texts[text] = template(span, text)
        self._line_ends = max(self._line_ends, text.count("\n"))
        at = min(COMMON, len(text) - MIN_LENGTH)
        window = text[at : at + MIN_LENGTH]
        if window not in self._windows:
            self._heads.add(window)
            self._pattern = None
        self._windows[window] = with_another(self._windows.get(window, ()), (len(text) - at, at))

    def forget(self, value: str) -> None:
        """Stop looking for a value."""
        self._texts.pop(value, None)

    @property
    def texts(self) -> frozenset[str]:
        """Return the texts that are searched for."""
        return frozenset(self._texts)

    @property
    def numbers(self) -> frozenset[str]:
        """Return the numbers that are searched for, as E.164 digits."""
        return self._numbers.digits

    def spans(self, readings: Iterable[Reading]) -> Iterator[Span]:
        """Yield every place of a known value in readings of one text."""
        if not (self._texts or self._numbers or self._weak):
            return
        for reading in readings:
            view = reading.view
            starts = self._starts(view.text)
            yield from self._texts_in(view, starts)
            yield from self._weak_in(view, starts)
            if self._numbers:
                yield from self._numbers.spans(parts(view, self._numbers.lines(view.text)))
            yield from self._encoded_in(reading.encoded, 0)

    def lines(self, text: str) -> Ranges:
        """Return the lines of a text on which a known value may plainly stand."""
        starts = self._starts(text)
        texts = self._lines_of(text, starts)
        return united(texts, self._numbers.lines(text)) if self._numbers else texts

    def _starts(self, text: str) -> list[int]:
        """Return where the window of a known text stands or a weak value, however they nest in each other."""
        if not (self._windows or self._weak):
            return []
        places = self._heads.places(text)
        if places is not None:
            return sorted({start for start, _ in places})
        return sorted({*self._window_starts(text), *(at for value in self._weak for at in _each(text, value))})

    def _window_starts(self, text: str) -> list[int]:
        windows = self._windows
        if len(windows) > FEW:
            return [at for at in range(len(text) - MIN_LENGTH + 1) if text[at : at + MIN_LENGTH] in windows]
        if self._pattern is None:
            self._pattern = re.compile(f"(?={_trie(sorted(windows))})" if windows else r"(?!)")
        return [match.start() for match in self._pattern.finditer(text)]

    def _lines_of(self, text: str, starts: list[int]) -> Ranges:
        """Return the lines at which known texts may begin, with those they may go on to."""
        found: Ranges = []
        line_end = 0
        for at in starts:
            if at < line_end:
                continue
            start, line_end = line_of(text, max(0, at - COMMON) if self._line_ends else at, at)
            end = line_end
            for _ in range(self._line_ends):
                end = text.find("\n", end) + 1 or len(text)
            found.append((start, end))
        return united(found)

    def _strong_in(self, reading: View) -> Iterator[Span]:
        yield from self._texts_in(reading, self._window_starts(reading.text))
        yield from self._numbers.spans(reading)

    def _encoded_in(self, view: View, depth: int) -> Iterator[Span]:
        """Yield the tokens that hold a known value when they are decoded; they go whole."""
        if not (self._texts or self._numbers) or not view.text:
            return
        for start, end, content in (*opaque.tokens(view.text), *opaque.short_tokens(view.text)):
            held = self._held(content, depth)
            if held is None:
                continue
            for first, last in view.original(start, end):
                if held.kind == "secret":
                    yield held.at(first, last)
                else:
                    yield Span(
                        first, last, held.rule, held.kind, "encoded", view.text[start:end], "pseudonym",
                        holds=(held.mark, held.value),
                    )  # fmt: skip

    def _held(self, content: str, depth: int) -> Span | None:
        """Return the first known value in a decoded token, a secret before others."""
        found: Span | None = None
        for reading in decode.views(whole(content)):
            inside = list(self._strong_in(reading))
            if depth < MAX_NESTING:
                inside += self._encoded_in(reading, depth + 1)
            for span in inside:
                if span.kind == "secret":
                    return span
                found = found or span
        return found

    def occurrences(self, text: str) -> Iterator[str]:
        """Yield the learned text of every place it plainly stands at."""
        yield from (text[start:end] for start, end in self._places(text, self._starts(text)))

    def _places(self, text: str, starts: list[int]) -> list[tuple[int, int]]:
        """Return where the longest known text at each place stands, in order; places may overlap."""
        longest: dict[int, int] = {}
        for start in starts:
            for behind, before in self._windows.get(text[start : start + MIN_LENGTH], ()):
                begin, end = start - before, start + behind
                if begin >= 0 and longest.get(begin, 0) < end and text[begin:end] in self._texts:
                    longest[begin] = end
        return sorted(longest.items())

    def _texts_in(self, view: View, starts: list[int]) -> Iterator[Span]:
        for start, end, span in self._runs(view.text, starts):
            for first, last in view.original(start, end):
                yield span.at(first, last)

    def _runs(self, text: str, starts: list[int]) -> Iterator[tuple[int, int, Span]]:
        """Yield known values with the word they stand in; secrets that overlap are one run, mapped back once."""
        begin = done = 0
        secret: Span | None = None
        for start, end in self._places(text, starts):
            span = of_value(self._texts[text[start:end]], text[start:end])
            if span.kind != "secret":
                if not _is_inside_word(text, start, end):
                    yield start, end, span
            elif secret and start < done:
                done = max(done, end)
            else:
                if secret:
                    yield (*_whole_run(text, begin, done), secret)
                begin, done, secret = start, end, span
        if secret:
            yield (*_whole_run(text, begin, done), secret)

    def _weak_in(self, view: View, starts: list[int]) -> Iterator[Span]:
        """Yield values like `true` only where a key says that a credential stands there."""
        text = view.text
        for start in starts if self._weak else ():
            for length in self._weak_lengths_at(text, start):
                end = start + length
                span = self._weak.get(text[start:end])
                if span and not _is_inside_word(text, start, end):
                    key = _KEY_BEFORE.search(text, max(0, start - 80), start)
                    if key and _keys.tells(key.group(1)) >= _keys.Tells.TOKEN:
                        for first, last in view.original(start, end):
                            yield span.at(first, last)

    def _weak_lengths_at(self, text: str, start: int) -> Iterator[int]:
        for end in range(start + 1, start + COMMON + 1):
            yield from self._weak_lengths.get(text[start:end], ())


def _spellings(value: str) -> set[str]:
    """Return the value as the forms of a page write its spaces, its letters with their accents joined and apart."""
    forms = {value, value.replace(" ", "+")}
    return (
        forms
        if value.isascii()
        else {unicodedata.normalize(to, form) for form in forms for to in ("NFC", "NFD")} | forms
    )


def _each(text: str, value: str) -> Iterator[int]:
    start = text.find(value)
    while start >= 0:
        yield start
        start = text.find(value, start + len(value))


def _whole_run(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the run around a find: a token may begin with another, and nothing of the longer one may stay."""
    while start > 0 and end - start < MAX_LENGTH and _is_one_word(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and end - start < MAX_LENGTH and _is_one_word(text[end], text[end - 1]):
        end += 1
    return start, end


def _is_one_word(outer: str, inner: str) -> bool:
    """Tell whether a word goes on; scripts that divide words by no blanks end where ASCII begins."""
    return outer.isalnum() and inner.isalnum() and (outer < _WITHOUT_BLANKS or not inner.isascii())


def _is_inside_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


def _common(first: str, last: str) -> str:
    length = next(
        (i for i, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), min(len(first), len(last))
    )
    return first[:length]


def _trie(values: list[str]) -> str:
    """Return a pattern of sorted values of one short length, branching where they differ."""
    prefix = _common(values[0], values[-1])
    branches: dict[str, list[str]] = {}
    for value in values:
        if rest := value[len(prefix) :]:
            branches.setdefault(rest[0], []).append(rest)
    body = "|".join(_trie(group) for group in branches.values())
    return re.escape(prefix) + (f"(?:{body})" if body else "")
