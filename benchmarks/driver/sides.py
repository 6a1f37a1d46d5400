"""The two kinds of programs that are asked in turn."""

import json
import os
import shlex
import subprocess
import tempfile
import threading
import time


class Warm:
    """A program that says when it is warm, then answers each line with a JSON line."""

    def __init__(self, name, command, environment, priority):
        self.name, self.command, self.priority = name, command, priority
        self.lines = []
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
            env=environment)
        self.read()

    def read(self):
        text = self.process.stdout.readline()
        if not text:
            raise SystemExit(f"no answer from: {shlex.join(self.command)}")
        self.lines.append({"side": self.name, **json.loads(text)})
        return self.lines[-1]

    def ask(self, command):
        if self.priority > 0:
            # Every thread; new ones inherit it.
            for thread in os.listdir(f"/proc/{self.process.pid}/task"):
                try:
                    os.sched_setscheduler(
                        int(thread), os.SCHED_RR, os.sched_param(self.priority))
                except ProcessLookupError:
                    pass  # It has ended.
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return self.read()

    def peak_mib(self):
        return max(line["peak_mib"] for line in self.lines)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Whole:
    """A command that is run from start to end for each step, with an empty folder as {scratch}.

    Its seconds are those of the last JSON line that it prints, which times the work without the
    start; of a command that prints none, the whole run's.
    """

    def __init__(self, name, command, environment, priority):
        self.name, self.command, self.priority = name, command, priority
        self.environment = environment
        self.lines = []

    def ask(self, command):
        prefix = ["chrt", "-r", str(self.priority)] if self.priority > 0 else []
        with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryDirectory() as scratch:
            filled = [part.replace("{scratch}", scratch) for part in self.command]
            started = time.perf_counter()
            process = subprocess.Popen(prefix + filled, stdout=output, env=self.environment)
            ended, watched = threading.Event(), []
            watch = threading.Thread(target=watch_memory, args=(process.pid, ended, watched))
            watch.start()
            # Not the process's own wait, which forgets its peak memory.
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
            ended.set()
            watch.join()
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                raise SystemExit(f"failed: {shlex.join(self.command)}")
            output.seek(0)
            printed = [line for line in output if line.startswith("{")]
        line = json.loads(printed[-1]) if printed else {}
        self.lines.append({
            "side": self.name, "command": command, "seconds": seconds,
            "peak_mib": max(usage.ru_maxrss, *watched, 0) // 1024, **line})
        return self.lines[-1]

    def peak_mib(self):
        return max(line["peak_mib"] for line in self.lines)

    def close(self):
        pass


def watch_memory(process, ended, sums):
    """Adds up, five times a second, what a process and all that descend from it hold, in KiB."""
    while not ended.wait(0.2):
        parents = {}
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    with open(f"/proc/{name}/stat", encoding="utf-8") as file:
                        # The fields behind the program's name, which may hold blanks.
                        fields = file.read().rsplit(")", 1)[1].split()
                except OSError:
                    continue  # It has ended.
                parents[int(name)] = int(fields[1]), int(fields[21])
        family = {process}
        while True:
            more = {name for name, (parent, _) in parents.items() if parent in family} - family
            if not more:
                break
            family |= more
        pages = sum(parents[member][1] for member in family if member in parents)
        sums.append(pages * os.sysconf("SC_PAGE_SIZE") // 1024)
