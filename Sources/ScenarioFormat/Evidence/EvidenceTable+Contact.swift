extension EvidenceTable {
  /// Evidence on seeing clients: who goes unseen, contact, appointments, campaigns and what contact does.
  static let contact: [Evidence] = [
    Evidence(
      "E-027", .unseen, .knowYourClients, lines: "244-247",
      "Of their clients, caseworkers at UWV and municipalities leave about a quarter (~25 %) without any contact in 6 months.",
      note:
        "Not the same as \"hardly in view\" (50-75 %, E-234) or \"not well in view\" (30-33 %, E-089, E-090): three different measures."
    ),
    Evidence(
      "E-136", .unseen, .participationAct, lines: "1592-1611",
      "The survey asks for 8 shares of clients: spoken to in the past year, other help, speak more often, well in view, can support, agreements, problems, exempt.",
      note: "Most of the answers are missing from the text that was read."),
    Evidence(
      "E-189", .unseen, .workingWithLimitations, lines: "270-272",
      "Part of the clients who have a limitation but could work stay out of view and get no guidance."
    ),
    Evidence(
      "E-234", .unseen, .clientInView, lines: "14-18",
      "Half to three quarters (50-75 %) of clients on assistance are hardly or not in the municipality's view, according to earlier research.",
      note:
        "Another definition, and probably other municipalities, than 25 % (E-027) and 30-33 % (E-089, E-090)."
    ),
    Evidence(
      "E-236", .unseen, .clientInView, lines: "46-52",
      "High caseloads, lack of money and of jobs put clients out of view; the weakest groups were no longer asked to look for work."
    ),
    Evidence(
      "E-254", .unseen, .clientInView, lines: "368-374",
      "Without people to follow up, clients may slip from view again; Halte Werk follows up less than it would like."
    ),
    Evidence(
      "E-005", .contact, .knowYourClients, lines: "100-104",
      "Clients of low priority are called in once in 2 or 3 years, to see whether anything has changed."
    ),
    Evidence(
      "E-052", .contact, .knowYourClients, lines: "780-784",
      "Some plan tightly, always with a next task for each client; others go through the caseload now and then (2 styles)."
    ),
    Evidence(
      "E-062", .contact, .knowYourClients, lines: "892-894",
      "Phone and e-mail replace talks face to face more and more, at times because the manager asks for it."
    ),
    Evidence(
      "E-090", .contact, .participationAct, lines: "350-364",
      "On average caseworkers want to speak 40 % of clients more often, have 30 % not well in view and no concrete agreements with 36 %.",
      note: "The order of the labels is inferred: 40 and 36 could be exchanged, 30 is certain."),
    Evidence(
      "E-091", .contact, .participationAct, lines: "43-45",
      "Over a third of clients (>33 %) have no concrete agreements; about as many are seen less often than caseworkers want."
    ),
    Evidence(
      "E-181", .contact, .workingWithLimitations, lines: "745-751",
      "Files show more contacts with sick clients in 2012 than in 2010; some staff want more, but for the caseload."
    ),
    Evidence(
      "E-217", .contact, .utrecht, lines: "843-846",
      "Frequent contact lets a caseworker understand a client, follow and adjust the trajectory, and show that it is serious."
    ),
    Evidence(
      "E-235", .contact, .clientInView, lines: "12-16",
      "Promising clients, often new ones, get most attention; contacts fall off with time on benefit."
    ),
    Evidence(
      "E-258", .contact, .clientInView, lines: "404-409",
      "Follow-up fits the client: half a year (6 months) on a trajectory for one, a check after 3 months for another."
    ),
    Evidence(
      "E-262", .contact, .clientInView, lines: "484-493",
      "After years left alone many will not show up: Zwolle and Kromme Rijn wrote in a friendly tone, with no duties or sanctions.",
      note: "No number is given."),
    Evidence(
      "E-263", .contact, .clientInView, lines: "513-517",
      "Zwolle reached an attendance above 90 % with the tone of the letter and a call the day before."
    ),
    Evidence(
      "E-180", .campaigns, .workingWithLimitations, lines: "1489-1494",
      "In a project UWV reads files of passive clients and invites some; now and then that starts activity anew."
    ),
    Evidence(
      "E-227", .campaigns, .utrecht, lines: "1715-1718",
      "A drive against youth unemployment with municipalities of the region placed over 3,500 young people and sent many hundreds back to school."
    ),
    Evidence(
      "E-228", .campaigns, .utrecht, lines: "1424-1430",
      "About 20 projects and about 300 mediated clients are what an external office does from a crisis fund of 10 million euro."
    ),
    Evidence(
      "E-237", .campaigns, .clientInView, lines: "77-85",
      "Five municipalities called in everybody not spoken to for long, from 2013 to 2017, mostly within about 1 year; who was served already was skipped."
    ),
    Evidence(
      "E-238", .campaigns, .clientInView, lines: "180-185",
      "Most clients out of view were invited to a first talk within about 12 months."),
    Evidence(
      "E-240", .campaigns, .clientInView, lines: "187-199",
      "The talks were held in 3 ways: by own caseworkers (Leiden, Halte Werk), the social work company (Helmond, part of Kromme Rijn), hired people (Zwolle).",
      note: "The marks of the figure are lost; assigned after the prose."),
    Evidence(
      "E-250", .campaigns, .clientInView, lines: "320-330",
      "Campaign talks and regular work got into each other's way: after a good start one of the two gave way."
    ),
    Evidence(
      "E-251", .campaigns, .clientInView, lines: "339-342",
      "Pulling one group forward leaves others behind, and applications go on: it takes extra people for a time."
    ),
    Evidence(
      "E-253", .campaigns, .clientInView, lines: "350-355",
      "The real work comes after the talks: without monitoring clients disappear from view again."),
  ]
}
