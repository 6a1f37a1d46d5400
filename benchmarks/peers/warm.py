"""What peers that stay warm have in common: the protocol, threads, and the allocator at its best.

A peer says when it is warm, then answers each line of standard input with a JSON line, as
`benchmarks/WarmProgram.swift` does on our side; `benchmarks/run` asks both in turn.
"""

import json
import os
import resource
import sys
import time

# glibc reads these once, at the start of the process. Without them the page faults of buffers that
# come and go halve PyTorch's speed on the small model.
ALLOCATOR = {
    "MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "20000000000",
    "MALLOC_TOP_PAD_": "200000000"}


def tune(threads, untuned=False):
    """Starts the script again under the settings that only a fresh process reads."""
    wanted = {} if untuned else dict(ALLOCATOR)
    wanted["OMP_NUM_THREADS"] = str(threads)
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **wanted})


def answer(case, program, commands, warm_up, **facts):
    """Takes warm-up steps of `step`, then what standard input asks for; prints a line for each.

    `commands` are functions by name; they return a number that shows that they did something.
    """
    def report(command, seconds, result):
        print(json.dumps({
            "case": case, "program": program, "command": command, "seconds": seconds,
            "result": float(result),
            "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, **facts}),
            flush=True)

    result = 0.0
    for _ in range(warm_up):
        result = commands["step"]()
    report("warm", 0, result)
    for line in sys.stdin:
        start = time.perf_counter()
        result = commands[line.strip()]()
        report(line.strip(), time.perf_counter() - start, result)
