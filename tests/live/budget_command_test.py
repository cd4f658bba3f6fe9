"""Counting budgets with the real program: what it prints, in which language, and with which exit status. About 2 s."""

import json
import pathlib
import tempfile
import unittest

from town import ROOT, wijktafel

STREET = ROOT / "docs/methods/examples/street.pb"
KEYS = ["rule", "utility", "completion", "budget", "cost", "left", "selected", "ties", "projects", "voters", "seconds"]


def budget(*arguments):
    return wijktafel("budget", *arguments, check=False)


class Budget(unittest.TestCase):
    def test_a_file_gives_the_promised_keys(self):
        told = budget("count", STREET, "--rule", "equal-shares", "--completion", "add1", "--json")
        self.assertEqual(told.returncode, 0, told.stderr)
        found = json.loads(told.stdout)
        self.assertEqual(list(found), KEYS)
        self.assertEqual(found["selected"], ["speeltuin", "bomen", "feest"])
        self.assertEqual((found["budget"], found["cost"], found["left"]), (1000, 990, 10))
        self.assertEqual(set(found["seconds"]), {"parse", "count"})

    def test_a_folder_goes_on_past_a_broken_file(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            text = STREET.read_text()
            (folder / "c.pb").write_text(text)
            (folder / "a.pb").write_text(text)
            (folder / "b.pb").write_text(text.replace("1;speeltuin,banken;34", "1;zwembad;34"))
            (folder / "notes.txt").write_text("no election")
            told = budget("count", folder, "--language", "nl")
        self.assertEqual(told.returncode, 1)
        lines = [json.loads(line) for line in told.stdout.splitlines()]
        self.assertEqual([line["file"] for line in lines], ["a.pb", "b.pb", "c.pb"])
        self.assertEqual(list(lines[0]), ["file", *KEYS])
        self.assertEqual(len(lines[1]["faults"]), 1)
        self.assertIn("b.pb is niet geteld", told.stderr)
        self.assertIn("Plan zwembad staat niet in de lijst met plannen", told.stderr)

    def test_a_folder_is_checked_past_what_cannot_be_read(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "a.pb").mkdir()
            (folder / "b.pb").write_text(STREET.read_text())
            told = budget("check", folder, "--language", "nl")
        self.assertEqual(told.returncode, 1)
        self.assertIn("b.pb is in orde", told.stdout)
        self.assertIn("a.pb", told.stderr)

    def test_what_stands_in_a_file_cannot_steer_the_terminal_or_break_json(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            text = STREET.read_bytes()
            (folder / "a.pb").write_bytes(text.replace(b"1;speeltuin,banken;34", b"1;\x1b[2J\xff;34"))
            told = budget("check", folder)
            self.assertNotIn("\x1b", told.stdout)
            for command in ("check", "count"):
                line = json.loads(budget(command, folder, "--json").stdout)
                self.assertIn("\ufffd", json.dumps(line, ensure_ascii=False))

    def test_people_read_their_own_language(self):
        dutch = budget("count", STREET, "--language", "nl").stdout
        self.assertIn("Budget € 1.000. Uitgegeven € 900. Over € 100.", dutch)
        english = budget("count", STREET, "--language", "en").stdout
        self.assertIn("Budget €1,000. Spent €900. Left €100.", english)
        for text in (dutch, english):
            self.assertNotIn("⟦", text)

    def test_an_explanation_says_what_would_have_been_enough(self):
        told = budget("explain", STREET, "--project", "banken", "--language", "nl")
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn("hadden samen nog € 50. Dat is € 250 te weinig", told.stdout)
        self.assertIn("Met 1 stem meer was dit plan wel gekozen. Dan viel af: speeltuin", told.stdout)
        self.assertNotIn("⟦", told.stdout)
        found = json.loads(budget("explain", STREET, "--json").stdout)
        self.assertEqual([plan["id"] for plan in found["explained"]], ["speeltuin", "banken", "bomen", "feest"])
        for plan in found["explained"]:
            if plan["selected"]:
                self.assertEqual(sum(group["together"] for group in plan["bought"]["payers"]), plan["cost"])

    def test_rules_stand_side_by_side(self):
        for language in ("nl", "en"):
            told = budget("compare", STREET, "--language", language)
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertNotIn("⟦", told.stdout)
        found = json.loads(budget("compare", STREET, "--json").stdout)
        self.assertEqual(found["rules"][0]["beside_first"], {"better": 0, "worse": 0, "same": 10})

    def test_what_cannot_be_is_refused(self):
        points = budget("count", STREET, "--utility", "points", "--language", "nl")
        self.assertEqual(points.returncode, 1)
        self.assertIn("Deze stembiljetten hebben geen punten", points.stderr)
        self.assertEqual(budget("explain", STREET, "--project", "zwembad").returncode, 1)
        self.assertEqual(budget("count", STREET, "--category", "Groen=10", "--language", "nl").returncode, 1)
        groups = budget("count", STREET, "--category", "Groen=10", "--neighbourhood", "Noord=5", "--language", "nl")
        self.assertIn("de groep Groen", groups.stderr)
        self.assertIn("de groep Noord", groups.stderr)
        for wrong in (["--threshold", "-1"], ["--rule", "lottery"], ["--completion", "add2"], ["--rule", "greedy", "--completion", "add1"],
                      ["--completion", "greedy:cost+add1"], ["--ties", "lot:"], ["--official", "--rule", "greedy"],
                      ["--category", "Groen"]):
            told = budget("count", STREET, *wrong)
            self.assertEqual(told.returncode, 2, wrong)
            self.assertEqual(told.stdout, "")


if __name__ == "__main__":
    unittest.main()
