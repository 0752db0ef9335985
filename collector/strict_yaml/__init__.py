"""The YAML files people write for us: read strictly, checked against a model, every mistake told at its place."""

from collector.strict_yaml.reader import Document, parse, refused
from collector.strict_yaml.suggestion import did_you_mean
from collector.strict_yaml.validation import validate

__all__ = ["Document", "did_you_mean", "parse", "refused", "validate"]
