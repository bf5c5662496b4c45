extension EvidenceTable {
  /// Evidence on clients, stock, inflow, outflow and money.
  static let clients: [Evidence] = [
    Evidence(
      "E-117", .clients, .participationAct, lines: "626-660",
      "72 % of caseworkers (18 neutral, 10 not) see clients who dare not work for uncertain income; well informed say 25 %, neutral 27, not 48 %."
    ),
    Evidence(
      "E-118", .clients, .participationAct, lines: "663-673",
      "62 % of caseworkers regularly see clients who work and end up poorer (24 neutral, 14 not)."),
    Evidence(
      "E-119", .clients, .participationAct, lines: "677-713",
      "81 % (8, 11) find the paperwork of part-time work too heavy for clients; 76 % (20, 4) think part-time work helps to leave the benefit."
    ),
    Evidence(
      "E-120", .clients, .participationAct, lines: "681-684",
      "Mistakes in reports of income make municipalities estimate too high and pay too little."),
    Evidence(
      "E-121", .clients, .participationAct, lines: "783-828",
      "Agree, neutral, disagree: letters understood 24/43/33 %, website found 41/37/22, website understood 24/42/34, service in time 60/29/10, options known 66/25/9, agreements known 88/10/3; all reachable 100 %."
    ),
    Evidence(
      "E-122", .clients, .participationAct, lines: "844-864",
      "Clients are well informed of rights to income support (46 %) and to re-integration (45), of duties to inform (30) and to re-integrate (59 %)."
    ),
    Evidence(
      "E-133", .clients, .participationAct, lines: "1319-1324",
      "After 2015 the stock became harder: young disabled people joined, and the tight market drew off who stood closest to work."
    ),
    Evidence(
      "E-148", .clients, .workingWithLimitations, lines: "393-398",
      "About 80 % of assistance clients have barriers: 28 % a physical and 23 % a mental limitation (they overlap); 27 % are exempt from the duty to work."
    ),
    Evidence(
      "E-150", .clients, .workingWithLimitations, lines: "404-412",
      "The threat of less income raises motivation; subsidies for employers add little to employment."
    ),
    Evidence(
      "E-164", .clients, .workingWithLimitations, lines: "863-866",
      "Clients with both physical and mental complaints are 25 % or more of the caseload for just over 60 % of municipal professionals, 50 % or more for 20 %.",
      note: "The 20 % is a third of the 60 %."),
    Evidence(
      "E-184", .clients, .workingWithLimitations, lines: "886-892",
      "Almost 40 % of supported clients with a physical and 33 % with a mental limitation feel no coercion; about half (~50 %) of all clients do."
    ),
    Evidence(
      "E-247", .clients, .clientInView, lines: "570-574",
      "In Helmond half of those spoken to (50 %) could work (estimated wage value above 30 %), though judged weak before."
    ),
    Evidence(
      "E-264", .clients, .clientInView, lines: "519-534",
      "Some clients are defensive or feel neglected, others like being seen; Helmond got more complaints of pressure."
    ),
    Evidence(
      "E-001", .stock, .knowYourClients, lines: "3-7",
      "Both municipalities and UWV saw more clients, smaller budgets and few vacancies at the same time."
    ),
    Evidence(
      "E-116", .stock, .participationAct, lines: "2521-2524",
      "Some municipalities keep caseloads small by selecting at the gate who may find work within a set time."
    ),
    Evidence(
      "E-137", .stock, .workingWithLimitations, lines: "353-356",
      "The stock of WIA benefits was 138,400 in 2011, 26 % more than before: WGA 102,400, IVA 36,000."
    ),
    Evidence(
      "E-138", .stock, .workingWithLimitations, lines: "356-359",
      "WGA: 28,600 have capacity to work in part at present, 73,800 in future only."),
    Evidence(
      "E-139", .stock, .workingWithLimitations, lines: "360-362",
      "The WIA took in almost 38,000 people in 2011 (WGA over 30,000, IVA almost 8,000), about half (~50 %) of them sick and unemployed before.",
      note: "The 12,000 of E-177 are the part that needs a work plan."),
    Evidence(
      "E-140", .stock, .workingWithLimitations, lines: "364-367",
      "Over 67,000 sickness benefits of more than 13 weeks in 2011, up 7 %; about half (50 %) reach the WIA assessment."
    ),
    Evidence(
      "E-141", .stock, .workingWithLimitations, lines: "369-371",
      "Social assistance benefits: 320,150 (January 2010), 348,060 (January 2011), 357,000 (end of December 2011).",
      note: "Benefits, not persons; see O-040 for persons."),
    Evidence(
      "E-218", .stock, .utrecht, lines: "880-889",
      "At the gate, whoever can work goes to Werk Loont (3 months of work on contract, no benefit) or to mediation; the others get a benefit and a caseworker."
    ),
    Evidence(
      "E-219", .stock, .utrecht, lines: "1450-1464",
      "From unemployment benefit to assistance: reviewed 6 months before the end, told 3 months before, handed over in a talk of three."
    ),
    Evidence(
      "E-096", .outflow, .participationAct, lines: "411-413",
      "Aiming at quick outflow risks jobs that fit poorly, from which clients soon fall back."),
    Evidence(
      "E-100", .outflow, .participationAct, lines: "210-213",
      "In the 4 years after the law of 2015 the share of clients who found work stayed low, under 10 % a year."
    ),
    Evidence(
      "E-123", .outflow, .participationAct, lines: "771-777",
      "People who do not understand or cannot comply sometimes lose their benefit."),
    Evidence(
      "E-149", .outflow, .workingWithLimitations, lines: "398-401",
      "In nine months of 2011 (to September) 80,400 people left assistance: about 5 % for subsidised and a little over 30 % for regular work.",
      note:
        "About 107,000 a year, 30 % of stock; 9 % a year to regular work, 10.6 % with subsidised work: computed, not published."
    ),
    Evidence(
      "E-179", .outflow, .workingWithLimitations, lines: "1505-1509",
      "UWV and ministry agreed on a placement rate of 31 % for 2012, for disabled clients without the Wajong.",
      note: "The denominator is not given; the scan prints \"3 1 %\"."),
    Evidence(
      "E-190", .outflow, .workingWithLimitations, lines: "273-278",
      "Clients who are guided and not followed afterwards risk drifting away from work again."),
    Evidence(
      "E-216", .outflow, .utrecht, lines: "837-841",
      "Chances fall with time on benefit; a quick start, pace, and few and smooth handovers help."),
    Evidence(
      "E-232", .outflow, .utrecht, lines: "547-557",
      "Utrecht credits extra caseworkers for doing better than other big cities; the audit office notes that nobody tested other causes."
    ),
    Evidence(
      "E-233", .outflow, .utrecht, lines: "491-495",
      "National data can show who falls back into benefit, but are used now and then only."),
    Evidence(
      "E-249", .outflow, .clientInView, lines: "5-9",
      "More is possible for clients than municipalities believed, but mostly not work at once."),
    Evidence(
      "E-266", .outflow, .clientInView, lines: "583-588",
      "Langedijk expects its deficit on benefits to become a surplus of 4 % this year, partly thanks to the campaign.",
      note: "Other causes play a part."),
    Evidence(
      "E-267", .outflow, .clientInView, lines: "592-603",
      "Attention makes clients grow, by small steps (child care, volunteering) towards work; some will never be ready for a job."
    ),
    Evidence(
      "E-142", .partTime, .workingWithLimitations, lines: "377-378",
      "Almost 15,000 of the 28,600 WGA clients who can work in part use that capacity fully or partly."
    ),
    Evidence(
      "E-144", .partTime, .workingWithLimitations, lines: "382-383",
      "10 % of the clients with a sickness benefit of more than 13 weeks work beside it."),
    Evidence(
      "E-146", .partTime, .workingWithLimitations, lines: "387-389",
      "Almost a third of assistance clients (31 %) work beside the benefit: 14 % paid, 17 % unpaid."
    ),
    Evidence(
      "E-113", .money, .participationAct, lines: "2405-2407",
      "The budget for support covers about one recipient in three."),
    Evidence(
      "E-114", .money, .participationAct, lines: "2409-2413",
      "With the law of 2015 the re-integration budget fell by two thirds (67 %), while 10,000-15,000 more young people a year were expected."
    ),
    Evidence(
      "E-167", .money, .workingWithLimitations, lines: "780-789",
      "Less money went in 2011 to the two lowest rungs (47 % of the stock); participation clients get a limited part of the budget."
    ),
    Evidence(
      "E-224", .money, .utrecht, lines: "284-295",
      "Not known: what it costs to get someone out, progress over rungs, how far leavers were from work, savings.",
      note: "The standard cost per participant is known but not given."),
    Evidence(
      "E-269", .money, .clientInView, lines: "613-619",
      "Returns are hard to put in euro: savings on outflow can be measured, but come late."),
  ]
}
