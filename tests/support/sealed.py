"""Bundles as tests need them: packed from little, with fixed clock and run."""

from datetime import UTC, datetime
from pathlib import Path

from collector.bundle.layout import bundle_name
from collector.bundle.manifest import manifest
from collector.bundle.publish import Published, publish
from collector.bundle.residue import wanted
from collector.bundle.seal import Sealed, seal
from collector.model import Authored, CleanText, KnownValues, Member
from collector.run import Contents, Run

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
NOTHING_KNOWN = wanted(KnownValues(frozenset(), frozenset()))
RUN = Run(
    tool_version="1",
    profile="whatsapp-onprem",
    profile_title="WhatsApp",
    profile_digest="a" * 64,
    rules_digest="b" * 64,
    level="standard",
    without=(),
    key_scope="one bundle",
    started=NOW,
    ended=NOW,
    target=CleanText("https://[host:abcdefghjkmnp]:9090"),
    trust="verified",
    signed_in="token",
)


def sealed(*members: Authored, known: KnownValues | None = None) -> Sealed:
    every: tuple[Member, ...] = members or (
        Authored("collected/support.json", b'{"support":{}}\n'),
        Authored("a.txt", b"x"),
    )
    name = bundle_name("whatsapp-onprem", None, NOW, every)
    everything = (*every, manifest(name, Contents(RUN, (), (), ()), every))
    return seal(name, everything, wanted(known) if known else NOTHING_KNOWN, mtime=int(NOW.timestamp()))


def published(tmp_path: Path, *members: Authored) -> Published:
    return publish(sealed(*members), tmp_path)
