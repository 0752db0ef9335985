"""The words people read, in the reader's language: English stands in the code, a catalogue holds each other one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from collector.errors import ConfigError
from collector.resources import catalogue_names, catalogue_text
from collector.sentence import Sentence

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """Says English sentences in one language; a sentence's `{names}` are filled in after it was translated."""

    code: str
    messages: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __call__(self, sentence: str, /, **values: object) -> str:
        """Return the sentence in this language with its values in place; a value that is a Sentence is said, too."""
        said = {name: self.told(value) if isinstance(value, Sentence) else value for name, value in values.items()}
        return self.pattern(sentence).format(**said)

    def pattern(self, sentence: str) -> str:
        """Return the sentence in this language, its names still open; words that are not ours stay as they are."""
        return self.messages.get(sentence, sentence)

    def told(self, text: str) -> str:
        """Return a Sentence in this language; any other text, such as one read from a file, as it stands."""
        return self(text.pattern, **text.values) if isinstance(text, Sentence) else text

    def counted(self, count: int, noun: str) -> str:
        """Return `1 shard`, `2 shards`, `98,500 callbacks`."""
        return self(f"{{count}} {noun}" if count == 1 else f"{{count}} {noun}s", count=f"{count:,}")

    def listed(self, items: Sequence[str], *, most: int = 8) -> str:
        """Return `a, b and c`; beyond `most` the rest is counted."""
        say, shown, rest = self, list(items[:most]), len(items) - most
        if rest > 0:
            return say("{items} and {count} more", items=say(", ").join(shown), count=f"{rest:,}")
        if len(shown) < 2:
            return "".join(shown)
        return say("{items} and {last}", items=say(", ").join(shown[:-1]), last=shown[-1])

    def span(self, seconds: float) -> str:
        """Return a length of time in its largest fitting unit, rounded down: `12 days`, `7 minutes`."""
        say, whole = self, int(abs(seconds))
        for length, unit in _LENGTHS:
            if whole >= length:
                return say.counted(whole // length, unit)
        return say.counted(whole, "second")


def message(sentence: str) -> str:
    """Return the sentence itself: marks one that stands in a table, to be said later."""
    return sentence


def noun(singular: str) -> str:
    """Return the noun itself: marks one that stands in a table, to be counted later."""
    return singular


_LENGTHS = ((86_400, noun("day")), (3_600, noun("hour")), (60, noun("minute")))


def languages() -> tuple[str, ...]:
    """Return the codes of every language that can be said, English first."""
    return (ENGLISH, *catalogue_names())


@cache
def language(code: str) -> Language:
    """Return a language by its code (BCP 47, for example `zh`); raise ConfigError for one that has no catalogue."""
    if code == ENGLISH:
        return Language(ENGLISH)
    if code not in catalogue_names():
        raise ConfigError(
            "there is no language {code!r}", cure="use one of: {known}", code=code, known=", ".join(languages())
        )
    from collector import strict_yaml  # noqa: PLC0415  English needs no catalogue

    document = strict_yaml.parse(catalogue_text(code), file=f"{code}.yaml")
    read = document.value
    if document.problems or not isinstance(read, dict):
        raise strict_yaml.refused(document.file, document.problems)
    return Language(code, {str(sentence): str(said) for sentence, said in read.items()})
