"""Open311 over sockets: two municipalities behind one address, the examples of docs/open311.md, and the import of 2,000 requests."""

import contextlib
import hashlib
import json
import pathlib
import shlex
import sqlite3
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

from program import Program
from town import ROOT, Copy, wijktafel

KEY = "sleutel-van-de-proef"


def areas(code, name, west):
    """A municipality of one square neighbourhood of a hundredth of a degree."""
    ring = [[west, 52.00], [west + 0.01, 52.00], [west + 0.01, 52.01], [west, 52.01], [west, 52.00]]
    return {"areas": {"municipality": {"code": f"GM{code}", "name": name}, "vintage": 2026, "source": "verzonnen",
                      "borders": {"type": "FeatureCollection", "features": [
                          {"type": "Feature", "properties": {"statcode": f"BU{code}0101", "statnaam": f"{name}buurt",
                                                             "wkNaam": "Wijk 01"},
                           "geometry": {"type": "Polygon", "coordinates": [ring]}}]}}}


def municipality(folder, code, name, west):
    place = pathlib.Path(folder) / name.lower()
    place.mkdir()
    copy = Copy(place, f"sqlite:{place / 'town.sqlite'}")
    file = place / "areas.json"
    file.write_text(json.dumps(areas(code, name, west)))
    wijktafel("import", file, "--database", copy.database, "--files", copy.files)
    with contextlib.closing(sqlite3.connect(place / "town.sqlite")) as database, database:
        database.execute(
            "INSERT INTO open311_key (client, key_hash, per_hour, may_update, made_at, request_count, hour, used_in_hour) "
            "VALUES ('proef', ?, 1000, 1, 0, 0, 0, 0)", [hashlib.sha256(f"open311 {KEY}".encode()).hexdigest()])
    return copy


def ask(address, fields=None, headers=None):
    data = urllib.parse.urlencode(fields).encode() if fields is not None else None
    request = urllib.request.Request(address, data=data, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


class TwoMunicipalities(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.first = municipality(self.folder.name, "0001", "Eendrecht", 4.50)
        self.second = municipality(self.folder.name, "0002", "Tweestad", 4.60)

    def request(self, jurisdiction, west, text):
        return {"api_key": KEY, "jurisdiction_id": jurisdiction, "service_code": "algemeen", "lat": "52.005",
                "long": str(west + 0.005), "description": text}

    def test_jurisdiction_id_chooses_the_municipality(self):
        with Program(self.first, "--database", self.second.database, "--files", self.second.files) as program:
            base = f"{program.address}/open311/v2"
            self.assertEqual(ask(f"{base}/discovery.xml")[0], 200)
            self.assertEqual(ask(f"{base}/services.json")[0], 400)
            self.assertEqual(ask(f"{base}/services.json?jurisdiction_id=elders.nl")[0], 404)
            status, body = ask(f"{base}/requests.json?jurisdiction_id=elders")
            self.assertEqual((status, json.loads(body)[0]["code"]), (404, 404))
            for name, west in (("eendrecht", 4.50), ("tweestad.nl", 4.60)):
                status, body = ask(f"{base}/requests.json", self.request(name, west, f"van {name}"))
                self.assertEqual(status, 200, body)
            # A place of the other municipality is outside this one.
            self.assertEqual(ask(f"{base}/requests.xml", self.request("eendrecht", 4.60, "verkeerd"))[0], 400)
            for name in ("eendrecht", "tweestad"):
                for _ in range(2):  # the second time it is kept
                    listed = json.loads(ask(f"{base}/requests.json?jurisdiction_id={name}.nl")[1])
                    self.assertEqual([request["description"].split(".")[0] for request in listed], [f"van {name}"])
                    number = listed[0]["service_request_id"]
                    one = json.loads(ask(f"{base}/requests/{number}.json?jurisdiction_id={name}.nl")[1])
                    self.assertEqual(one, listed)

    def test_a_form_of_another_site_needs_its_key_only_and_no_cookie_counts(self):
        with Program(self.first) as program:
            headers = {"Origin": "https://app.invalid", "Sec-Fetch-Site": "cross-site", "Cookie": "wijktafel=onzin"}
            status, body = ask(f"{program.address}/open311/v2/requests.xml",
                               self.request("", 4.50, "Eén & <twee>"), headers)
            self.assertEqual(status, 200, body)
            number = xml.etree.ElementTree.fromstring(body).findtext("request/service_request_id")
            body = ask(f"{program.address}/open311/v2/requests/{number}.xml")[1]
            self.assertEqual(xml.etree.ElementTree.fromstring(body).findtext("request/description"), "Eén & <twee>")

    def test_the_examples_of_the_document_work(self):
        lines = (ROOT / "docs/open311.md").read_text().replace("\\\n", " ").splitlines()
        tried, examples = False, []
        for line in lines:
            tried = line == "<!-- tried -->" or (tried and line != "<!-- end -->")
            if tried and line.startswith("    curl"):
                examples.append(line)
        self.assertGreater(len(examples), 6)
        with Program(self.first) as program:
            for example in examples:
                line = example.replace("https://wijktafel.voorbeeld.nl", program.address)
                line = line.replace("=KEY", f"={KEY}").replace("=LAT", "=52.005").replace("=LONG", "=4.505")
                done = subprocess.run([*shlex.split(line), "--silent", "--show-error", "--fail"], capture_output=True, text=True,
                                      timeout=30, cwd=self.folder.name)
                self.assertEqual(done.returncode, 0, example + done.stderr)

    def test_requests_of_another_system_come_in_once(self):
        records = [{"service_request_id": str(number), "status": "closed" if number % 3 else "open", "service_name": "Street Light",
                    "service_code": "sl", "description": f"Lamp {number}", "requested_datetime": "2026-01-17T19:03:41+01:00",
                    "updated_datetime": "2026-01-18T19:03:41+01:00", "lat": 52.005, "long": 4.505 if number else 9.9}
                   for number in range(2000)]
        file = pathlib.Path(self.folder.name) / "georeport.json"
        file.write_text(json.dumps(records, indent=1))
        command = ("import", "georeport", file, "--database", self.first.database, "--files", self.first.files, "--json")
        done = wijktafel(*command, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual((report["taken"], report["new_themes"]), (1999, ["Street Light"]))
        self.assertEqual([(left["line"], left["service_request_id"]) for left in report["left_out"]], [(2, "0")])
        self.assertEqual(json.loads(wijktafel(*command, check=False).stdout)["known_already"], 1999)
        self.assertEqual(self.first.verify().returncode, 0)


if __name__ == "__main__":
    unittest.main()
