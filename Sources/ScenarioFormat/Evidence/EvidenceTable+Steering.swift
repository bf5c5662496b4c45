extension EvidenceTable {
  /// Evidence on targets, enforcement, partners and the surveys themselves.
  static let steering: [Evidence] = [
    Evidence(
      "E-011", .steering, .knowYourClients, lines: "143-145",
      "From October 2013 UWV tied a standard service to each of its categories.",
      note: "The same report gives November 2013 for the offices (line 637)."),
    Evidence(
      "E-013", .steering, .knowYourClients, lines: "157-162",
      "Municipal managers steer on outcomes (outflow, climbing the ladder); UWV managers on outcomes and process (timely start, requests, purchases)."
    ),
    Evidence(
      "E-014", .steering, .knowYourClients, lines: "161-166",
      "Quality of service and of registration is steered less; caseworkers hardly notice such steering."
    ),
    Evidence(
      "E-015", .steering, .knowYourClients, lines: "168-178",
      "What caseworkers choose is hardly coordinated, so that their priorities can differ from those of the organisation."
    ),
    Evidence(
      "E-042", .steering, .knowYourClients, lines: "581-585",
      "82 % of municipal managers have measurable outflow targets; 25 % of caseworkers are never held to them, 36 % find them only indicative."
    ),
    Evidence(
      "E-043", .steering, .knowYourClients, lines: "587-589",
      "Over half of the municipal managers (>50 %) have targets for enforcement; under a quarter of caseworkers (<25 %) feel bound by them."
    ),
    Evidence(
      "E-044", .steering, .knowYourClients, lines: "589-593",
      "Over half of the managers (>50 %) have targets for climbing the ladder; 45 % of caseworkers never hear of them, 14 % feel bound."
    ),
    Evidence(
      "E-045", .steering, .knowYourClients, lines: "594-595",
      "Caseworkers feel bound most often (41 %) on registration and administration.",
      note: "The same report says that registration gives way under pressure (E-060)."),
    Evidence(
      "E-046", .steering, .knowYourClients, lines: "596-599",
      "Under a quarter of caseworkers (<25 %) feel bound on quality; a third (33 %) never hears of it."
    ),
    Evidence(
      "E-059", .steering, .knowYourClients, lines: "881-883",
      "At UWV a timely start after entry comes first; it is steered tightly."),
    Evidence(
      "E-082", .steering, .knowYourClients, lines: "932-936",
      "A staff labour expert at UWV reads a sample of files and talks over the choices made, with worker and manager."
    ),
    Evidence(
      "E-095", .steering, .participationAct, lines: "407-411",
      "Outflow targets of an alderman reach the work floor; new caseworkers and those on temporary contracts feel them most."
    ),
    Evidence(
      "E-107", .steering, .participationAct, lines: "512-534",
      "Strongly, somewhat or not hindered by national law 6/33/61 %, by municipal policy 5/33/62 %, by the manager 4/9/87 %."
    ),
    Evidence(
      "E-110", .steering, .participationAct, lines: "490-496",
      "Small steps can lead to paid work, yet volunteering gets less time as it is not counted as outflow."
    ),
    Evidence(
      "E-154", .steering, .workingWithLimitations, lines: "612-614",
      "Placing people, paid or unpaid, is always or often the aim of 82 % of UWV professionals."),
    Evidence(
      "E-168", .steering, .workingWithLimitations, lines: "897-904",
      "22 % of municipal professionals have targets for clients with a limitation, mostly placements, and reach them easily.",
      note:
        "The same report also calls such targets unclear (lines 180-182, 302-304) or easy (line 572)."
    ),
    Evidence(
      "E-182", .steering, .workingWithLimitations, lines: "179-186",
      "For sickness benefits staff are steered on time and quality, not on outflow; for WIA on placements and time."
    ),
    Evidence(
      "E-196", .steering, .utrecht, lines: "625-628",
      "Targets of Utrecht for 2010: 3,750 clients on a trajectory, 280 regular placements, 650 by Werk Loont in place of a benefit, 300 subsidised.",
      note: "280 of 3,750 is 7.5 %: computed, not published."),
    Evidence(
      "E-222", .steering, .utrecht, lines: "1333-1336",
      "Processes of work are clear to 77 % of caseworkers; interviews show that some are less sure."
    ),
    Evidence(
      "E-239", .steering, .clientInView, lines: "172-176",
      "None of the 5 municipalities set a target for outflow in the campaign."),
    Evidence(
      "E-272", .steering, .clientInView, lines: "332-337",
      "A weekly start with everybody's progress in sight motivated people, and could confront them."
    ),
    Evidence(
      "E-124", .enforcement, .participationAct, lines: "939-982",
      "Of 67 caseworkers who enforce, 67 % (18, 15) have time for personal circumstances, 93 % (8) room from the manager, 63 % (22, 15) from national law.",
      note:
        "The association points at the contradiction with lack of time elsewhere (lines 2602-2605)."
    ),
    Evidence(
      "E-125", .enforcement, .participationAct, lines: "993-1021",
      "Reasons for not weighing circumstances, among 67 caseworkers: never an issue 45 %, law of the land 37, of the municipality 16, no time 15, doubt how far to go 10, others 8 %."
    ),
    Evidence(
      "E-183", .enforcement, .workingWithLimitations, lines: "165-174",
      "Sanctions are rare; staff would rather coach and motivate."),
    Evidence(
      "E-268", .enforcement, .clientInView, lines: "607-611",
      "Talks also brought to light benefits without right (long stays abroad); contact may prevent fraud."
    ),
    Evidence(
      "E-064", .partners, .knowYourClients, lines: "940-947",
      "Doing much oneself means room for fewer clients than passing them on soon to a provider or an employer desk."
    ),
    Evidence(
      "E-126", .partners, .participationAct, lines: "1056-1095",
      "Out of ten, cooperation scores: UWV 5.3, mobility teams 6.1, training institutes 6.6, special schools and employer services 6.7, other departments 6.8, social work company 7.3, debt help 7.4, income support 8.1."
    ),
    Evidence(
      "E-127", .partners, .participationAct, lines: "1049-1117",
      "Cooperation fails in the eyes of 45 % of caseworkers with UWV, and of 40 % of UWV staff with municipalities (mark 5.5)."
    ),
    Evidence(
      "E-128", .partners, .participationAct, lines: "1162-1191",
      "One plan across domains for 33 % of caseworkers; 57 % see other help, 35 % exchange enough information, 61 % find colleagues elsewhere.",
      note: "Chart and table differ by rounding (33 and 32, 35 and 36)."),
    Evidence(
      "E-185", .partners, .workingWithLimitations, lines: "238-242",
      "Clients first look for a job themselves, then the expert's network may help, then a provider (3 steps)."
    ),
    Evidence(
      "E-187", .partners, .workingWithLimitations, lines: "998-1003",
      "Coaches, experts and employer advisers meet to talk over vacancies and single clients."),
    Evidence(
      "E-229", .partners, .utrecht, lines: "442-444",
      "Networks of employers built by external parties may be lost when the contract ends."),
    Evidence(
      "E-230", .partners, .utrecht, lines: "461-467",
      "Providers report every month (12 a year); the city audits each at least once (1) a year."),
    Evidence(
      "E-252", .partners, .clientInView, lines: "344-346",
      "Having the talks done outside is lighter on the organisation, but costs money."),
    Evidence(
      "E-265", .partners, .clientInView, lines: "553-558",
      "Clients who cannot work and have many problems go to district teams, who need room and send them back when ready."
    ),
    Evidence(
      "E-003", .surveys, .knowYourClients, lines: "39-48",
      "Managing a caseload has 4 aims: its size and mix, knowledge of clients, priorities in service, and contact."
    ),
    Evidence(
      "E-036", .surveys, .knowYourClients, lines: "451-456",
      "Questionnaires from 65 municipalities and 23 UWV sites: managers 62 + 18 = 80, staff 369 (municipal) + 124 (UWV) = 493."
    ),
    Evidence(
      "E-037", .surveys, .knowYourClients, lines: "430-445",
      "Interviews in 7 municipalities and at 3 UWV sites.",
      note: "The same report also says 4 sites."),
    Evidence(
      "E-083", .surveys, .participationAct, lines: "151-167",
      "Survey of mid-2022: 108 caseworkers asked, 79 answered (73 %), for 125 municipalities; 10 interviews.",
      note: "With 79 answers a share of 50 % is known to about 11 points."),
  ]
}
