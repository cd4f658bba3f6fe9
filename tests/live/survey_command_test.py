"""wijktafel survey as somebody types it: exit statuses, both languages, and a weight in the file. About 1 s."""

import csv
import io
import json
import pathlib
import subprocess
import tempfile
import unittest

from town import PROGRAM

RESPONDENTS = "age,sex,q1\n" + "young,f,yes\n" * 8 + "young,m,no\n" * 6 + "old,f,no\n" * 20 + "old,m,yes\n" * 12
TARGETS = "variable,level,total\nage,young,500\nage,old,500\nsex,f,0.5\nsex,m,0.5\n"


class Survey(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.write("r.csv", RESPONDENTS)
        self.write("t.csv", TARGETS)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def survey(self, status, *arguments, **more):
        told = subprocess.run([PROGRAM, "survey", *arguments], cwd=self.folder, capture_output=True, text=True, timeout=60, **more)
        self.assertEqual(told.returncode, status, told.stderr)
        return told

    def weigh(self, status, *more):
        return self.survey(status, "weigh", "--respondents", "r.csv", "--targets", "t.csv", "--out", "w.csv", *more)

    def test_a_sample_is_weighed_and_estimated_from(self):
        said = json.loads(self.weigh(0, "--json").stdout)
        self.assertEqual(said["population"], 1000)
        self.assertLess(said["worst_deviation"], 1e-9)
        with open(self.folder / "w.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertAlmostEqual(sum(float(row["weight"]) for row in rows if row["age"] == "young"), 500, places=6)
        self.assertAlmostEqual(sum(float(row["weight"]) for row in rows if row["sex"] == "f"), 500, places=6)

        told = json.loads(self.survey(0, "estimate", "--respondents", "w.csv", "--question", "q1", "--by", "age",
                                      "--targets", "t.csv", "--json").stdout)
        yes = sum(float(row["weight"]) for row in rows if row["q1"] == "yes") / 1000
        everybody = {cell["answer"]: cell for cell in told["estimates"] if cell["group"] is None}
        self.assertAlmostEqual(everybody["yes"]["value"], yes, places=9)
        self.assertLess(everybody["yes"]["low"], yes)
        self.assertNotIn(True, [cell["hidden"] for cell in told["estimates"]])
        told = json.loads(self.survey(0, "estimate", "--respondents", "w.csv", "--question", "q1", "--by", "age",
                                      "--minimum", "7", "--json").stdout)
        hidden = {(cell["group"], cell["answer"]) for cell in told["estimates"] if cell["hidden"]}
        # With "everybody" of a weighted answer shown, two equations (how many, and their weight) would give both ages away.
        self.assertEqual(hidden, {(age, answer) for age in ("young", "old", None) for answer in ("yes", "no")})
        self.assertFalse([cell for cell in told["estimates"] if cell["hidden"] and "value" in cell])

    def test_totals_beside_hidden_cells_are_shown_when_they_say_no_more_than_counts(self):
        answers = "".join(f"{age},{answer},{{}}\n" * count for age, answer, count in
                          (("young", "yes", 3), ("young", "no", 20), ("old", "yes", 20), ("old", "no", 9)))
        for weight_of_old, shown in ((1, 2), (2, 0)):
            weights = [weight_of_old if line.startswith("old") else 1 for line in answers.splitlines()]
            self.write("p.csv", "age,q,weight\n" + answers.format(*weights))
            told = json.loads(self.survey(0, "estimate", "--respondents", "p.csv", "--question", "q", "--by", "age", "--json").stdout)
            self.assertEqual([cell["hidden"] for cell in told["estimates"] if cell["group"]], [True] * 4)
            self.assertEqual([cell["hidden"] for cell in told["estimates"] if not cell["group"]].count(False), shown)

    def test_both_languages(self):
        self.assertIn("deelnemers hebben een gewicht gekregen", self.weigh(0, "--language", "nl").stdout)
        estimate = ("estimate", "--respondents", "w.csv", "--question", "q1", "--minimum", "7", "--by", "age")
        self.assertIn("Aandeel", self.survey(0, *estimate, "--language", "nl").stdout)
        self.assertIn("outcomes are not shown", self.survey(0, *estimate, "--language", "en").stdout)

    def test_a_pipe_from_end_to_end(self):
        out = self.survey(0, "weigh", "--respondents", "-", "--targets", "t.csv", "--out", "-", input=RESPONDENTS).stdout
        self.assertEqual(len(list(csv.DictReader(io.StringIO(out)))), 46)

    def test_all_faults_at_once_and_nothing_made(self):
        self.write("t.csv", "variable,level,total\nage,young,\"0,5\"\nage,young,5\n")
        said = self.weigh(1, "--language", "nl").stderr
        self.assertIn("t.csv:2:11: \"0,5\" heeft een komma", said)
        self.assertIn("t.csv:3:5: \"young\" van \"age\" staat ook op regel 2", said)
        self.assertFalse((self.folder / "w.csv").exists())

    def test_what_has_no_solution_says_what_to_merge(self):
        self.write("t.csv", TARGETS + "sex,x,10\n")
        self.assertIn("Merge this level with \"m\"", self.weigh(1, "--language", "en").stderr)
        self.write("t.csv", "variable,level,total\nage,young,500\nage,old,500\nsex,f,600\nsex,m,500\n")
        refused = json.loads(self.weigh(1, "--json").stdout)["refused"]
        self.assertEqual([fault["reason"] for fault in refused], ["totals_disagree"])

    def test_a_table_that_nobody_reads_is_refused(self):
        self.write("many.csv", "id,weight\n" + "".join(f"{i},1\n" for i in range(6000)))
        said = self.survey(1, "estimate", "--respondents", "many.csv", "--question", "id", "--language", "en").stderr
        self.assertIn("--measure mean", said)

    def test_wrong_usage_is_2(self):
        self.survey(2, "weigh", "--respondents", "r.csv")
        self.weigh(2, "--max-weight", "0.5")
        self.weigh(2, "--max-weight", "5", "--bounds", "0.5", "2")
        self.survey(2, "estimate", "--respondents", "r.csv", "--question", "q1", "--measure", "median")
        self.survey(0, "estimate", "--help")
        self.survey(1, "estimate", "--respondents", "absent.csv", "--question", "q1")


if __name__ == "__main__":
    unittest.main()
