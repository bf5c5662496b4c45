"""Reads event logs and tables of one run with other programs, and compares what they find.

    check.py FOLDER RESULTS SHEETS

FOLDER holds log.csv, log.xes, log.json and log.xes.gz; RESULTS is the result folder with all tables, SHEETS one in the
Dutch style of spreadsheets.
"""

import collections
import csv
import datetime
import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile

warnings.filterwarnings("ignore")
import pandas
import pm4py
from frictionless import validate
from lxml import etree

failures = []


def check(holds, text):
    if not holds:
        failures.append(text)
        print(f"check-logs: {text}", file=sys.stderr)


def equal(found, expected, text):
    check(found == expected, f"{text}: found {found}, expected {expected}")


def csv_rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


LIFECYCLE = {"schedule", "assign", "withdraw", "reassign", "start", "suspend", "resume", "pi_abort",
             "ate_abort", "complete", "autoskip", "manualskip", "unknown"}


def check_xes(path):
    """The schema, and the rules of IEEE 1849-2016 that a schema cannot hold."""
    schema = etree.XMLSchema(etree.parse(os.path.join(os.path.dirname(__file__), "xes.xsd")))
    document = etree.parse(path)
    check(schema.validate(document), f"XES is not as its schema says: {schema.error_log.last_error}")
    damaged = open(path, encoding="utf-8").read().replace('key="minutes" value="', 'key="minutes" value="x', 1)
    check(not schema.validate(etree.fromstring(damaged.encode())), "a damaged value passes the schema")
    space = "{http://www.xes-standard.org/}"
    root = document.getroot()
    prefixes = {child.get("prefix") for child in root.findall(space + "extension")}
    mandatory = [attribute.get("key") for scope in root.findall(space + "global")
                 if scope.get("scope") == "event" for attribute in scope]
    check(len(mandatory) >= 3, "global attributes of events are missing")
    events = 0
    for element in root.iter():
        tag = element.tag.removeprefix(space)
        if element.get("key"):
            prefix = element.get("key").split(":")[0]
            if prefix in ("concept", "time", "org", "lifecycle", "cost"):
                check(prefix in prefixes, f"the extension {prefix} is not declared")
            if element.get("key") == "lifecycle:transition":
                check(element.get("value") in LIFECYCLE, f"{element.get('value')} is no transition")
        if tag == "event":
            events += 1
            keys = [attribute.get("key") for attribute in element]
            check(set(mandatory) <= set(keys), "an event lacks a global attribute")
            equal(len(keys), len(set(keys)), "keys of an event")
    return events


def main():
    folder, results, sheets = sys.argv[1:]
    rows = csv_rows(f"{folder}/log.csv")
    count = len(rows)
    cases = len({row["case"] for row in rows})
    activities = collections.Counter(row["activity"] for row in rows)
    check(count > 1_000 and len(activities) > 30, f"only {count} events of {len(activities)} kinds")
    times = [datetime.datetime.fromisoformat(row["timestamp"]) for row in rows]
    check(times == sorted(times), "events are not in order of time")
    check(all(time.utcoffset() is not None for time in times), "a time without offset")

    frame = pm4py.format_dataframe(
        pandas.read_csv(f"{folder}/log.csv"), case_id="case", activity_key="activity",
        timestamp_key="timestamp")
    equal((len(frame), frame["case:concept:name"].nunique()), (count, cases), "pm4py reads CSV")
    metadata = json.load(open(f"{folder}/log.csv-metadata.json", encoding="utf-8"))
    equal([column["name"] for column in metadata["tableSchema"]["columns"]], list(rows[0]),
          "columns of the metadata")

    equal(check_xes(f"{folder}/log.xes"), count, "events of the XES file")
    log = pm4py.read_xes(f"{folder}/log.xes")
    equal((len(log), log["case:concept:name"].nunique()), (count, cases), "pm4py reads XES")
    equal(collections.Counter(log["concept:name"]), activities, "activities of the XES file")
    with gzip.open(f"{folder}/log.xes.gz") as packed, open(f"{folder}/log.xes", "rb") as plain:
        check(packed.read() == plain.read(), "the compressed file is another one")
    check(os.path.getsize(f"{folder}/log.xes.gz") * 8 < os.path.getsize(f"{folder}/log.xes"),
          "the compressed file is not small")

    document = json.load(open(f"{folder}/log.json", encoding="utf-8"))
    objects = {item["id"]: item["type"] for item in document["objects"]}
    equal(len(objects), len(document["objects"]), "ids of objects")
    declared = {kind["name"]: {a["name"]: a["type"] for a in kind["attributes"]}
                for kind in document["eventTypes"]}
    for event in document["events"]:
        check(event["relationships"], f"{event['id']} is related to nothing")
        for relation in event["relationships"]:
            check(relation["objectId"] in objects and relation["qualifier"],
                  f"{event['id']} names an object that there is not")
        for attribute in event["attributes"]:
            check(attribute["name"] in declared[event["type"]], f"{event['id']} is not as declared")
    for item in document["objects"]:
        for relation in item["relationships"]:
            check(relation["objectId"] in objects, f"{item['id']} names an object that there is not")
    ocel = pm4py.read_ocel2_json(f"{folder}/log.json")
    equal(len(ocel.events), count, "pm4py reads events of OCEL")
    equal(collections.Counter(ocel.events["ocel:activity"]), activities, "activities of OCEL")
    equal(len(ocel.objects), len(objects), "pm4py reads objects of OCEL")
    equal(ocel.relations["ocel:eid"].nunique(), count, "events with relations")

    of_clients = log[log["case:caseType"] == "client"]
    graph, starts, ends = pm4py.discover_dfg(of_clients)
    equal(sum(graph.values()) + of_clients["case:concept:name"].nunique(), len(of_clients),
          "steps of the process map")
    net, first, final = pm4py.discover_petri_net_inductive(
        of_clients, noise_threshold=0.4)
    check(len(net.transitions) > 5, "no process model")

    compare_with_metrics(rows, results)
    check_reading_lines(folder, results)
    check_sheets(sheets)
    check_package(results)
    if failures:
        sys.exit(1)
    print(f"check-logs: {count} events of {cases} cases in three forms, {len(objects)} objects,"
          f" {len(graph)} edges of the process map; all readers and metrics agree")


def compare_with_metrics(rows, results):
    """Events of the window add up to the sums of months.csv."""
    months = [row for row in csv_rows(f"{results}/months.csv") if row["group"] == "all"]
    start = csv_start(results)
    window = [row for row in rows if datetime.datetime.fromisoformat(row["timestamp"]) > start]
    by_activity = collections.Counter(row["activity"] for row in window)
    two_way = sum(row["activity"] in ("Intake held", "Contact held")
                  and row["channel"] in ("faceToFace", "phone", "video") for row in window)
    minutes = collections.Counter()
    uses = {"request": "contact", "followUp": "contact", "email": "contact",
            "groupSession": "contact", "aftercare": "contact", "": "contact",
            "administration": "administration", "registration": "administration"}
    for row in window:
        if row["activity"] == "Work":
            minutes[uses.get(row["task"], "other")] += int(row["minutes"])
    pairs = {
        "contacts": two_way + by_activity["Question answered"]
        + by_activity["Talk on progress held"],
        "appointments": two_way + by_activity["Appointment missed"],
        "appointmentsMissed": by_activity["Appointment missed"],
        "entries": by_activity["Comes on benefit"] + by_activity["Comes back on benefit"],
        "returns": by_activity["Comes back on benefit"],
        "exits": by_activity["Leaves"],
        "exitsToWork": sum(row["activity"] == "Leaves" and row["outcome"] == "work"
                           for row in window),
        "trajectoryStarts": by_activity["Trajectory starts"],
        "trajectorySuccesses": sum(row["activity"] == "Trajectory ends"
                                   and row["outcome"] == "success" for row in window),
        "vacanciesEnded": by_activity["Vacancy closes"],
        "exitsFound": by_activity["Talk finds that the right has ended"],
        "exitsBeforeTalk": by_activity["Leaves before the talk"],
        "referrals": by_activity["Referred to a vacancy"],
        "referralsHired": sum(row["activity"] == "Employer decides on a referral"
                              and row["outcome"] == "accepted" for row in window),
        "trajectoryEnds": by_activity["Trajectory ends"] + by_activity["Trajectory cut short"],
        "diversions": by_activity["Work in place of a benefit"],
        "minutesOfContact": minutes["contact"],
        "minutesOfAdministration": minutes["administration"],
        "minutesOfOtherWork": minutes["other"],
    }
    for name, found in pairs.items():
        tally = sum(float(month[name]) for month in months)
        check(tally > 0, f"nothing happens that counts as {name}")
        equal(float(found), tally, f"events that count as {name}")


def csv_start(results):
    scenario = json.load(open(f"{results}/scenario.json", encoding="utf-8"))["time"]
    first = datetime.date.fromisoformat(scenario["start"])
    index = first.year * 12 + first.month - 1 + scenario["warmUpMonths"]
    date = datetime.date(index // 12, index % 12 + 1, first.day)
    return datetime.datetime.fromisoformat(f"{date}T00:00:00+01:00")


def check_reading_lines(folder, results):
    """Runs the lines by which the documentation reads logs and tables, and looks at what they read."""
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    page = (root / "Sources/CaseloadModel/CaseloadModel.docc/FollowingARun.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as copied:
        shutil.copytree(results, copied, dirs_exist_ok=True)
        shutil.copy(f"{folder}/log.xes", copied)
        here, names = os.getcwd(), {}
        os.chdir(copied)
        for block in re.findall(r"```python\n(.*?)```", page, re.S):
            exec(block, names)
        os.chdir(here)
        spells, workers = csv_rows(f"{results}/clients.csv"), csv_rows(f"{results}/worker-months.csv")
        equal(len(names["spells"]), len(spells), "spells that pandas reads")
        check(str(names["spells"]["start"].dtype).startswith("datetime"), "pandas reads no times")
        equal(int(names["contacts"]["held"].sum()), sum(int(row["contacts"]) for row in workers),
              "contacts that DuckDB adds up")
        check(sum(names["starts"].values()) > 100, "the map that pm4py finds begins nowhere")
        program = shutil.which("Rscript")
        if program is None:
            print("check-logs: R is not here; its lines were not run (Debian: apt-get install r-base-core)")
            return
        blocks = re.findall(r"```r\n(.*?)```", page, re.S)
        check(blocks, "the documentation has no lines for R")
        told = "cat(nrow(workers), nrow(spells), sum(!is.na(spells$start)), sum(contacts$contacts))"
        found = subprocess.run([program, "-e", "\n".join(blocks) + told], cwd=copied, check=True, capture_output=True,
                               text=True).stdout.split()
        expected = [len(csv_rows(f"{results}/workers.csv")), len(spells), len(spells), sum(int(row["contacts"]) for row in workers)]
        equal([int(number) for number in found], expected, "workers, spells, times and contacts that R reads")
        print(f"check-logs: R reads {expected[0]} workers and {expected[1]} spells")


def sheet_rows(file, columns):
    """The rows of the first sheet of an .xlsx: numbers as numbers, texts as texts, `None` for nothing."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(file) as archive:
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
        texts = ["".join(text.itertext()) for text in shared.findall("x:si", space)]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.findall("x:sheetData/x:row", space):
        values = [None] * columns
        for cell in row.findall("x:c", space):
            value = cell.findtext("x:v", None, space)
            # A place is letters for the column, counted in 26s, and the number of the row.
            column = 0
            for letter in re.match("[A-Z]+", cell.get("r"))[0]:
                column = column * 26 + ord(letter) - 64
            if value is not None and column <= columns:
                values[column - 1] = texts[int(value)] if cell.get("t") == "s" else float(value)
        rows.append(values)
    return rows


def check_sheets(folder):
    """LibreOffice, as a Dutch one, opens what `--csv-style excel-nl` writes: numbers are numbers, dates are dates."""
    program = shutil.which("soffice")
    if program is None:
        print("check-logs: LibreOffice is not here; no sheet was opened (Debian: apt-get install libreoffice-calc)")
        return
    count = 0
    with tempfile.TemporaryDirectory() as work:
        for name in ("excel", "workers"):
            # Semicolons, quotes, UTF-8, from the first row, Dutch, numbers recognised.
            subprocess.run([program, "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", "xlsx",
                            "--infilter=CSV:59,34,UTF-8,1,,1043,false,true", "--outdir", work, f"{folder}/{name}.csv"],
                           check=True, capture_output=True)
            with open(f"{folder}/{name}.csv", newline="", encoding="utf-8-sig") as file:
                rows = list(csv.reader(file, delimiter=";"))
            found = sheet_rows(f"{work}/{name}.xlsx", len(rows[0]))
            equal(len(found), len(rows), f"rows of {name}.csv in LibreOffice")
            equal(found[0], rows[0], f"headings of {name}.csv in LibreOffice")
            for row, cells in zip(rows[1:], found[1:]):
                for text, value in zip(row, cells):
                    number = re.fullmatch(r"-?\d+(,\d+)?(E-?\d+)?", text, re.I)
                    date = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
                    if number:
                        wanted = float(text.replace(",", "."))
                        check(isinstance(value, float) and abs(value - wanted) <= 1e-12 * abs(wanted),
                              f"{text} of {name}.csv is {value!r} in LibreOffice")
                        count += 1
                    elif date:
                        day = datetime.date(*map(int, date.groups())) - datetime.date(1899, 12, 30)
                        check(value == day.days, f"{text} of {name}.csv is no date in LibreOffice: {value!r}")
    check(count > 1000, f"only {count} numbers were compared in LibreOffice")
    print(f"check-logs: LibreOffice reads {count} numbers of the Dutch sheets as they are")


def check_package(results):
    """The data package is valid, and a damaged value is found out."""
    report = validate(f"{results}/datapackage.json")
    check(report.valid, f"the data package: {report.flatten(['type', 'message'])[:3]}")
    package = json.load(open(f"{results}/datapackage.json", encoding="utf-8"))
    check(len(package["resources"]) == 7, f"{len(package['resources'])} tables, expected 7")
    for resource in package["resources"]:
        check("primaryKey" in resource["schema"], f"{resource['name']} has no key")
    damages = [("client-months.csv", "currency", "a lot"), ("worker-months.csv", "contacts", "-1"),
               ("clients.csv", "client", ""), ("series.csv", "date", "2012-13-01")]
    for file, column, value in damages:
        with tempfile.TemporaryDirectory() as copied:
            shutil.copytree(results, copied, dirs_exist_ok=True)
            rows = csv_rows(f"{copied}/{file}")
            rows[3][column] = value
            with open(f"{copied}/{file}", "w", newline="", encoding="utf-8") as out:
                writer = csv.DictWriter(out, rows[0].keys())
                writer.writeheader()
                writer.writerows(rows)
            check(not validate(f"{copied}/datapackage.json").valid,
                  f"{value!r} as {column} of {file} is not found out")


main()
