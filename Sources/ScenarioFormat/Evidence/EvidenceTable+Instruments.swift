extension EvidenceTable {
  /// Evidence on instruments and vacancies.
  static let instruments: [Evidence] = [
    Evidence(
      "E-041", .trajectories, .knowYourClients, lines: "553-558",
      "Each group has a menu (3): mediation for work clients, barriers taken away for development clients, referral for health, addiction or debts for care clients."
    ),
    Evidence(
      "E-101", .trajectories, .participationAct, lines: "434-458",
      "Caseworkers use less than needed: volunteering (25 %), training (24), coaching talks (23), participation places (19), sheltered work (19); 71 % lack at least one."
    ),
    Evidence(
      "E-102", .trajectories, .participationAct, lines: "460-463",
      "For 4 in 10 clients needed support is out of reach of the caseworker (40 % in 2022, 33 % in 2020).",
      note: "The change is not significant."),
    Evidence(
      "E-105", .trajectories, .participationAct, lines: "512-540",
      "Support that is not open to everybody stands in the way: strongly for 15 % of caseworkers, somewhat 56, not 29 %."
    ),
    Evidence(
      "E-106", .trajectories, .participationAct, lines: "512-538",
      "Procedures for requests stand in the way: strongly for 11 % of caseworkers, somewhat 48, not 41; the municipal budget for 11/39/49 %."
    ),
    Evidence(
      "E-109", .trajectories, .participationAct, lines: "480-488",
      "Procedures for provisions are so complex that caseworkers at times give up; a training takes an extensive plan."
    ),
    Evidence(
      "E-112", .trajectories, .participationAct, lines: "600-610",
      "Accessible courses and group trajectories get people moving, because clients help each other."
    ),
    Evidence(
      "E-115", .trajectories, .participationAct, lines: "2413-2415",
      "Wage-cost subsidies keep some 40,000 people at work; half of these (50 %) have a job coach."),
    Evidence(
      "E-143", .trajectories, .workingWithLimitations, lines: "378-380",
      "Trajectories placed about 850 WGA clients in 2011; nobody counted placements by other ways."),
    Evidence(
      "E-145", .trajectories, .workingWithLimitations, lines: "383-385",
      "About 1,200 clients with a sickness benefit were placed by trajectories in 2011."),
    Evidence(
      "E-151", .trajectories, .workingWithLimitations, lines: "602-606",
      "For about 100,000 WGA clients UWV bought some 2,000 trajectories in 2011 (2 %); nobody gets more than 1."
    ),
    Evidence(
      "E-152", .trajectories, .workingWithLimitations, lines: "1031-1033",
      "About 27 % of the WIA trajectories that ended in 2011 led to a job.",
      note:
        "850 placements at 27 % imply about 3,150 that ended, against 2,000 bought: fewer each year."
    ),
    Evidence(
      "E-153", .trajectories, .workingWithLimitations, lines: "740-743",
      "In 2011 UWV bought about 4,600 trajectories for 67,000 clients with a sickness benefit (6.9 %); of those that ended about a third (~33 %) led to a job."
    ),
    Evidence(
      "E-155", .trajectories, .workingWithLimitations, lines: "639-652",
      "Instruments that work best according to UWV professionals: job coach 43 %, adapted workplace 40, subsidy to employer 30, grip 27, skills 21, attitude 17 %."
    ),
    Evidence(
      "E-156", .trajectories, .workingWithLimitations, lines: "819-833",
      "Instruments that work best according to municipal professionals: attitude 49 %, job coach 35, adapted workplace 35, grip 32, skills 28, subsidy to employer 25 %."
    ),
    Evidence(
      "E-174", .trajectories, .workingWithLimitations, lines: "1089-1099",
      "A pilot with temp agencies placed over half (>50 %) of 17 sick temp workers; in use everywhere from 1 January 2013."
    ),
    Evidence(
      "E-175", .trajectories, .workingWithLimitations, lines: "1102-1104",
      "359 trial placements of clients with a sickness benefit in 2010."),
    Evidence(
      "E-214", .trajectories, .utrecht, lines: "466-470",
      "A contract for an instrument (rungs 3-4) ended because the provider did not deliver what was agreed."
    ),
    Evidence(
      "E-215", .trajectories, .utrecht, lines: "1076-1084",
      "Broad trajectories are used where others fit better; some instruments lag because caseworkers do not know them."
    ),
    Evidence(
      "E-225", .trajectories, .utrecht, lines: "631-641",
      "Better measures are proposed: 3 shares of trajectories, ending in work, dropping out, ending without result, with reasons."
    ),
    Evidence(
      "E-226", .trajectories, .utrecht, lines: "473-479",
      "Nothing is known of drop-out, of trajectories without success, or of how long outflow lasts."
    ),
    Evidence(
      "E-246", .trajectories, .clientInView, lines: "621-625",
      "Paths advised in Zwolle: intensive work guidance 136; one barrier 262; language, training, medical, own business 270; social district team 405.",
      note: "1,073 in all (12.7, 24.4, 25.2, 37.7 %), not certain to be everybody spoken to."),
    Evidence(
      "E-002", .vacancies, .knowYourClients, lines: "15-19",
      "The social accord of 2013 asks for 125,000 guaranteed jobs for people with a work limitation; agencies have to find suitable clients."
    ),
    Evidence(
      "E-169", .vacancies, .workingWithLimitations, lines: "1120-1122",
      "Over 30 % of municipal professionals know employers themselves or use their own network."),
    Evidence(
      "E-170", .vacancies, .workingWithLimitations, lines: "291-300",
      "Employer desks bring regular vacancies that clients with a limitation rarely get, hardly any unskilled; UWV matches come by providers."
    ),
    Evidence(
      "E-171", .vacancies, .workingWithLimitations, lines: "1054-1058",
      "Quick matches rarely work for these clients: it takes time to learn what they can do and bear."
    ),
    Evidence(
      "E-172", .vacancies, .workingWithLimitations, lines: "1036-1041",
      "Whoever does not know the clients cannot serve an employer who asks for workers with a limitation."
    ),
    Evidence(
      "E-186", .vacancies, .workingWithLimitations, lines: "1131-1136",
      "Public tenders more and more ask employers to hire people far from work."),
    Evidence(
      "E-188", .vacancies, .workingWithLimitations, lines: "1286-1293",
      "In a recession others displace clients with a limitation; agencies say that jobs have to come first."
    ),
    Evidence(
      "E-210", .vacancies, .utrecht, lines: "1380-1396",
      "The match function is not used: too few client records are fit for it, so matching rests on what caseworkers know."
    ),
    Evidence(
      "E-211", .vacancies, .utrecht, lines: "1398-1406",
      "For each vacancy many clients are proposed and 1 can be placed; the desk rejects without saying why."
    ),
    Evidence(
      "E-212", .vacancies, .utrecht, lines: "1362-1371",
      "New vacancies are open to caseworkers of the city and UWV alone for 3 days, then to providers; a top ten goes round now and then."
    ),
    Evidence(
      "E-213", .vacancies, .utrecht, lines: "1408-1440",
      "The desk reaches small and medium firms mostly; most employers do not know it, and several bodies look for vacancies beside each other."
    ),
    Evidence(
      "E-273", .vacancies, .clientInView, lines: "121-124",
      "2 of the 5 municipalities could not serve employers for lack of insight in their clients."),
  ]
}
