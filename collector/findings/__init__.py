"""Explains what the collected answers show: findings with evidence, made from clean things only."""

from collector.findings.judge import judge

__all__ = ["judge"]
