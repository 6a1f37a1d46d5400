"""What the acceptance scripts share; Python's standard library only.

No script has a time limit that a slow machine could miss: `run` ends what hangs for 20 minutes.
"""
import contextlib
import glob
import hashlib
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OOD = os.path.abspath(os.environ.get("OOD", ROOT / ".build/release/ood"))
SWEEP = str(HERE / "storm.yaml")
UNITS = 7
PATIENCE = 1200
sys.stdout.reconfigure(line_buffering=True)


def environment(**changes):
    """The environment of a run: the kernels of every AVX2 processor, and no fault."""
    env = dict(os.environ, OPENBLAS_CORETYPE="Haswell")
    env.pop("OOD_FAULT", None)
    env.update(changes)
    return env


def program(*arguments, cwd=ROOT, before=None, **env):
    """Runs `ood` to its end."""
    return subprocess.run([OOD, *arguments], cwd=cwd, env=environment(**env), text=True,
                          capture_output=True, preexec_fn=before, timeout=PATIENCE)


def places(folder):
    """Arguments by which a command works in a folder that has its own cache."""
    return ["--out", str(folder / "out"), "--cache", str(folder / "cache"),
            "--models", str(ROOT / "models")]


def command(folder, *more, sweep=SWEEP):
    """A sweep into a folder, with a checkpoint after every step."""
    return [OOD, "sweep", sweep, *places(folder), "--checkpoint-every", "1", *more]


def run(folder, *more, sweep=SWEEP, **options):
    """Runs a sweep to its end."""
    return program(*command(folder, *more, sweep=sweep)[1:], **options)


def expect(condition, message, detail=""):
    """Ends the script with what went wrong unless the condition holds."""
    if not condition:
        print(f"FAIL {message}\n{detail}", file=sys.stderr)
        sys.exit(1)


def succeeds(outcome, message):
    """A run with exit code 0."""
    expect(outcome.returncode == 0, f"{message}: exit code 0, got {outcome.returncode}",
           outcome.stderr)
    return outcome


def expect_within(limit, message, body, tries=3):
    """The body takes less than so many seconds; returns its last result and the time in words.

    Of the processor always; of the clock, the best of some tries, unless others use the machine.
    """
    seconds, processor = [], []
    while len(seconds) < tries and min(seconds, default=limit) >= limit:
        used, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        result = body()
        seconds.append(time.monotonic() - begin)
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor.append(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime)
    words = f"{min(seconds):.2f} s ({min(processor):.2f} s of the processor)"
    is_busy = os.getloadavg()[0] > os.cpu_count()
    in_time = min(processor) < limit and (is_busy or min(seconds) < limit)
    expect(in_time, f"{message} in under {limit:g} s, took {words}")
    return result, words + (" on a busy machine" if min(seconds) >= limit else "")


def wait_for(condition, message):
    """Waits until the condition holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        expect(time.monotonic() < end, message)
        time.sleep(0.01)


def children(process):
    """The process ids of the children that run."""
    found = []
    for path in glob.glob(f"/proc/{process}/task/*/children"):
        with contextlib.suppress(OSError), open(path) as file:
            found += [int(word) for word in file.read().split()]
    return found


def kill(process):
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def files(folder):
    """Every file below a folder, as paths relative to it."""
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if not p.is_dir()}


def reproducible(path):
    """The part of a record that must not depend on where, how and how often it was made."""
    # Numbers stay the texts that they are.
    record = json.loads(path.read_text(), parse_float=str, parse_int=str)
    for name in ["env", "timing"]:
        del record[name]
    return json.dumps(record, sort_keys=True).encode()


def results(folder):
    """A hash of each result: all bytes of tables and plots, the reproducible part of records."""
    found = {}
    for name in sorted(files(folder / "out")):
        path = folder / "out" / name
        contents = reproducible(path) if "/records/" in name else path.read_bytes()
        found[name] = hashlib.sha256(contents).hexdigest()
    return found


def records(folder):
    """The names of the records below a folder."""
    return sorted(n for n in files(folder) if "/records/" in n)


def differences(expected, found):
    """The names of what is missing, additional or different."""
    return sorted(n for n in expected.keys() | found.keys() if expected.get(n) != found.get(n))


def expect_equal(expected, folder, message):
    """The folder holds exactly the expected results."""
    found = results(folder)
    expect(found == expected, message, differences(expected, found))


class Folders:
    """A temporary folder with a folder for each run; at the end it says how long all took."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="ood-acceptance-"))
        self.start = time.monotonic()
        return self

    def __exit__(self, kind, *_):
        shutil.rmtree(self.path, ignore_errors=True)
        if kind is None:
            name = pathlib.Path(sys.argv[0]).name
            print(f"ok {name}: all in {time.monotonic() - self.start:.0f} s")

    def new(self, name):
        folder = self.path / name
        folder.mkdir()
        return folder


def reference(folders):
    """An uninterrupted run, its results and its seconds."""
    folder = folders.new("reference")
    start = time.monotonic()
    succeeds(run(folder), "the reference run")
    found = results(folder)
    expect(len(records(folder)) == UNITS, f"{UNITS} records", found)
    return folder, found, time.monotonic() - start
