# SPDX-License-Identifier: GPL-3.0-or-later
"""For benchmarks of whole processes: medians of runs in turns, and the line that tells of them."""

import os
import statistics
import subprocess
import tempfile
import time
from typing import Callable

from results import Result

DEADLINE = 60


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


class DemoCloud:
    """`demo-server` in a process of its own, for as long as the `with` block lasts.

    Its `taurus` are tuples: region, project id, TaurusDB id, name.
    """

    def __init__(self, program: str, *options: str):
        self.command = [program, "demo-server", *options]
        self.taurus: list[tuple[str, ...]] = []

    def __enter__(self):
        # To a file: a fleet tells more than a pipe holds.
        self.output = tempfile.NamedTemporaryFile("r", encoding="utf-8")
        with open(self.output.name, "w", encoding="utf-8") as output:
            self.process = subprocess.Popen(self.command, stdout=output)
        deadline = time.monotonic() + DEADLINE
        while not self._read():
            assert self.process.poll() is None and time.monotonic() < deadline, "no demo server"
            time.sleep(0.01)
        return self

    def _read(self) -> bool:
        """Whether it has told all: it writes that at once."""
        self.output.seek(0)
        text = self.output.read()
        if not text.endswith("\n"):
            return False
        lines = [line.split(maxsplit=4) for line in text.splitlines()]
        self.address, self.token = lines[0][1], lines[1][1]
        self.taurus = [tuple(line[1:]) for line in lines[2:]]
        return len(self.taurus) >= self._wanted()

    def _wanted(self) -> int:
        if "--taurus" not in self.command:
            return 1
        return int(self.command[self.command.index("--taurus") + 1])

    def variables(self, region: str, project: str) -> dict[str, str]:
        """The environment in which the program reads this cloud."""
        override = "HUAWEICLOUD_SDK_REGION_GAUSSDB_" + region.upper().replace("-", "_")
        return {"HW_REGION_NAME": region, "HW_PROJECT_ID": project, "HW_AUTH_TOKEN": self.token,
                override: self.address}

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(DEADLINE)
        self.output.close()
