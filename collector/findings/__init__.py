"""Explains what the collected answers show: findings with evidence, made from clean things only."""

from collector.findings.judge import at_least, judge, judged

__all__ = ["at_least", "judge", "judged"]
