# SPDX-License-Identifier: GPL-3.0-or-later
"""12: the command line lists one source, whole process, beside curl fetching the same answer.

bench-cli.py PROGRAM CURL
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import DemoCloud, interleave, report, run_ms
from cli import environment

PROGRAM, CURL = sys.argv[1:]


def measure(instances: int, rounds: int, target: float) -> None:
    with TemporaryDirectory() as home, \
            DemoCloud(PROGRAM, "--taurus", "1", "--htap", str(instances)) as cloud:
        region, project, taurus, _ = cloud.taurus[0]
        plain = environment(Path(home), G_DEBUG="")
        listing = {**plain, **cloud.variables(region, project)}
        url = f"{cloud.address}/v3/{project}/instances/{taurus}/htap"
        lister = [PROGRAM, "list", "--taurus", taurus, "--format", "tsv"]
        fetcher = [CURL, "--silent", "--fail", "--noproxy", "*", "--compressed",
                   "--header", f"X-Auth-Token: {cloud.token}",
                   "--header", "Content-Type: application/json", url]

        work, reference = interleave(
            rounds, lambda: run_ms(lister, listing), lambda: run_ms(fetcher, plain))
    report(12, f"command line lists {instances:,} instances", "ms", work,
           reference="curl of the same answer", reference_figure=reference, target=target)


measure(10, 41, 2.5)
measure(1000, 11, 0)
measure(10000, 5, 0)
