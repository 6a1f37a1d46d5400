"""Runs two benchmark commands in turn and compares them: machines drift, ratios hold.

    python3 benchmarks/peers/alternate.py --rounds 9 \\
        ".build/release/benchmarks full --threads 1" \\
        "python benchmarks/peers/pytorch.py full --threads 1"

Each command prints JSON lines with items_per_second (its last line of a round counts). The order
turns round each time. Prints every line it got, then one with both medians, the ratio of each round
and their median; above 1 the first command is faster.
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
    return json.loads(lines[-1])["items_per_second"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("first")
    parser.add_argument("second")
    options = parser.parse_args()
    first, second = [], []
    for index in range(options.rounds):
        pair = [(options.first, first), (options.second, second)]
        for command, results in pair if index % 2 == 0 else reversed(pair):
            results.append(run(command))
    ratios = [ours / theirs for ours, theirs in zip(first, second)]
    print(json.dumps({
        "first_median": statistics.median(first), "second_median": statistics.median(second),
        "ratio_median": statistics.median(ratios),
        "ratios": [round(ratio, 3) for ratio in ratios]}))


if __name__ == "__main__":
    main()
