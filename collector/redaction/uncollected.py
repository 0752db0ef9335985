"""Work on texts without the search for reference cycles: it makes none, and its many small objects would be walked."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def without_collection(work: Callable[Given, Result]) -> Callable[Given, Result]:
    """Return the work, done while the collector of cycles rests: a quarter of the time of dense texts.

    Of calls at once in several threads, the first that ends wakes it: slower, and the same.
    """

    @functools.wraps(work)
    def done(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        if not gc.isenabled():
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            gc.enable()

    return done
