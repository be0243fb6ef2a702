# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks of one run found.

results.py clear FILE       at the begin of a run
results.py show FILE        at its end: the table
results.py markdown FILE    the same for README.md

Each benchmark appends a line per figure: number, work, unit, figure, reference, its figure, target.
"""

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Result:
    number: int
    work: str
    unit: str
    figure: float
    reference: str
    reference_figure: float
    target: float

    @property
    def ratio(self) -> float | None:
        return self.figure / self.reference_figure if self.reference else None

    @property
    def verdict(self) -> str:
        if self.target <= 0:
            return ""
        reached = self.ratio if self.reference else self.figure
        return "met" if reached <= self.target else "MISSED"

    @property
    def target_text(self) -> str:
        if self.target <= 0:
            return ""
        return f"{self.target:g}×" if self.reference else f"{self.target:g} {self.unit}"

    def cells(self) -> list[str]:
        return [
            str(self.number), self.work, quantity(self.figure, self.unit),
            f"{self.reference}: {quantity(self.reference_figure, self.unit)}"
            if self.reference else "–",
            f"{self.ratio:.2f}×" if self.reference else "–",
            self.target_text or "–", self.verdict,
        ]


HEADINGS = ["#", "work", "figure", "reference, same run", "ratio", "target", ""]


def quantity(value: float, unit: str) -> str:
    """Three digits that count."""
    if value >= 100:
        return f"{value:,.0f} {unit}"
    return f"{value:.3g} {unit}"


def read(path: Path) -> list[Result]:
    results = []
    for line in path.read_text(encoding="utf-8").splitlines():
        number, work, unit, figure, reference, reference_figure, target = line.split("\t")
        results.append(Result(int(number), work, unit, float(figure), reference,
                              float(reference_figure), float(target)))
    return sorted(results, key=lambda result: result.number)


def show(results: list[Result]) -> None:
    rows = [HEADINGS] + [result.cells() for result in results]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADINGS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    judged = [result.verdict for result in results if result.verdict]
    print(f"\n{judged.count('met')} of {len(judged)} targets met")


def markdown(results: list[Result]) -> None:
    print("| " + " | ".join(HEADINGS) + " |")
    print("|" + " --- |" * len(HEADINGS))
    for result in results:
        print("| " + " | ".join(result.cells()) + " |")


def main() -> int:
    action, path = sys.argv[1], Path(sys.argv[2])
    if action == "clear":
        path.write_text("", encoding="utf-8")
        return 0
    results = read(path)
    if not results:
        print("no benchmark has run")
        return 1
    {"show": show, "markdown": markdown}[action](results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
