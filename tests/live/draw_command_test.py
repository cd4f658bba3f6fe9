"""A draw on the command line: how it ends, in both languages, and Ctrl-C while it computes. About 3 s."""

import hashlib
import json
import pathlib
import random
import signal
import subprocess
import tempfile
import time
import unittest

from town import PROGRAM

COMMITTED = ["settings.csv", "pool.csv", "quotas.csv", "distribution.csv", "lottery.csv"]


def draw(*arguments):
    return subprocess.run(
        [PROGRAM, "draw", *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120
    )


def write_pool(folder, people=40, categories=3, values=2, quotas=None):
    """Blindly drawn people, and quotas that ask nothing unless they are given."""
    lot = random.Random(5)
    names = [f"c{i}" for i in range(categories)]
    rows = [",".join(f"v{lot.randrange(values)}" for _ in names) for _ in range(people)]
    (folder / "people.csv").write_text("\n".join([",".join(names), *rows]) + "\n")
    lines = quotas or [f"{name},v{value},0,{people}" for name in names for value in range(values)]
    (folder / "quotas.csv").write_text("\n".join(["category,feature,min,max", *lines]) + "\n")
    return ["--categories", folder / "quotas.csv", "--people", folder / "people.csv"]


class Draw(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def test_from_people_to_a_verified_panel(self):
        files = write_pool(self.folder)
        plan = self.folder / "plan"
        planned = draw("plan", *files, "--size", 8, "--out", plan, "--language", "nl")
        self.assertEqual((planned.returncode, planned.stderr), (0, ""))
        # The commitment as sha256sum computes it, without this program.
        lines = "".join(f"{hashlib.sha256((plan / name).read_bytes()).hexdigest()}  {name}\n" for name in COMMITTED)
        commitment = hashlib.sha256(lines.encode()).hexdigest()
        self.assertIn(f"Vastlegging: {commitment}", planned.stdout)
        # The number as docs/methods/lot.md has it, without this program.
        block = hashlib.sha256(b"wijktafel lot 1\npanel\n12 34 45\n0").digest()
        number = int.from_bytes(block[:8], "big") % 1000
        picked = json.loads(draw("pick", "--plan", plan, "--seed", "12 34 45", "--json").stdout)
        self.assertEqual(picked["panel"], number)
        self.assertEqual(len(picked["members"]), 8)
        right = draw("verify", "--plan", plan, "--seed", "12 34 45", "--commitment", commitment, "--language", "en")
        self.assertEqual(right.returncode, 0, right.stdout)
        self.assertIn("Yes, this draw is right.", right.stdout)
        # The panel that was announced belongs to a seed or to dice: without either there is nothing to check.
        panel = self.folder / "panel.csv"
        draw("pick", "--plan", plan, "--number", number, "--out", panel)
        announced = ["verify", "--plan", plan, "--panel", panel, "--quick"]
        self.assertEqual(draw(*announced).returncode, 2)
        self.assertEqual(draw(*announced, "--number", number).returncode, 0)
        self.assertEqual(draw(*announced, "--number", (number + 500) % 1000).returncode, 1)
        (plan / "quotas.csv").write_text((plan / "quotas.csv").read_text().replace("0,40", "0,39", 1))
        wrong = draw("verify", "--plan", plan, "--quick", "--language", "nl")
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("FOUT: vastlegging van de bestanden", wrong.stdout)

    def test_ends_with_one_when_refused_and_two_when_asked_wrongly(self):
        files = write_pool(self.folder, quotas=["c0,v0,8,8", "c0,v1,1,1", "c1,v0,0,9", "c1,v1,0,9", "c2,v0,0,9", "c2,v1,0,9"])
        refused = draw("plan", *files, "--size", 8, "--language", "nl")
        self.assertEqual((refused.returncode, refused.stdout), (1, ""))
        self.assertIn("regel 2: c0: de minima zijn samen 9, meer dan het panel (8).", refused.stderr)
        relaxed = draw("relax", *files, "--size", 8, "--json")
        self.assertEqual(relaxed.returncode, 0)
        self.assertFalse(json.loads(relaxed.stdout)["feasible"])
        self.assertEqual(draw("plan", *files).returncode, 2)
        self.assertEqual(draw("plan", *files, "--size", 8, "--method", "fairest").returncode, 2)
        self.assertEqual(draw("pick", "--plan", self.folder).returncode, 2)
        for limit in ("0", "-1", "nan", "soon"):
            asked = draw("plan", *files, "--size", 8, "--time-limit", limit)
            self.assertEqual(asked.returncode, 2)
            self.assertIn("seconds", asked.stderr)
        self.assertEqual(draw("pick", "--plan", self.folder / "nothing", "--seed", "x").returncode, 1)
        empty = draw("pick", "--plan", self.folder / "nothing", "--seed", "")
        self.assertEqual((empty.returncode, "at least one character" in empty.stderr), (2, True))

    def test_ctrl_c_keeps_the_best_so_far(self):
        # Many kinds of people and tight quotas: longer work than the test waits for.
        quotas = [f"c{c},v{v},14,16" for c in range(6) for v in range(4)]
        files = write_pool(self.folder, people=1500, categories=6, values=4, quotas=quotas)
        program = subprocess.Popen(
            [PROGRAM, "draw", "plan", *map(str, files), "--size", "60", "--json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(0.3)
        program.send_signal(signal.SIGINT)
        out, said = program.communicate(timeout=60)
        plan = json.loads(out)
        if plan["status"] == "optimal":
            self.skipTest("this machine was ready before it was asked to stop")
        self.assertEqual(program.returncode, 1, said)
        self.assertEqual(plan["status"], "stopped")
        self.assertIn("not proved", said)


if __name__ == "__main__":
    unittest.main()
