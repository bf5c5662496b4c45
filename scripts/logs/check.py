"""Reads event logs and tables of one run with other programs, and compares what they find.

    check.py FOLDER RESULTS

FOLDER holds log.csv, log.xes, log.json and log.xes.gz; RESULTS is the result folder with all tables.
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
    folder, results = sys.argv[1], sys.argv[2]
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
            print("check-logs: R is not here; its line was not run")
            return
        for block in re.findall(r"```r\n(.*?)```", page, re.S):
            rows = subprocess.run([program, "-e", block + "cat(nrow(workers))"], cwd=copied, check=True,
                                  capture_output=True, text=True).stdout
            equal(int(rows), len(csv_rows(f"{results}/workers.csv")), "workers that R reads")


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
