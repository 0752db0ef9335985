"""A metric with its series, and the two forms in which the client shows it: JSON and the Prometheus text format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collector.simulator.answer import Json


@dataclass(frozen=True, slots=True)
class Series:
    """One value under labels."""

    value: int
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """A name, `gauge` or `counter`, a help text and its series."""

    name: str
    kind: str
    help: str
    series: tuple[Series, ...]


def as_json(metrics: Iterable[Metric]) -> dict[str, Json]:
    """Return metrics by name, as `/v1/stats/app` shows them."""
    return {
        metric.name: {
            "data": [{"labels": {**dict(s.labels)}, "value": s.value} for s in metric.series],
            "help": metric.help,
            "type": metric.kind,
        }
        for metric in metrics
    }


def as_text(metrics: Iterable[Metric], node: str | None = None) -> str:
    """Return metrics as Prometheus text; `node` is added to the labels of each series."""
    return "".join(_metric_text(metric, node) for metric in metrics)


def _metric_text(metric: Metric, node: str | None) -> str:
    extra = (("node", node),) if node else ()
    lines = [f"# HELP {metric.name} {metric.help}", f"# TYPE {metric.name} {metric.kind}"]
    lines += [f"{metric.name}{_labels((*s.labels, *extra))} {s.value}" for s in metric.series]
    return "\n".join(lines) + "\n"


def _labels(labels: tuple[tuple[str, str], ...]) -> str:
    return "{" + ",".join(f'{name}="{value}"' for name, value in labels) + "}" if labels else ""
