"""Works metrics out anew from the tables of one replication, and compares them with the results.

    recompute.py FOLDER [REPLICATION]

FOLDER is a result folder with all tables (caseload run --tables workers,clients,months). Every value must
equal replications.csv to the last bit, and results.json to the last digits when it is of one replication.
Only the definitions of the metrics are used here, none of the program's code.
"""

import csv
import datetime
import json
import math
import sys

MINUTES_PER_YEAR = 525_960.0


WORK = "exitsToWork exitsToSubsidisedWork"
TIME = "minutesOfContact minutesOfAdministration minutesOfOtherWork"
# What is divided by what, in the words of months.csv.
RATIOS = {
    "contact.perClientYear": ("contacts", "clientYears"),
    "contact.byWorkers.perClientYear": ("contactsBegunByWorkers", "clientYears"),
    "contact.byClients.perClientYear": ("contactsBegunByClients", "clientYears"),
    "contact.hours.perClientYear": ("contactHours", "clientYears"),
    "contact.missed.share": ("appointmentsMissed", "appointments"),
    "campaign.attendance.share": ("campaignAppointmentsKept", "campaignAppointments"),
    "campaign.unseen.share": ("clientsInScopeUnseen", "clientsInScope"),
    "equity.contactHours.ratio": ("contactMinutesOfReadiest", "contactMinutesOfLeastReady"),
    "waiting.worker.days.mean": ("daysWaitedForWorker", "workersGiven"),
    "waiting.trajectory.days.mean": ("daysWaitedForInstrument", "trajectoryStarts"),
    "inflow.perYear": ("entries", "years"),
    "inflow.returning.share": ("returns", "entries"),
    "inflow.diverted.perYear": ("diversions", "years"),
    "caseload.waiting.share": ("clientsWithoutWorker", "clientsObserved"),
    "outflow.found.rate": ("exitsFound", "clientYears"),
    "outflow.beforeTalk.rate": ("exitsBeforeTalk", "clientYears"),
    "referral.perClientYear": ("referrals", "clientYears"),
    "referral.hired.share": ("referralsHired", "referrals"),
    "knowledge.lostAtHandover.perYear": ("currencyLost", "clientYears"),
    "cost.staff.perYear": ("staffEuro", "years"),
    "staff.fte.mean": ("fteYears", "years"),
    "staff.hours.perYear": ("hoursPresent", "years"),
    "cost.instruments.perYear": ("purchasesEuro", "years"),
    "cost.benefits.perYear": ("benefitsEuro", "years"),
    "cost.perWorkExit": ("purchasesEuro staffEuro", WORK),
    "cohort.offBenefit.12m.share": ("newcomersOffBenefit", "newcomersOfAYear"),
    "cohort.work.12m.share": ("newcomersAtWork", "newcomersOfAYear"),
    "cohort.leftForWork.12m.share": ("newcomersWhoLeftForWork", "newcomersOfAYear"),
    "cohort.benefitDays.1y.mean": ("benefitDaysOfAYear", "newcomersOfAYear"),
    "cohort.benefitDays.2y.mean": ("benefitDaysOfTwoYears", "newcomersOfTwoYears"),
    "cohort.workDays.1y.mean": ("workDaysOfAYear", "newcomersOfAYear"),
    "cohort.workDays.2y.mean": ("workDaysOfTwoYears", "newcomersOfTwoYears"),
    "outflow.total.rate": ("exits", "clientYears"),
    "outflow.work.rate": ("exitsToWork", "clientYears"),
    "outflow.subsidised.rate": ("exitsToSubsidisedWork", "clientYears"),
    "outflow.other.rate": ("exitsForOtherReasons", "clientYears"),
    "outflow.total.perYear": ("exits", "years"),
    "outflow.work.perYear": ("exitsToWork", "years"),
    "outflow.subsidised.perYear": ("exitsToSubsidisedWork", "years"),
    "outflow.other.perYear": ("exitsForOtherReasons", "years"),
    "outflow.work.sustained12m.share": ("workExitsLasting12m", WORK),
    "outflow.under6m.rate": ("exitsUnder6m", "clientYearsUnder6m"),
    "outflow.6to12m.rate": ("exits6to12m", "clientYears6to12m"),
    "outflow.1to2y.rate": ("exits1to2y", "clientYears1to2y"),
    "outflow.2to5y.rate": ("exits2to5y", "clientYears2to5y"),
    "outflow.over5y.rate": ("exitsOver5y", "clientYearsOver5y"),
    "transfers.perYear": ("transfers", "years"),
    "relapse.1m.share": ("exitsReturningIn1m", "exits"),
    "relapse.6m.share": ("exitsReturningIn6m", "exits"),
    "relapse.12m.share": ("exitsReturningIn12m", "exits"),
    "relapse.24m.share": ("exitsReturningIn24m", "exits"),
    "relapse.60m.share": ("exitsReturningIn60m", "exits"),
    "relapse.afterWork.12m.share": ("workExitsReturningIn12m", WORK),
    "relapse.afterOther.12m.share": ("ownExitsReturningIn12m", "ownExits"),
    "relapse.afterSanction.12m.share": ("sanctionExitsReturningIn12m", "sanctionExits"),
    "relapse.afterLimit.12m.share": ("limitExitsReturningIn12m", "limitExits"),
    "duration.ended.under6m.share": ("exitsUnder6m", "exits"),
    "duration.ended.6to12m.share": ("exits6to12m", "exits"),
    "duration.ended.1to2y.share": ("exits1to2y", "exits"),
    "duration.ended.2to5y.share": ("exits2to5y", "exits"),
    "duration.ended.over5y.share": ("exitsOver5y", "exits"),
    "duration.ended.under1y.share": ("exitsUnder1y", "exits"),
    "progress.up.perClientYear": ("stepsUp", "clientYears"),
    "progress.down.perClientYear": ("stepsDown", "clientYears"),
    "trajectory.starts.perYear": ("trajectoryStarts", "years"),
    "trajectory.success.share": ("trajectorySuccesses", "trajectoryEnds"),
    "trajectory.leftForWork.share": ("trajectoriesLeftForWork", "trajectoryEnds"),
    "trajectory.placements.perYear": ("placements", "years"),
    "vacancies.filled.share": ("vacanciesFilled", "vacanciesEnded"),
    "workload.tasksDone.share": ("tasksDone", "tasksCreated"),
    "workload.utilisation.mean": (TIME, "minutesPresent"),
    "time.contact.share": ("minutesOfContact", TIME),
    "time.administration.share": ("minutesOfAdministration", TIME),
    "time.other.share": ("minutesOfOtherWork", TIME),
}


def rows(folder, name):
    with open(f"{folder}/{name}", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def moment(text):
    return datetime.datetime.fromisoformat(text)


def is_true(text):
    return {"true": True, "false": False}[text]


def ratio(top, bottom):
    return top / bottom if bottom else math.nan


class Replication:
    def __init__(self, folder):
        self.scenario = json.load(open(f"{folder}/scenario.json", encoding="utf-8"))
        self.groups = [group["name"] for group in self.scenario["population"]["groups"]
                       if not group.get("remove")]
        self.clients = rows(folder, "client-months.csv")
        self.workers = rows(folder, "worker-months.csv")
        self.spells = rows(folder, "clients.csv")
        self.sums = rows(folder, "months.csv")
        self.months = [row for row in self.sums if row["group"] == "all"]
        self.dates = [row["date"] for row in self.months]
        self.ends = [moment(date + "T00:00:00+01:00") for date in self.dates]
        self.start = self.window_start()
        self.values = {}
        self.of_months()
        self.of_clients()
        self.of_workers()
        self.of_spells()

    def window_start(self):
        time = self.scenario["time"]
        first = datetime.date.fromisoformat(time["start"])
        index = first.year * 12 + first.month - 1 + time["warmUpMonths"]
        year, month = index // 12, index % 12 + 1
        for day in range(first.day, 27, -1):
            try:
                date = datetime.date(year, month, day)
                break
            except ValueError:
                pass
        else:
            date = datetime.date(year, month, first.day)
        return moment(f"{date.isoformat()}T00:00:00+01:00")

    def put(self, metric, group, value):
        self.values[metric, group] = value

    # Ratios of what is counted as it happens, from the sums of months.

    def of_months(self):
        groups = {}
        for row in self.sums:
            groups.setdefault(row["group"], []).append(row)
        for group, months in groups.items():
            for metric, (top, bottom) in RATIOS.items():
                sums = [0.0, 0.0]
                for month in months:
                    for place, names in enumerate((top, bottom)):
                        part = 0.0
                        for name in names.split():
                            part += float(month[name])
                        sums[place] += part
                self.put(metric, group, ratio(*sums))

    # Observations of the stock.

    def of_clients(self):
        order = {group: place for place, group in enumerate(self.groups)}
        by_month = {date: [] for date in self.dates}
        for row in self.clients:
            by_month[row["date"]].append(row)
        marks = {
            "unseen.6m.share": lambda row: int(row["daysUnseen"]) >= 182,
            "unseen.12m.share": lambda row: int(row["daysUnseen"]) >= 365,
            "unseen.24m.share": lambda row: int(row["daysUnseen"]) >= 730,
            "unseen.6m.anyChannel.share": lambda row: int(row["daysWithoutAnyContact"]) >= 182,
            "unseen.never.share": lambda row: int(row["contactsAfterIntake"]) == 0,
            "duration.stock.over5y.share": lambda row: int(row["daysInStock"]) >= 1826,
            "agreements.none.share": lambda row: not is_true(row["agreements"]),
            "contact.overdue.share": lambda row: is_true(row["overdue"]),
            "work.partTime.share": lambda row: is_true(row["partTime"]),
            "knowledge.notInView.share": lambda row: not is_true(row["inView"]),
            "service.unmet.share": lambda row: row["supportGap"] != "",
            "service.unmet.unknown.share": lambda row: row["supportGap"] == "unknown",
            "service.unmet.notOffered.share": lambda row: row["supportGap"] == "notOffered",
            "service.unmet.waiting.share": lambda row: row["supportGap"] == "waiting",
            "service.unmet.noPlace.share": lambda row: row["supportGap"] == "noPlace",
            "trajectory.waiting.share": lambda row: is_true(row["waitsForTrajectory"]),
            "duration.stock.under6m.share": lambda row: int(row["daysInStock"]) < 183,
            "duration.stock.6to12m.share": lambda row: 183 <= int(row["daysInStock"]) < 366,
            "duration.stock.1to2y.share": lambda row: 366 <= int(row["daysInStock"]) < 731,
            "duration.stock.2to5y.share": lambda row: 731 <= int(row["daysInStock"]) < 1826,
            "knowledge.classificationCorrect.share":
                lambda row: row["groupBelieved"] == row["groupTrue"],
            "potential.hidden.share":
                lambda row: row["groupTrue"] == self.groups[-1]
                and order[row["groupBelieved"]] < order[row["groupTrue"]],
        }
        for group in ["all"] + self.groups:
            mine = [row for row in self.clients if group in ("all", row["groupBelieved"])]
            for metric, applies in marks.items():
                self.put(metric, group, ratio(sum(map(applies, mine)), len(mine)))
            known = [row for row in mine if row["contactHours12m"] != ""]
            for metric, hours in (("none", "none"), ("under1", "under1"), ("1to4", "from1To4"),
                                  ("over4", "over4")):
                self.put(f"contact.hours.{metric}.share", group,
                         ratio(sum(row["contactHours12m"] == hours for row in known), len(known)))
            old = [row for row in mine if int(row["daysInStock"]) >= 182]
            self.put("unseen.6m.excludingNew.share", group,
                     ratio(sum(int(row["daysUnseen"]) >= 182 for row in old), len(old)))
            self.put("stock.clients", group, len(mine) / len(self.dates))
            self.put("trajectory.running.clients", group,
                     sum(is_true(row["onTrajectory"]) for row in mine) / len(self.dates))
            sums = {name: self.sum(by_month, name, group)
                    for name in ("currency", "accuracy", "privateOnly", "attentionHours")}
            self.put("knowledge.currency.mean", group, ratio(sums["currency"], len(mine)))
            self.put("knowledge.accuracy.mean", group, ratio(sums["accuracy"], len(mine)))
            self.put("contact.attention.mean", group, ratio(sums["attentionHours"], len(mine)))
            self.put("knowledge.private.share", group,
                     ratio(sums["privateOnly"], sums["currency"]))
        self.put("caseload.waiting.share", "all",
                 sum(row["worker"] == "" for row in self.clients) / len(self.clients))
        for metric, share in (("p50", 0.5), ("p90", 0.9)):
            total = 0.0
            for date in self.dates:
                days = sorted(int(row["daysUnseen"]) for row in by_month[date])
                total += days[max(1, math.ceil(share * len(days))) - 1]
            self.put(f"contact.sinceLast.days.{metric}", "all", total / len(self.dates))

    def sum(self, by_month, name, group):
        """Adds up clients in order within a group, then groups, then months, as floating point needs."""
        total = 0.0
        for date in self.dates:
            parts = {part: 0.0 for part in self.groups}
            for row in by_month[date]:
                parts[row["groupBelieved"]] += float(row[name])
            month = 0.0
            for part in self.groups:
                if group in ("all", part):
                    month += parts[part]
            total += month
        return total

    # Observations of the staff.

    def of_workers(self):
        with_clients = [row for row in self.workers
                        if is_true(row["employed"]) and is_true(row["carriesCaseload"])]
        for metric, column in (("workload.pressureHigh.share", "pressureHigh"),
                               ("workload.tooLarge.share", "tooLarge"),
                               ("workload.swapped12m.share", "swapped12m")):
            self.put(metric, "all",
                     sum(is_true(row[column]) for row in with_clients) / len(with_clients))
        self.put("workload.overAWeek.share", "all",
                 sum(float(row["backlogDays"]) > 5 for row in with_clients) / len(with_clients))
        total = 0.0
        means = {name: 0.0 for name in ("mean", "p10", "p50", "p90", "fte")}
        correlation, correlated = 0.0, 0
        for date in self.dates:
            month = [row for row in with_clients if row["date"] == date]
            backlog = 0.0
            for row in month:
                backlog += float(row["backlogDays"])
            total += backlog
            sizes = sorted(int(row["clients"]) for row in month)
            fte = 0.0
            for row in month:
                fte += float(row["fte"])
            means["mean"] += sum(sizes) / len(sizes)
            means["fte"] += sum(sizes) / fte
            for name, share in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
                place = share * (len(sizes) - 1)
                below = min(len(sizes) - 1, int(place))
                above = min(len(sizes) - 1, below + 1)
                means[name] += sizes[below] + (place - below) * (sizes[above] - sizes[below])
            found = self.correlation(month)
            if found is not None:
                correlation += found
                correlated += 1
        self.put("workload.backlog.days.mean", "all", total / len(with_clients))
        for name in ("mean", "p10", "p50", "p90"):
            self.put(f"caseload.perWorker.{name}", "all", means[name] / len(self.dates))
        # People who were hired for a campaign are no staff.
        staff = [row for row in self.workers
                 if is_true(row["employed"]) and row["role"] != "external"]
        self.put("workload.notAllTasks.share", "all",
                 sum(is_true(row["fallsShort"]) for row in staff) / len(staff))
        self.put("caseload.perFte", "all", means["fte"] / len(self.dates))
        self.put("workload.pressureByCaseload.correlation", "all", ratio(correlation, correlated))
        minutes = {name: sum(int(row[name]) for row in self.workers)
                   for name in ("minutesContact", "minutesAdministration", "minutesOther",
                                "minutesPresent")}
        worked = minutes["minutesContact"] + minutes["minutesAdministration"] + minutes["minutesOther"]
        self.put("time.contact.share", "all", minutes["minutesContact"] / worked)
        self.put("time.administration.share", "all", minutes["minutesAdministration"] / worked)
        self.put("time.other.share", "all", minutes["minutesOther"] / worked)
        self.put("workload.utilisation.mean", "all", worked / minutes["minutesPresent"])

    @staticmethod
    def correlation(month):
        first = [float(row["clientsPerFte"]) for row in month]
        second = [float(row["attemptedDays"]) / max(1e-9, float(row["pressureFactor"]))
                  for row in month]
        count = float(len(month))
        sums, squares, products = [0.0, 0.0], [0.0, 0.0], 0.0
        for one, other in zip(first, second):
            sums[0] += one
            sums[1] += other
            squares[0] += one * one
            squares[1] += other * other
            products += one * other
        if count < 3:
            return None
        spread = [squares[place] - sums[place] * sums[place] / count for place in (0, 1)]
        if spread[0] <= 1e-9 or spread[1] <= 1e-9:
            return None
        return (products - sums[0] * sums[1] / count) / math.sqrt(spread[0] * spread[1])

    # What happened in the window.

    def of_spells(self):
        end = self.ends[-1]
        client_years = years = 0.0
        before = self.start
        spans = [(moment(row["start"]), moment(row["end"]) if row["end"] else end)
                 for row in self.spells]
        for close in self.ends:
            minutes = 0
            for first, last in spans:
                shared = min(last, close) - max(first, before)
                minutes += max(0, int(shared.total_seconds()) // 60)
            client_years += minutes / MINUTES_PER_YEAR
            years += (close - before).total_seconds() / 60 / MINUTES_PER_YEAR
            before = close
        in_window = [row for row in self.spells if row["end"] and moment(row["end"]) > self.start]
        work = [row for row in in_window if row["outcome"] == "work"]
        subsidised = [row for row in in_window if row["outcome"] == "subsidised"]
        self.put("outflow.total.rate", "all", len(in_window) / client_years)
        self.put("outflow.work.rate", "all", len(work) / client_years)
        self.put("outflow.subsidised.rate", "all", len(subsidised) / client_years)
        self.put("outflow.other.rate", "all",
                 (len(in_window) - len(work) - len(subsidised)) / client_years)

        def returns(row, days):
            return row["daysToReturn"] != "" and float(row["daysToReturn"]) <= days

        for metric, days in (("relapse.6m.share", 182), ("relapse.12m.share", 365)):
            self.put(metric, "all", ratio(sum(returns(row, days) for row in in_window),
                                          len(in_window)))
        lasting = sum(not returns(row, 365) for row in work + subsidised)
        self.put("outflow.work.sustained12m.share", "all",
                 ratio(lasting, len(work) + len(subsidised)))
        short = sum((moment(row["end"]) - moment(row["start"])).total_seconds() / 60
                    < MINUTES_PER_YEAR for row in in_window)
        self.put("duration.ended.under1y.share", "all", ratio(short, len(in_window)))
        self.put("contact.perClientYear", "all",
                 sum(int(row["contactsInWindow"]) for row in self.spells) / client_years)
        came = [row for row in self.spells if moment(row["start"]) > self.start]
        self.put("inflow.perYear", "all", len(came) / years)
        self.put("inflow.returning.share", "all",
                 ratio(sum(int(row["spell"]) > 1 for row in came), len(came)))


def main():
    folder = sys.argv[1]
    number = sys.argv[2] if len(sys.argv) > 2 else "0"
    found = Replication(folder).values
    written = {(row["metric"], row["group"]): row["value"]
               for row in rows(folder, "replications.csv") if row["replication"] == number}
    wrong = 0
    compared = set()
    for (metric, group), value in sorted(found.items()):
        # Metrics are told for the parts of the stock for which they have a meaning.
        if (metric, group) not in written:
            continue
        compared.add((metric, group))
        text = written[metric, group]
        expected = float(text) if text else math.nan
        if not (value == expected or math.isnan(value) and math.isnan(expected)):
            wrong += 1
            print(f"recompute: {metric} of {group}: {value!r} from the tables, {expected!r} written",
                  file=sys.stderr)
    results = json.load(open(f"{folder}/results.json", encoding="utf-8"))
    if results["replications"] == 1:
        for metric, group in sorted(compared):
            value = found[metric, group]
            record = results["metrics"][metric]
            mean = (record if group == "all" else record["groups"].get(group, {})).get("mean")
            if mean is None:
                continue
            if not math.isclose(value, mean, rel_tol=4e-16, abs_tol=0) and value != mean:
                wrong += 1
                print(f"recompute: {metric} of {group}: {value!r} from the tables, {mean!r} in"
                      " results.json", file=sys.stderr)
    metrics = {metric for metric, _ in compared}
    left = {metric for metric, _ in written} - metrics
    if left:
        print(f"recompute: not worked out: {', '.join(sorted(left))}", file=sys.stderr)
        wrong += 1
    print(f"recompute: {len(compared)} values of {len(metrics)} metrics, "
          + ("all as written" if wrong == 0 else f"{wrong} wrong"))
    sys.exit(1 if wrong else 0)


main()
