"""What the acceptance scripts share; Python's standard library only."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OOD = os.environ.get("OOD", str(ROOT / ".build/release/ood"))
SWEEP = str(HERE / "storm.yaml")
UNITS = 7


def environment(**changes):
    """The environment of a run: the kernels of every AVX2 processor, and no fault."""
    env = dict(os.environ, OPENBLAS_CORETYPE="Haswell")
    env.pop("OOD_FAULT", None)
    env.update(changes)
    return env


def command(folder, *more, sweep=SWEEP):
    """A sweep into a folder that has its own cache."""
    return [OOD, "sweep", sweep, "--out", str(folder / "out"), "--cache", str(folder / "cache"),
            "--models", str(ROOT / "models"), "--checkpoint-every", "1", *more]


def run(folder, *more, sweep=SWEEP, cwd=ROOT, before=None, **env):
    """Runs a sweep to its end."""
    return subprocess.run(command(folder, *more, sweep=sweep), cwd=cwd, env=environment(**env),
                          capture_output=True, text=True, preexec_fn=before, timeout=600)


def expect(condition, message, detail=""):
    """Ends the script with what went wrong unless the condition holds."""
    if not condition:
        print(f"FAIL {message}\n{detail}", file=sys.stderr)
        sys.exit(1)


def files(folder):
    """Every file below a folder, as paths relative to it."""
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def results(folder):
    """Everything that must not depend on where, how and how often a sweep ran.

    Of records the hash of their reproducible part; of tables and plots the bytes.
    """
    found = {}
    for name in sorted(files(folder / "out")):
        path = folder / "out" / name
        if "/records/" in name:
            found[name] = json.loads(path.read_text())["result_sha256"]
        elif not name.endswith(".png"):
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differences(expected, found):
    """The names of what is missing, additional or different."""
    return sorted(n for n in expected.keys() | found.keys() if expected.get(n) != found.get(n))


class Folders:
    """A temporary folder with a folder for each run."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="ood-acceptance-"))
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def new(self, name):
        folder = self.path / name
        folder.mkdir()
        return folder


def reference(folders):
    """An uninterrupted run, its results and its seconds."""
    folder = folders.new("reference")
    start = time.monotonic()
    outcome = run(folder)
    expect(outcome.returncode == 0, "the reference run", outcome.stderr)
    found = results(folder)
    expect(sum("/records/" in n for n in found) == UNITS, f"{UNITS} records", found)
    return folder, found, time.monotonic() - start
