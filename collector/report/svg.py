"""Builds SVG elements; what stands in them is made printable and escaped here, whatever it is."""

from __future__ import annotations

from markupsafe import Markup, escape

from collector.report.escape import printable

Number = int | float


def element(tag: str, *children: str, **attributes: str | Number) -> Markup:
    """Return an element; a trailing `_` of an attribute's name is dropped (`class_`), `_` inside it becomes `-`."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"' for name, value in attributes.items() if value != ""
    )
    inner = "".join(child if isinstance(child, Markup) else escape(printable(child)) for child in children)
    return Markup(f"<{tag}{written}>{inner}</{tag}>" if children else f"<{tag}{written}/>")  # noqa: S704  (escaped above)


def joined(*parts: Markup) -> Markup:
    """Return elements one after the other."""
    return Markup("").join(parts)


def _value(value: str | Number) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(escape(printable(value)))
