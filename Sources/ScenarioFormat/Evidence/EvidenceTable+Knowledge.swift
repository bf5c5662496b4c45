extension EvidenceTable {
  /// Evidence on what is known of clients: knowledge, registration, handover and diagnosis.
  static let knowledge: [Evidence] = [
    Evidence(
      "E-024", .knowledge, .knowYourClients, lines: "226-227",
      "What is known of a client peaks with the first diagnosis on entering."),
    Evidence(
      "E-026", .knowledge, .knowYourClients, lines: "242-243",
      "Contacts and knowledge fall with time on benefit, until some clients are out of sight altogether."
    ),
    Evidence(
      "E-028", .knowledge, .knowYourClients, lines: "247-249",
      "Above a caseload of about 100, knowledge of clients drops clearly."),
    Evidence(
      "E-065", .knowledge, .knowYourClients, lines: "959-962",
      "Too little is often known of the stock, which also makes handing over clients hard."),
    Evidence(
      "E-066", .knowledge, .knowYourClients, lines: "970-973",
      "Larger stocks are known less well."),
    Evidence(
      "E-067", .knowledge, .knowYourClients, lines: "974-976",
      "Categories raised UWV's knowledge of its stock: clients who can be placed can now be selected directly."
    ),
    Evidence(
      "E-072", .knowledge, .knowYourClients, lines: "1035-1040",
      "Clients are known well mainly while they are guided, and those are mostly the promising ones."
    ),
    Evidence(
      "E-089", .knowledge, .participationAct, lines: "42-43",
      "Of a third of their clients (~33 %) caseworkers know too little, on average, to tell what support is needed.",
      note: "The chart of the same report says 30 %."),
    Evidence(
      "E-129", .knowledge, .participationAct, lines: "1246-1251",
      "Experienced caseworkers take the room they need to share information; newer ones hesitate over privacy rules."
    ),
    Evidence(
      "E-158", .knowledge, .workingWithLimitations, lines: "664-667",
      "The active caseload is well in view for about half (~50 %) of UWV professionals; passive clients are known less."
    ),
    Evidence(
      "E-159", .knowledge, .workingWithLimitations, lines: "127-132",
      "WIA professionals know whom they guide; unmotivated and less promising clients slip from view, also because the caseload feels high."
    ),
    Evidence(
      "E-160", .knowledge, .workingWithLimitations, lines: "134-142",
      "Sickness-benefit professionals know their clients fairly well to well: an intake follows at once, and contact goes on."
    ),
    Evidence(
      "E-016", .registration, .knowYourClients, lines: "181-186",
      "Caseworkers differ much in planning and registration: some register at once and in full, others late or in part."
    ),
    Evidence(
      "E-032", .registration, .knowYourClients, lines: "258-265",
      "Files are of very uneven quality: discipline, pressure, clumsy or parallel systems, private notes and no shared view of what to record."
    ),
    Evidence(
      "E-060", .registration, .knowYourClients, lines: "883-888",
      "Contacts go first: at high pressure registration is late or poor, in the end contacts, enforcement and knowledge decline as well."
    ),
    Evidence(
      "E-077", .registration, .knowYourClients, lines: "1085-1089",
      "Over three quarters of caseworkers (>75 %) say that knowing clients takes good registration, and spend time on it more often."
    ),
    Evidence(
      "E-080", .registration, .knowYourClients, lines: "1107-1110",
      "Two thirds of managers (67 %) want systems that are easier to use; most caseworkers (>50 %) expect better work from them."
    ),
    Evidence(
      "E-081", .registration, .knowYourClients, lines: "1112-1115",
      "Parallel systems and private notes (spreadsheets, binders) make information hard to reach and to hand over."
    ),
    Evidence(
      "E-134", .registration, .participationAct, lines: "2589-2600",
      "Writing down reasons takes time but takes away the barrier of the manager, and the reverse."),
    Evidence(
      "E-173", .registration, .workingWithLimitations, lines: "1043-1051",
      "Matching by computer fails: WBS lacks the occupations, and in Sonar many WIA clients are incomplete."
    ),
    Evidence(
      "E-207", .registration, .utrecht, lines: "752-757",
      "Data entry was neither steered nor checked, so data are missing, ambiguous or out of date."),
    Evidence(
      "E-208", .registration, .utrecht, lines: "724-729",
      "Ten years saw 3 systems: GWS4All from 2000 to 2007, WCM from 2008 to March 2009, RMW since 20 April 2009."
    ),
    Evidence(
      "E-209", .registration, .utrecht, lines: "759-784",
      "Paper files stay in use, documents are not managed well, and invoices run on spreadsheets as nobody trusts the system."
    ),
    Evidence(
      "E-259", .registration, .clientInView, lines: "414-418",
      "With too many services to choose from caseworkers lost track, and filled in anything."),
    Evidence(
      "E-260", .registration, .clientInView, lines: "418-421",
      "Tying services to the class of a client left fewer options and better registration (Kromme Rijn)."
    ),
    Evidence(
      "E-261", .registration, .clientInView, lines: "448-462",
      "Each activity has an end date, at which 1 work item opens by itself in the caseworker's queue; nobody escapes."
    ),
    Evidence(
      "E-031", .handover, .knowYourClients, lines: "256-258",
      "According to the summary, about half of the staff (~50 %) cannot easily pass on what they learned of a client.",
      note:
        "Chapter 5 of the same report has 18 % of municipal caseworkers (E-079), and about 50 % for swaps of caseload (E-078)."
    ),
    Evidence(
      "E-035", .handover, .knowYourClients, lines: "319-323",
      "Uneven registration harms handing over clients and the continuity of service."),
    Evidence(
      "E-076", .handover, .knowYourClients, lines: "1081-1084",
      "The more often clients change hands, the more good registration matters: nothing done twice, no knowledge to rebuild."
    ),
    Evidence(
      "E-078", .handover, .knowYourClients, lines: "1091-1093",
      "About half of the staff (~50 %) swapped a substantial part of the caseload with colleagues in the past year."
    ),
    Evidence(
      "E-079", .handover, .knowYourClients, lines: "1094-1097",
      "18 % of municipal caseworkers say that what was learned of a client is hard to pass on and has to be found out again.",
      note: "The summary of the same report says about half (E-031)."),
    Evidence(
      "E-220", .handover, .utrecht, lines: "1469-1474",
      "Systems of UWV and city are not linked: what is known of a client is typed in again at a transfer."
    ),
    Evidence(
      "E-257", .handover, .clientInView, lines: "383-388",
      "What external people learn has to reach the municipality: systems must be tight, or information on clients is lost."
    ),
    Evidence(
      "E-025", .diagnosis, .knowYourClients, lines: "227-232",
      "Municipalities often lack the expertise to diagnose people with a work limitation and do not buy it, so abilities stay unseen."
    ),
    Evidence(
      "E-069", .diagnosis, .knowYourClients, lines: "1013-1015",
      "Of municipal caseworkers who diagnose themselves, about half (~50 %) use an instrument."),
    Evidence(
      "E-070", .diagnosis, .knowYourClients, lines: "1020-1023",
      "UWV diagnoses in house in 3 steps: insurance doctor and labour expert at the claim, then for re-integration."
    ),
    Evidence(
      "E-071", .diagnosis, .knowYourClients, lines: "1009-1011",
      "Diagnosis on entering shows one moment only."),
    Evidence(
      "E-111", .diagnosis, .participationAct, lines: "589-598",
      "Clients who must first become fit for work are served poorly: instruments suit those who can work already, and mental health care has long queues."
    ),
    Evidence(
      "E-165", .diagnosis, .workingWithLimitations, lines: "146-155",
      "Limitations are not recorded by municipalities: the ladder tells how people take part, not what holds them back."
    ),
    Evidence(
      "E-166", .diagnosis, .workingWithLimitations, lines: "158-162",
      "Medical and vocational advice is mostly not bought: it costs money and time."),
    Evidence(
      "E-204", .diagnosis, .utrecht, lines: "1155-1171",
      "The client system proposes rung and instruments but tells no barriers or chances; caseworkers lack the time to find those out."
    ),
    Evidence(
      "E-205", .diagnosis, .utrecht, lines: "1146-1149",
      "Talks are too short to gather what matters, and each caseworker enters data in another way."),
    Evidence(
      "E-206", .diagnosis, .utrecht, lines: "1183-1190",
      "Every programme diagnoses anew: several intakes in a short time, and no single place for the results."
    ),
    Evidence(
      "E-242", .diagnosis, .clientInView, lines: "219-228",
      "Talks range over several parts of life; what people can do is put as wage value, rung or own category, with tools such as Szeebra and Dariuz."
    ),
  ]
}
