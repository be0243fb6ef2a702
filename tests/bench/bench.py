# SPDX-License-Identifier: GPL-3.0-or-later
"""For benchmarks of whole processes: medians of runs in turns, and the line that tells of them."""

import os
import statistics
import subprocess
import time
from typing import Callable

from results import Result


def interleave(rounds: int, work: Callable[[], float],
               reference: Callable[[], float]) -> tuple[float, float]:
    """The medians of both, run in turns after once that does not count."""
    figures: tuple[list[float], list[float]] = ([], [])
    work()
    reference()
    for i in range(rounds):
        for which in ((0, 1) if i % 2 == 0 else (1, 0)):
            figures[which].append((work, reference)[which]())
    return statistics.median(figures[0]), statistics.median(figures[1])


def run_ms(command: list[str], environment: dict[str, str]) -> float:
    """How long a process takes, from its start to its end. It must succeed."""
    start = time.monotonic()
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   check=True)
    return (time.monotonic() - start) * 1000


def report(number: int, work: str, unit: str, figure: float, *, reference: str = "",
           reference_figure: float = 0, target: float = 0) -> None:
    """Prints one line, and keeps it for the summary. Without a reference the target is a figure."""
    result = Result(number, work, unit, figure, reference, reference_figure, target)
    compared = (f"; {reference}: {reference_figure:.4g} {unit}; ratio {result.ratio:.2f}"
                if reference else "")
    verdict = f", {result.verdict}" if result.verdict else ""
    print(f"{number:2}  {work}: {figure:.4g} {unit}{compared}, "
          f"target {f'{target:g}' if target > 0 else 'none'}{verdict}", flush=True)

    path = os.environ.get("HTAP_BENCH_RESULTS")
    if path is not None:
        with open(path, "a", encoding="utf-8") as file:
            file.write(f"{number}\t{work}\t{unit}\t{figure:.6g}\t{reference}\t"
                       f"{reference_figure:.6g}\t{target:g}\n")
