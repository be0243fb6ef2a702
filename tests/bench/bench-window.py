# SPDX-License-Identifier: GPL-3.0-or-later
"""1, 10 and 11: the whole program beside an empty window: its start, its memory, its rest.

bench-window.py PROGRAM PLAIN: bench-window and bench-plain-window. Needs a display and a bus. The
program reads what was saved and has no keyring, so it asks nobody for anything.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench

REST = 60
QUIET = 1.5


class Window:
    """A program with a window, from its start until the block ends."""

    def __init__(self, command: list[str], home: str) -> None:
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith("XDG_") or key == "XDG_RUNTIME_DIR"}
        self.start = time.monotonic() * 1000
        self.process = subprocess.Popen(command, env=environment | {"HOME": home},
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        text=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{command[0]} ended without its frame")
        frame, cpu = (float(part) for part in line.split())
        self.frame_ms = frame - self.start
        self.cpu_ms = cpu

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()

    def resident(self) -> float:
        """Megabytes of 1,000,000 bytes, once it has come to rest."""
        time.sleep(QUIET)
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / 1e6

    def wake_ups(self) -> dict[str, int]:
        """How often each of its threads has given its processor back by itself."""
        return {task.name: int(line.split()[1])
                for task in Path(f"/proc/{self.process.pid}/task").iterdir()
                for line in (task / "status").read_text().splitlines()
                if line.startswith("voluntary_ctxt_switches:")}

    def wake_ups_since(self, before: dict[str, int]) -> int:
        """A thread that has ended meanwhile does not count."""
        return sum(count - before.get(task, 0) for task, count in self.wake_ups().items())


class Bench:
    def __init__(self, program: str, plain: str, home: str) -> None:
        self.program = program
        self.plain = [plain]
        self.home = home

    def prepare(self, instances: int) -> list[str]:
        """The command that shows as many."""
        home = f"{self.home}/{instances}"
        if not os.path.exists(home):
            os.mkdir(home)
            subprocess.run([self.program, "prepare", str(instances)], check=True,
                           env=os.environ | {"HOME": home})
        return [self.program, "run", str(instances)]

    def open(self, instances: int) -> Window:
        return Window(self.prepare(instances), f"{self.home}/{instances}")

    def open_plain(self) -> Window:
        return Window(self.plain, self.home)

    def start(self, instances: int, rounds: int, target: float) -> None:
        """Also by processor time, for a machine that others use."""
        for what, read in (("exec to", lambda window: window.frame_ms),
                           ("processor time until", lambda window: window.cpu_ms)):
            def work() -> float:
                with self.open(instances) as window:
                    return read(window)

            def reference() -> float:
                with self.open_plain() as window:
                    return read(window)

            self.prepare(instances)
            figure, reference_figure = bench.interleave(rounds, work, reference)
            bench.report(1, f"{what} the frame that shows {instances} rows, from snapshots", "ms",
                         figure, reference="an empty window", reference_figure=reference_figure,
                         target=target)

    def memory(self) -> None:
        def resident(instances: int) -> float:
            with self.open(instances) as window:
                return window.resident()

        def plain() -> float:
            with self.open_plain() as window:
                return window.resident()

        empty = statistics.median(plain() for _ in range(3))
        over = {}
        for instances in (10, 1000, 10000, 100000):
            rounds = 3 if instances <= 10000 else 1
            over[instances] = statistics.median(resident(instances) for _ in range(rounds)) - empty
            bench.report(10, f"resident memory over the empty window, {instances} instances", "MB",
                         over[instances], target=45 if instances == 10000 else 0)
        growth = (over[100000] - over[10000]) / 90000 * 1e3
        bench.report(10, "growth from 10000 to 100000, an instance", "KB", growth, target=2.5)

    def rest(self) -> None:
        with self.open(1000) as window, self.open_plain() as plain:
            time.sleep(10)
            before = window.wake_ups(), plain.wake_ups()
            time.sleep(REST)
            figures = window.wake_ups_since(before[0]), plain.wake_ups_since(before[1])
        bench.report(11, f"wake-ups in {REST} s, 1000 instances shown", "times", figures[0])
        bench.report(11, f"wake-ups in {REST} s, an empty window", "times", figures[1])
        bench.report(11, "more than the empty window", "times", figures[0] - figures[1], target=1)


def main() -> int:
    program, plain, *which = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        run = Bench(program, plain, home)
        if not which or "start" in which:
            run.start(10, 7, 1.5)
            run.start(1000, 7, 2)
            run.start(10000, 3, 0)
        if not which or "memory" in which:
            run.memory()
        if not which or "rest" in which:
            run.rest()
    return 0


if __name__ == "__main__":
    sys.exit(main())
