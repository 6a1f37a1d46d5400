"""Runs benchmark commands in turn and compares them: machines drift, ratios hold.

    python3 benchmarks/peers/alternate.py --rounds 9 \\
        ".build/release/benchmarks train full --threads 1" \\
        "python benchmarks/peers/pytorch.py full --threads 1"

The first command is ours, the others are peers doing the same work. Each prints JSON lines with
`seconds` or `items_per_second` (its last line of a round counts); the order turns round each time.
Prints every line it got, then one a peer with both medians in seconds, the ratio of each round and
their median; above 1 the first command is faster.
"""

import argparse
import json
import shlex
import statistics
import subprocess


def run(command):
    """The last JSON line a command prints."""
    done = subprocess.run(shlex.split(command), stdout=subprocess.PIPE, text=True, check=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise SystemExit(f"no JSON line from: {command}")
    print(lines[-1], flush=True)
    return json.loads(lines[-1])


def seconds(line):
    return line["seconds"] if "seconds" in line else 1 / line["items_per_second"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("first")
    parser.add_argument("others", nargs="+")
    options = parser.parse_args()
    commands = [options.first] + options.others
    results = [[] for _ in commands]
    for index in range(options.rounds):
        order = list(zip(commands, results))
        for command, lines in order if index % 2 == 0 else reversed(order):
            lines.append(run(command))
    ours = [seconds(line) for line in results[0]]
    for lines in results[1:]:
        theirs = [seconds(line) for line in lines]
        ratios = [peer / first for first, peer in zip(ours, theirs)]
        summary = {
            "case": lines[0].get("case"), "peer": lines[0].get("program", "the second command"),
            "ours_median_seconds": statistics.median(ours),
            "peer_median_seconds": statistics.median(theirs),
            "ratio_median": round(statistics.median(ratios), 3),
            "ratios": [round(ratio, 3) for ratio in ratios]}
        for key in ("peak_mib", "work_mib"):
            if key in lines[0] and key in results[0][0]:
                summary[f"ours_{key}"] = max(line[key] for line in results[0])
                summary[f"peer_{key}"] = max(line[key] for line in lines)
        print(json.dumps(summary), flush=True)


if __name__ == "__main__":
    main()
