"""A pattern that ends at a place is read backwards from it, and nothing that it ends at is missed so."""

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collector.redaction.detectors import _host_addresses, _host_surroundings, _versions
from collector.redaction.detectors._endings import WORTH_TURNING, Ending, turned

ENDINGS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": ending
    for module in (_host_addresses, _host_surroundings, _versions)
    for name, ending in vars(module).items()
    if isinstance(ending, Ending)
}
LINES = [
    "Nov 23 08:45:12 db7 sshd[411]: connection from ",
    "name: tulip\nsearch  firm.io ",
    "upgraded the driver from 4.8.12.1 to ",
    "curl -s https://jane@",
    "  requires TulipServer ",
    "server = tcp:",
]


@pytest.mark.parametrize("name", ENDINGS)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_ends_so_is_found_backwards(name: str, data: st.DataObject) -> None:
    pattern = ENDINGS[name].pattern
    text = data.draw(st.sampled_from(["", "x", "\n", *LINES])) + data.draw(st.from_regex(pattern))
    for start in {0, data.draw(st.integers(0, len(text)))}:
        if pattern.search(text, start):
            assert re.match(turned(pattern), text[start:][::-1], pattern.flags & re.IGNORECASE)


@pytest.mark.parametrize("name", ENDINGS)
def test_as_much_is_found_once_a_pattern_is_turned_round(name: str) -> None:
    chance = random.Random(7)
    many, pattern = "".join(chance.choices(LINES, k=40)), ENDINGS[name].pattern
    ending = Ending(pattern, 72)
    for _ in range(2 * WORTH_TURNING):
        end = chance.randrange(len(many))
        before = many[max(0, end - 72) : end]
        assert (ending.search(before) is None) == (pattern.search(before) is None)
        assert ending.stands_before(many, end) == (pattern.search(many, max(0, end - 72), end) is not None)


def test_what_refers_to_a_group_is_not_turned_round() -> None:
    with pytest.raises(ValueError, match="cannot be turned round"):
        turned(re.compile(r"(a)\1\Z"))
