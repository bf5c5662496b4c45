extension EvidenceTable {
  /// Evidence on groups of clients and the choice between clients.
  static let groups: [Evidence] = [
    Evidence(
      "E-007", .groups, .knowYourClients, lines: "115-119",
      "Most municipalities keep 3 groups by distance to work (work, development, care), and often separate approaches for the young and for newcomers (2 more)."
    ),
    Evidence(
      "E-010", .groups, .knowYourClients, lines: "135-142",
      "UWV had to place its disabled clients in re-integration categories (2013), which showed at once who can be placed."
    ),
    Evidence(
      "E-029", .groups, .knowYourClients, lines: "249-251",
      "Stale knowledge makes groups static: chances to work stay unused."),
    Evidence(
      "E-030", .groups, .knowYourClients, lines: "251-253",
      "UWV managers want the category looked at again after every contact."),
    Evidence(
      "E-068", .groups, .knowYourClients, lines: "977-980",
      "With three groups there is a risk that clients never change groups, most of all where contacts are few."
    ),
    Evidence(
      "E-073", .groups, .knowYourClients, lines: "1046-1049",
      "Of UWV's Wajong and WGA clients 16 % can be placed directly (of which 5 % work in part) and 84 % cannot for now.",
      note: "The 5 % may be of the stock or of the 16 %."),
    Evidence(
      "E-074", .groups, .knowYourClients, lines: "1050-1055",
      "Who cannot be placed for now is on a trajectory, medically unavailable, or in the old Wajong without duties."
    ),
    Evidence(
      "E-075", .groups, .knowYourClients, lines: "1066-1068",
      "A category that is not looked at again and again leads to the wrong service."),
    Evidence(
      "E-135", .groups, .participationAct, lines: "1585-1649",
      "The survey splits the caseload in 4: working or soon able, fit for work first, structurally unable, cannot judge; some are left alone or exempt."
    ),
    Evidence(
      "E-147", .groups, .workingWithLimitations, lines: "389-391",
      "Social services put 47 % of clients on the two lowest rungs of the participation ladder."),
    Evidence(
      "E-199", .groups, .utrecht, lines: "1959-1998",
      "Utrecht's ladder of 2009 has 7 rungs: rest, care, social activation, work activation (6 months or more), work guidance (up to 6), supported work, regular work."
    ),
    Evidence(
      "E-200", .groups, .utrecht, lines: "1928-1951",
      "In 2007 the ladder had 4 rungs for target groups 1-5: work guidance, work activation, social activation, care."
    ),
    Evidence(
      "E-201", .groups, .utrecht, lines: "1886-1906",
      "In 2003 there were 6 target groups, from 4 phases of distance to work; group 6 is 65 and over."
    ),
    Evidence(
      "E-202", .groups, .utrecht, lines: "2045-2068",
      "The national participation ladder (2009) has 6 steps: isolated, social contacts, organised activities, unpaid work, supported paid work, paid work."
    ),
    Evidence(
      "E-203", .groups, .utrecht, lines: "2041-2079",
      "Made for 12 municipalities, the participation ladder was in use at 19 front runners in 2010; Utrecht waited, having too many changes already."
    ),
    Evidence(
      "E-243", .groups, .clientInView, lines: "292-317",
      "Kromme Rijn's classes: ready (0-13 weeks), almost (0-6 months), not yet (6-12 months), not (over 1 year to rung 5-6), management (no rise in 3 years)."
    ),
    Evidence(
      "E-244", .groups, .clientInView, lines: "292-297",
      "Kromme Rijn found the participation ladder too coarse and made classes with a staffing firm."
    ),
    Evidence(
      "E-245", .groups, .clientInView, lines: "279-290",
      "Zwolle scored each client in 1 matrix of questions and observations by part of life, with advice on the kind of service."
    ),
    Evidence(
      "E-248", .groups, .clientInView, lines: "242-255",
      "People with a wage value of 30-80 % can be seconded in groups by the social work company; who needs support for long stays there."
    ),
    Evidence(
      "E-004", .priorities, .knowYourClients, lines: "96-102",
      "Municipal service goes to whoever may leave or climb the ladder soon; poor chances, older people for instance, mean low priority."
    ),
    Evidence(
      "E-006", .priorities, .knowYourClients, lines: "105-106",
      "UWV means to activate every client who can work, unless that is impossible for the time being."
    ),
    Evidence(
      "E-033", .priorities, .knowYourClients, lines: "268-276",
      "The best service for each client is out of reach; staff must spread service over the whole stock, or part of it gets nothing."
    ),
    Evidence(
      "E-039", .priorities, .knowYourClients, lines: "545-547",
      "Two thirds of the municipalities (67 %) leave part of the stock alone, with one contact in 2, sometimes 3 years."
    ),
    Evidence(
      "E-040", .priorities, .knowYourClients, lines: "560-568",
      "Clients are excluded from service after a diagnosis, but sometimes by category, such as everybody over 55."
    ),
    Evidence(
      "E-061", .priorities, .knowYourClients, lines: "889-891",
      "Steering on outflow gives clients close to the labour market a higher priority at municipalities."
    ),
    Evidence(
      "E-092", .priorities, .participationAct, lines: "283-307",
      "Caseworkers have to choose whom to give more attention often (52 %), sometimes (37 %) or hardly (11 %)."
    ),
    Evidence(
      "E-093", .priorities, .participationAct, lines: "374-395",
      "Weighing strongly, somewhat, hardly: chance of a job and motivation 64/29/7 and 61/29/10 %, cost 14/47/39 %.",
      note: "Which of 64 and 61 is motivation cannot be told from the text."),
    Evidence(
      "E-094", .priorities, .participationAct, lines: "397-400",
      "In a \"squeak system\" whoever calls and is motivated gets help first; whoever cannot ask is forgotten."
    ),
    Evidence(
      "E-161", .priorities, .workingWithLimitations, lines: "661-663",
      "No trajectory for the unmotivated as a rule; who is recovering has to recover first."),
    Evidence(
      "E-178", .priorities, .workingWithLimitations, lines: "1206-1211",
      "UWV mediates mostly Wajong clients and WGA clients with good chances; others have to manage by themselves.",
      note: "UWV and Inspectorate disagree on who guides WIA clients (lines 1212-1214, 1246-1256)."),
    Evidence(
      "E-197", .priorities, .utrecht, lines: "1343-1348",
      "Caseworkers are told to work with rungs 3 and 4 and hardly with 0-2, who are in the caseload all the same."
    ),
    Evidence(
      "E-198", .priorities, .utrecht, lines: "2010-2020",
      "For 2 years mediation to regular work or a basic qualification for rungs 3-4 comes first; rungs 0-2 belong to the safety net."
    ),
  ]
}
