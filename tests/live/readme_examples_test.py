"""The commands that the README shows for budgets, draws, surveys and opinions, as they stand there."""
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import unittest

from town import PROGRAM, ROOT


def commands() -> list[list[str]]:
    lines = (ROOT / "README.md").read_text().splitlines()
    return [shlex.split(line) for line in lines if line.startswith("    build/release/wijktafel ")]


class ReadmeExamples(unittest.TestCase):
    def test_each_command_does_what_it_says(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "docs" / "methods" / "examples", pathlib.Path(folder) / "docs" / "methods" / "examples")
            seen = set()
            for command in commands():
                with self.subTest(command=" ".join(command)):
                    done = subprocess.run([PROGRAM, *command[1:]], cwd=folder, capture_output=True, text=True, timeout=60)
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
                    self.assertGreater(len(done.stdout.splitlines()), 5)
                    seen.add(command[1])
        self.assertEqual(seen, {"budget", "draw", "survey", "opinion"})
