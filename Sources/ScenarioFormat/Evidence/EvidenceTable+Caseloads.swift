extension EvidenceTable {
  /// Evidence on caseloads, pressure, use of time, staff and training.
  static let caseloads: [Evidence] = [
    Evidence(
      "E-008", .caseload, .knowYourClients, lines: "120-123",
      "Most municipalities give each caseworker a caseload; some have moved to team caseloads."),
    Evidence(
      "E-047", .caseload, .knowYourClients, lines: "600-602",
      "Managers put caseloads far lower than caseworkers do; at UWV at about half."),
    Evidence(
      "E-056", .caseload, .knowYourClients, lines: "852-855",
      "A caseworker counts about 120 clients at a municipality and 300 at UWV; managers count fewer, at UWV half of it.",
      note:
        "Half of 300 is about 150; other counts of UWV range from an active 100 (E-157) to 690 (E-176)."
    ),
    Evidence(
      "E-057", .caseload, .knowYourClients, lines: "861-865",
      "Whoever has care clients only can hold far more of them than whoever gives intensive service."
    ),
    Evidence(
      "E-097", .caseload, .participationAct, lines: "312-341",
      "Of 79 caseworkers 18 % have under 50 clients, 30 % 50-74, 28 % 75-99, 16 % 100-150 and 8 % over 150.",
      note: "The mean of about 84 is implied by these classes."),
    Evidence(
      "E-098", .caseload, .participationAct, lines: "343-346",
      "Too large, say most of their caseload: clearly over half from 75 clients on, all (100 %) from 100 on."
    ),
    Evidence(
      "E-099", .caseload, .participationAct, lines: "316-321",
      "Larger municipalities specialise by kind of client (young, work-limited, refugees) and use expertise better; small ones cannot."
    ),
    Evidence(
      "E-104", .caseload, .participationAct, lines: "512-542",
      "A large caseload stands in the way of needed support: strongly for 30 % of caseworkers, somewhat 43, not 27 %."
    ),
    Evidence(
      "E-108", .caseload, .participationAct, lines: "549-572",
      "Seen as a strong hindrance, the caseload went from 29 % (2020, 103 answers) to 30 % (2022, 79 answers); as some hindrance from 46 to 43 %.",
      note: "No significant change."),
    Evidence(
      "E-157", .caseload, .workingWithLimitations, lines: "657-659",
      "An active caseload of 100 or more: so says 50 % of UWV professionals.",
      note: "The active caseload only; compare 300 in all (E-056) and 690 (E-176)."),
    Evidence(
      "E-162", .caseload, .workingWithLimitations, lines: "868-870",
      "Municipal caseloads: 70 work clients on average, or 220 to 400 participation clients."),
    Evidence(
      "E-163", .caseload, .workingWithLimitations, lines: "870-872",
      "Above 70 active clients two thirds of professionals (67 %) find their caseload too large."),
    Evidence(
      "E-193", .caseload, .utrecht, lines: "1227-1233",
      "The size of caseloads in Utrecht has no stated ground: how size, tasks and results hang together is not known, and changes hamper a benchmark."
    ),
    Evidence(
      "E-194", .caseload, .utrecht, lines: "1235-1252",
      "A consultant saw room for fewer staff and larger caseloads; the audit office warns that quality and results may well suffer."
    ),
    Evidence(
      "E-256", .caseload, .clientInView, lines: "376-382",
      "Leiden has 100-110 clients per fte, Kromme Rijn Heuvelrug about 200."),
    Evidence(
      "E-017", .pressure, .knowYourClients, lines: "188-194",
      "Pressure is high to very high for most professionals, and tasks stay undone; causes named: caseload, administration, poor systems, wider tasks.",
      note: "The share is in E-053 (62 %)."),
    Evidence(
      "E-019", .pressure, .knowYourClients, lines: "197-200",
      "Felt pressure shows no direct relation with the size of the caseload.",
      note:
        "A later survey does find that a larger caseload is more often called too large (E-098); the two are different questions."
    ),
    Evidence(
      "E-021", .pressure, .knowYourClients, lines: "206-209",
      "A caseload can only be judged by size and composition together."),
    Evidence(
      "E-022", .pressure, .knowYourClients, lines: "211-215",
      "Caseworkers with more freedom to decide feel less pressure: they set priorities that keep the work manageable."
    ),
    Evidence(
      "E-023", .pressure, .knowYourClients, lines: "217-222",
      "Pressure first costs registration and enforcement, sometimes contacts; phone and e-mail replace talks face to face."
    ),
    Evidence(
      "E-053", .pressure, .knowYourClients, lines: "811-814",
      "62 % of professionals call the pressure high or very high."),
    Evidence(
      "E-054", .pressure, .knowYourClients, lines: "815-819",
      "Not or hardly getting to all tasks: 54 % of UWV advisers, 63 % of municipal caseworkers, 79 % of UWV labour experts."
    ),
    Evidence(
      "E-055", .pressure, .knowYourClients, lines: "839-849",
      "Extra support, clients lent to colleagues for a while, or process supervisors for simple contacts: so managers take pressure away."
    ),
    Evidence(
      "E-063", .pressure, .knowYourClients, lines: "896-902",
      "Protocols for wage dispensation and job coaching are knowingly bent, as several laborious requests arrive each week."
    ),
    Evidence(
      "E-195", .pressure, .utrecht, lines: "1243-1244",
      "76.5 % of those asked have too little time to re-integrate their clients (December 2009)."),
    Evidence(
      "E-020", .time, .knowYourClients, lines: "201-204",
      "UWV caseworkers have intensive work with 10-20 % of the caseload only.",
      note: "The same report says about 15 % (line 875) and 10 to 20 % (line 1065)."),
    Evidence(
      "E-049", .time, .knowYourClients, lines: "655-659",
      "For requests of wage dispensation and job coaching UWV's norm times are too short, say its staff; steps are skipped."
    ),
    Evidence(
      "E-050", .time, .knowYourClients, lines: "766-769",
      "Some UWV labour experts get 1 day a week (20 %) off their caseload for surveys of workplaces."
    ),
    Evidence(
      "E-051", .time, .knowYourClients, lines: "759-771",
      "Projects, workshops and team tasks come beside the caseload; advisers at UWV run group trainings and tests as well."
    ),
    Evidence(
      "E-058", .time, .knowYourClients, lines: "872-878",
      "After categorisation at UWV about 15 % of the caseload asked for real work; 500 clients then become manageable."
    ),
    Evidence(
      "E-086", .time, .participationAct, lines: "40-41",
      "More than a third (>33 %) of working time goes to administration, on average.",
      note:
        "The full split of time is missing from the text that was read; only the summary gives it."),
    Evidence(
      "E-087", .time, .participationAct, lines: "2537-2545",
      "The association calls a third of the time (>33 %) for registration considerable, and splits it in 3: files, internal steering, accounting to others."
    ),
    Evidence(
      "E-088", .time, .participationAct, lines: "1787-1857",
      "Time is asked for in 4 parts: guiding clients, administration, coordination with partners, other."
    ),
    Evidence(
      "E-103", .time, .participationAct, lines: "512-544",
      "Registration stands in the way of needed support: strongly for 37 % of caseworkers, somewhat 47, not 16 %."
    ),
    Evidence(
      "E-231", .time, .utrecht, lines: "1110-1113",
      "Planned training has to get caseworkers to work with norm times per client."),
    Evidence(
      "E-241", .time, .clientInView, lines: "212-217",
      "A talk of such a campaign takes about 1 to 1.5 hours; some read the file first, others do not."
    ),
    Evidence(
      "E-009", .staff, .knowYourClients, lines: "125-133",
      "UWV offices relieve labour experts: process supervisors, once support staff, take over tasks of the caseload (3 kinds of staff)."
    ),
    Evidence(
      "E-012", .staff, .knowYourClients, lines: "147-153",
      "Municipal support staff plan appointments and send letters; at UWV they take over clients who get no activation for now."
    ),
    Evidence(
      "E-018", .staff, .knowYourClients, lines: "194-195",
      "Half of the managers (50 %), at UWV and at municipalities, have too little capacity for their tasks."
    ),
    Evidence(
      "E-034", .staff, .knowYourClients, lines: "311-317",
      "Caseworkers lose much time to administration and simple tasks; good support would free their expertise."
    ),
    Evidence(
      "E-038", .staff, .knowYourClients, lines: "538-541",
      "Municipalities hire what the money allows, so that the caseload is simply the stock divided by the staff."
    ),
    Evidence(
      "E-048", .staff, .knowYourClients, lines: "642-648",
      "UWV derives its staff from the forecast caseload and norm times per task, and so can follow fluctuations from year to year."
    ),
    Evidence(
      "E-084", .staff, .participationAct, lines: "187-189",
      "Some 400,000 recipients at about 80 per caseworker make about 5,000 caseworkers for re-integration in the country."
    ),
    Evidence(
      "E-085", .staff, .participationAct, lines: "2671-2676",
      "A count of 7,000 caseworkers, of unclear scope, once reached the professional association, which has about 1,700 members.",
      note: "Against 5,000 in E-084: another date and another scope."),
    Evidence(
      "E-176", .staff, .workingWithLimitations, lines: "1398-1402",
      "UWV has about 500 fte to mediate 345,000 WIA and Wajong clients (end of 2012): 690 each without choices.",
      note:
        "The Inspectorate rejects 690: most cannot work, the active caseload is far smaller (lines 1258-1263)."
    ),
    Evidence(
      "E-177", .staff, .workingWithLimitations, lines: "1402-1404",
      "New clients need work plans, which take much capacity: 12,000 WIA and 14,700 Wajong a year."),
    Evidence(
      "E-191", .staff, .utrecht, lines: "1225-1264",
      "Utrecht: about 100 caseworkers (May 2010), about 40 of them on work squares; 72 fte counted in November 2009, 64 in October 2008; the unit has 259 fte.",
      note: "Persons and fte, and dates, differ."),
    Evidence(
      "E-192", .staff, .utrecht, lines: "1266-1270",
      "The department has about 600 fte; a master plan cuts 116 posts, 22 of them in 2010.",
      note: "116 of 600 is 19 %."),
    Evidence(
      "E-223", .staff, .utrecht, lines: "1294-1318",
      "Since 2006 the role was redesigned at least 3 times in 4 years, and each time there were new tasks to learn."
    ),
    Evidence(
      "E-255", .staff, .clientInView, lines: "364-366",
      "Zwolle hired 3 more caseworkers after the project, for monitoring."),
    Evidence(
      "E-270", .staff, .clientInView, lines: "360-366",
      "All municipalities agree that keeping everyone in view takes more caseworkers; money stands in the way."
    ),
    Evidence(
      "E-130", .training, .participationAct, lines: "1376-1401",
      "Learning offer and use: 24 % have ample and use it well (others 23/16/37); 40 % of municipalities offer much (60 not), 47 % use it well (53 not).",
      note: "Smaller caseloads use offers more."),
    Evidence(
      "E-131", .training, .participationAct, lines: "1411-1452",
      "Insight from research is used enough by 13 %, too little 42, not but wanted 39, not needed 6 %; guidelines enough 38, peer review 75 %."
    ),
    Evidence(
      "E-132", .training, .participationAct, lines: "1281-1311",
      "What caseworkers would learn: what works 73 %, financial consequences 65, health 56, labour market 47, privacy 41, other laws 34, their own law 34 %."
    ),
    Evidence(
      "E-221", .training, .utrecht, lines: "1094-1098",
      "Trained fairly well for the new setting: 45 % (55 not); able to discuss what they want to learn: 58 % (42 not)."
    ),
    Evidence(
      "E-271", .training, .clientInView, lines: "437-505",
      "The talks take strong skills; former income officers found them hard (Leiden joined the two roles in 2013)."
    ),
  ]
}
