"""Kills commands: the output is the old file or the new one, and what goes on gives the same bits."""

import os
import random
import shutil
import signal
import subprocess
import time

from files import sha, tensors, write_table

SIGNALS = [signal.SIGKILL] * 7 + [signal.SIGTERM] * 2 + [signal.SIGINT]
LONGEST = 1200


def start(command):
    """A process that Ctrl-C reaches, whatever started this one."""
    return subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def run(command):
    process = start(command)
    said = process.communicate(timeout=LONGEST)[1]
    if process.returncode != 0:
        raise SystemExit(f"faults: {' '.join(map(str, command))} ended with {process.returncode}: {said}")


def halves(folder):
    """Temporary files that are being written or have been left."""
    try:
        return {name for name in os.listdir(folder) if name.startswith(".") and name.endswith(".tmp")}
    except FileNotFoundError:
        return set()


class Kills:
    """Counts what happened."""

    def __init__(self, eckart, folder, seed):
        self.eckart = eckart
        self.folder = folder
        self.draw = random.Random(seed)
        self.lines = []

    def wait(self, process, folder, within, seconds):
        """Waits for a random moment: within a write, or after some time. False if the process has ended before."""
        before = halves(folder)
        end = time.monotonic() + (LONGEST if within else self.draw.uniform(0.05, seconds))
        while time.monotonic() < end and process.poll() is None:
            if within and halves(folder) - before:
                time.sleep(self.draw.choice([0, 0, 0.001, 0.003, 0.01, 0.03]))
                break
            time.sleep(0.0002)
        return process.poll() is None

    def kill(self, command, folder, within, seconds):
        """Whether a command was killed, and whether while a temporary file was there."""
        process = start(command)
        before = halves(folder)
        if not self.wait(process, folder, within, seconds):
            process.communicate()
            return None
        writing = bool(halves(folder) - before)
        process.send_signal(self.draw.choice(SIGNALS))
        process.communicate(timeout=LONGEST)
        return writing

    def outputs(self, name, command, output, count, content):
        """Kills a command that replaces an output; content tells what is in a whole file."""
        target = self.folder / name / output
        target.parent.mkdir()
        run(command(target, self.folder / "old"))
        old = content(target)
        saved = target.read_bytes()
        started = time.monotonic()
        run(command(target, self.folder / "new"))
        seconds = time.monotonic() - started
        new = content(target)
        if old == new:
            raise SystemExit(f"faults: {name}: the old output is the new one")
        killed = writing = replaced = left = 0
        while killed < count:
            target.write_bytes(saved)
            happened = self.kill(command(target, self.folder / "new"), target.parent, killed % 3 > 0, seconds)
            found = content(target)
            if found not in (old, new):
                raise SystemExit(f"faults: {name}: the output is neither the old one nor the new one")
            if happened is None:
                continue
            killed += 1
            writing += happened
            replaced += found == new
            left = max(left, len(halves(target.parent)))
        run(command(target, self.folder / "new"))
        if content(target) != new or halves(target.parent):
            raise SystemExit(f"faults: {name}: after the kills the output differs, or {halves(target.parent)} is left")
        self.lines.append((name, killed, writing, f"old file whole {killed - replaced}, new one whole {replaced}"))
        print(self.lines[-1], f"at most {left} temporary files at once", flush=True)

    def resumed(self, name, command, folder, count, outcome, begin=()):
        """Kills a command again and again that goes on from what it has kept, then lets it end."""
        undisturbed, disturbed = self.folder / f"{name}-whole", self.folder / f"{name}-killed"
        started = time.monotonic()
        run([*command(undisturbed), *begin])
        seconds = time.monotonic() - started
        killed = writing = rounds = 0
        while killed < count:
            within = killed % 2 > 0 and folder is not None
            happened = self.kill(command(disturbed), folder(disturbed) if folder else disturbed, within, min(15.0, max(3.0, seconds / 4)))
            if happened is None:
                # At its end: the next kills hit another run.
                self.require(name, outcome, undisturbed, disturbed)
                shutil.rmtree(disturbed, ignore_errors=True)
                rounds += 1
                continue
            killed += 1
            writing += happened
        run(command(disturbed))
        self.require(name, outcome, undisturbed, disturbed)
        self.lines.append((name, killed, writing, f"same bits at the end of {rounds + 1} run(s)"))
        print(self.lines[-1], flush=True)

    @staticmethod
    def require(name, outcome, undisturbed, disturbed):
        if outcome(undisturbed) != outcome(disturbed):
            raise SystemExit(f"faults: {name}: the killed run ended in other bits")


PARTS = {"fit": 0.2, "fill": 0.25, "label": 0.15, "checkpoint": 0.25, "study": 0.15}


def all_kills(eckart, folder, total, seed, parts):
    """Trials of these commands, each with its part of the total."""
    kills = Kills(eckart, folder, seed)
    for name, rows in [("old", 3_000), ("new", 6_000)]:
        write_table(folder / f"{name}.csv", rows, 12, len(name) + rows)
        write_table(folder / f"{name}-labels.csv", rows // 3, 6, rows, True)

    def fit(target, data):
        return [*eckart, "fit", f"{data}.csv", "--model", "neighbours", "-k", 5, "-o", target, "--force"]

    def fill(target, data):
        return [*eckart, "fill", f"{data}.csv", "--model", "gaussian", "-o", target, "--force"]

    def label(target, data):
        return [*eckart, "label", f"{data}-labels.csv", "--label", "label", "--model", "softmax", "-o", target, "--force"]

    def network(target):
        words = ["fit", folder / "old-labels.csv", "--label", "label", "--model", "network", "-k", 3, "--hidden", 600, "--epochs", 40]
        return [*eckart, *words, "--checkpoint", target, "--resume", "-o", f"{target}.model", "--force"]

    def study(target):
        return [*eckart, "study", folder / "study.csv", "--quick", "--out", target]

    write_table(folder / "study.csv", 200, 4, 9)
    names = ["settings.csv", "results.csv", "curves.csv", "claims.csv"]
    for part in parts:
        count = round(total * PARTS[part])
        if part == "checkpoint":
            kills.resumed(part, network, lambda path: path, count, lambda path: tensors(f"{path}.model"))
        elif part == "study":
            kills.resumed(part, study, None, count, lambda path: [sha(path / name) for name in names])
        else:
            command, output, content = {
                "fit": (fit, "model", tensors),
                "fill": (fill, "filled.csv", sha),
                "label": (label, "labelled.csv", sha),
            }[part]
            kills.outputs(part, command, output, count, content)
    return kills.lines
