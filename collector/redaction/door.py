"""The door: everything a bundle holds passes here, first to be learned from, then to be cleaned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from collector.model import CleanText, KnownValues, Profile, Raw, RawText, Withheld
from collector.redaction import artifact, encoding
from collector.redaction.artifact import Passed
from collector.redaction.engine import Engine, Found
from collector.redaction.known import Known
from collector.redaction.patterns import RunawayPatternError
from collector.redaction.rules import RuleSet
from collector.redaction.spans import Span
from collector.sentence import Sentence
from collector.target import Attempt

MAX_CACHED = 32


class Door:
    """Cleans the artifacts of one bundle: call `learn` for all of them, then `clean` for each.

    `key` has 16 bytes or more and decides the pseudonyms; `credentials` are the run's own, known with certainty;
    `region` is the ISO 3166 code whose national phone numbers count as numbers.
    """

    def __init__(
        self,
        rules: RuleSet,
        *,
        key: bytes,
        profile: Profile | None = None,
        credentials: Iterable[RawText] = (),
        region: str | None = None,
    ) -> None:
        self._engine = Engine.of(rules, key, profile, region)
        self._known = Known(profile.words() if profile else frozenset())
        self._cache: dict[tuple[str, bytes], Found] = {}
        self._ran_away: dict[tuple[str, bytes], RunawayPatternError] = {}
        self._seen: dict[tuple[str, bytes], None] = {}
        self._warnings: list[str] = []
        self._own: set[str] = set()
        self._judged = False
        for credential in credentials:
            self._learn_own(credential.expose())

    def _learn_own(self, value: str) -> None:
        if value:
            self._own.add(value)
            self._known.learn(Span(0, len(value), "own-credentials", "secret", "secret", value, "mask", learn=True))

    def learn(self, raw: Raw) -> None:
        """Remember every value of an artifact that is sensitive wherever it stands; never raises for its content."""
        key = (raw.expose_name(), raw.expose())
        try:
            self._engine.learn(self._found(key), self._known)
        except Exception:  # noqa: BLE001  what cannot be read is withheld when it is cleaned
            return
        self._seen[key] = None
        self._judged = False

    def learn_text(self, text: RawText) -> None:
        """Remember the sensitive values of a text: an error's words, a request."""
        try:
            self._engine.learn(self._engine.find(text.expose()), self._known)
        except Exception:  # noqa: BLE001
            return

    def _found(self, key: tuple[str, bytes]) -> Found:
        if error := self._ran_away.get(key):
            raise error
        found = self._cache.get(key)
        if found is None:
            try:
                found = artifact.find(self._engine, *key)
            except RunawayPatternError as ended:
                self._ran_away[key] = ended
                raise
            if len(self._cache) >= MAX_CACHED:
                self._cache.pop(next(iter(self._cache)))
            self._cache[key] = found
        return found

    def clean(self, raw: Raw) -> Passed:
        """Return the artifact clean, or withheld where anything about it went wrong."""
        try:
            self._judge()
            name = self.clean_text(RawText(raw.expose_name()))
            return self._cleaned(raw, name)
        except RunawayPatternError as error:
            return Passed(None, withheld=Withheld(self._safe_name(raw), error.what))
        except Exception:  # noqa: BLE001  whatever happened, the content does not pass
            return Passed(
                None,
                withheld=Withheld(
                    self._safe_name(raw), Sentence("it could not be redacted: the redactor failed on it")
                ),
            )

    def _safe_name(self, raw: Raw) -> CleanText:
        try:
            return self.clean_text(RawText(raw.expose_name()))
        except Exception:  # noqa: BLE001
            return CleanText(Sentence("a member whose name could not be made safe"))

    def _cleaned(self, raw: Raw, name: CleanText) -> Passed:
        found = self._found((raw.expose_name(), raw.expose()))
        return artifact.clean(self._engine, raw.expose(), found, self._known, name)

    def clean_text(self, text: RawText) -> CleanText:
        """Return a text clean: a server's words, a file's name."""
        raw = text.expose()
        if not raw:
            return CleanText("")
        self._judge()
        found = self._engine.find(raw)
        clean, _ = self._engine.clean(found, self._known)
        return CleanText(clean)

    def clean_attempt(self, attempt: Attempt[RawText]) -> Attempt[CleanText]:
        """Return an attempt with every text of it clean, the member's name too."""
        return Attempt(
            source=attempt.source,
            result=attempt.result,
            code=attempt.code,
            request=self._clean_or_nothing(attempt.request),
            reason=self._clean_or_nothing(attempt.reason),
            started=attempt.started,
            seconds=attempt.seconds,
            status=attempt.status,
            tries=attempt.tries,
            facts=tuple((name, self._clean_or_nothing(fact)) for name, fact in attempt.facts),
            member=None if attempt.member is None else self._clean_or_nothing(RawText(attempt.member)),
        )

    def _clean_or_nothing(self, text: RawText) -> CleanText:
        try:
            return self.clean_text(text)
        except Exception:  # noqa: BLE001
            return CleanText("(withheld: it could not be redacted)")

    def known(self) -> KnownValues:
        """Return exactly the distinctive values that are looked for."""
        self._judge()
        return KnownValues(self._known.texts, self._known.numbers)

    def warnings(self) -> tuple[str, ...]:
        """Return what a reader must know about learning, in our own words."""
        self._judge()
        return tuple(self._warnings)

    def _judge(self) -> None:
        """Drop learned texts that would take an unusual share: hostile text must not blank a bundle."""
        if self._judged:
            return
        self._judged = True
        total = sum(len(content) for _, content in self._seen) or 1
        counts: Counter[str] = Counter()
        for _, content in self._seen:
            counts.update(self._known.occurrences(encoding.decode(content).text))
        for value, count in artifact.unusual(counts, total):
            if value not in self._own:
                self._known.forget(value)
                self._warnings.append(artifact.not_everywhere(count))
