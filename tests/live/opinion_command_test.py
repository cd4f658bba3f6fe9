"""Groups of opinion on the command line: what it says, in both languages, and how it ends. About 1 s."""

import json
import pathlib
import subprocess
import tempfile
import unittest
import xml.dom.minidom

from town import PROGRAM

EXAMPLES = pathlib.Path(__file__).parents[2] / "docs/methods/examples"


def opinion(*arguments, stdin=""):
    return subprocess.run(
        [PROGRAM, "opinion", *map(str, arguments)], input=stdin, capture_output=True, text=True, check=False
    )


def town():
    """Two sides of twelve people, who disagree on four of eight statements."""
    lines = ["participant,statement,vote"]
    for person in range(24):
        for statement in range(8):
            vote = 1 if statement >= 4 or person < 12 else -1
            if (person + 3 * statement) % 11 == 0:
                vote = 0
            lines.append(f"{person},{statement},{vote}")
    return "\n".join(lines) + "\n"


class Opinion(unittest.TestCase):
    def test_groups_in_both_languages(self):
        dutch = opinion("groups", "-", "--language", "nl", stdin=town())
        self.assertEqual((dutch.returncode, dutch.stderr), (0, ""))
        self.assertIn("Er zijn 2 groepen die verschillend stemmen.", dutch.stdout)
        english = opinion("groups", "-", "--language", "en", stdin=town())
        self.assertIn("There are 2 groups voting differently.", english.stdout)

    def test_example_of_the_method_page(self):
        done = opinion(
            "groups", EXAMPLES / "square-votes.csv", "--statements", EXAMPLES / "square-statements.csv", "--json"
        )
        found = json.loads(done.stdout)
        self.assertEqual([group["people"] for group in found["groups"]], [8, 8])
        self.assertEqual(found["groups"][0]["agree_disagree_seen"][0], [7, 0, 8])
        self.assertEqual((found["uniting"][0]["statement"], found["uniting"][0]["consensus"]), ("8", 0.56))

    def test_json_and_map(self):
        with tempfile.TemporaryDirectory() as folder:
            drawing = pathlib.Path(folder) / "map.svg"
            done = opinion("groups", "-", "--json", "--svg", drawing, stdin=town())
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual([group["people"] for group in json.loads(done.stdout)["groups"]], [12, 12])
            self.assertEqual(xml.dom.minidom.parse(str(drawing)).documentElement.tagName, "svg")

    def test_next(self):
        done = opinion("next", "-", "--participant", "nobody", "--count", "3", "--json", stdin=town())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(json.loads(done.stdout)["next"]), 3)
        done = opinion("next", "-", "--participant", "3", "--language", "nl", stdin=town())
        self.assertEqual(done.stdout, "Deze deelnemer heeft alle stellingen al gezien.\n")

    def test_refused_and_wrong_usage(self):
        refused = opinion("groups", "-", "--language", "nl", stdin="participant,statement,vote\na,b,7\n,c,1\n")
        self.assertEqual((refused.returncode, refused.stdout), (1, ""))
        self.assertIn("-:2:5: Dit is geen stem: 7.", refused.stderr)
        self.assertIn("-:3:1: Kolom 1 is leeg.", refused.stderr)
        self.assertEqual(opinion("groups", "/nowhere/votes.csv").returncode, 1)
        self.assertEqual(opinion("groups").returncode, 2)
        self.assertEqual(opinion("next", "-").returncode, 2)
