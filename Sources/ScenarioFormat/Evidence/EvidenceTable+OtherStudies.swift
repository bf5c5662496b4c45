extension EvidenceTable {
  /// Evidence on everything outside the five reports: experiments, national figures, hours and prices.
  static let otherStudies: [Evidence] = [
    Evidence(
      "O-012", .contactEffects,
      study: "Koning (2009), CPB Discussion Paper 73, Dutch employment offices",
      place: "direction only", .direction,
      "Extra workers raise outflow of short-term and insured clients; none to work for the long-term unemployed and clients on assistance."
    ),
    Evidence(
      "O-013", .contactEffects, study: "Amsterdam, experiment with social assistance, 2019-2021",
      place: "direction only", .direction,
      "Extra attention: no clear difference in leaving for full work, more paid part-time work."),
    Evidence(
      "O-015", .contactEffects, study: "FIP Brabantse Wal, 2014-2015",
      place: "publisher's page or abstract", .confirmed,
      "With 180 clients per worker and 4 talks a year, clients far from work left the benefit more often than a control group, mostly not to paid work; they were known much better."
    ),
    Evidence(
      "O-017", .contactEffects,
      study: "UWV, randomised study of unemployment benefits, inflow from November 2017",
      place: "publisher's page or abstract", .confirmed,
      "Talks in person added to online service: employed after 12 months 65 % in place of 63 %."),
    Evidence(
      "O-022a", .contactEffects, study: "Schiprowski (2020)",
      place: "direction only", .direction,
      "When a caseworker is absent, clients stay longer on benefit; clients of colleagues suffer a little."
    ),
    Evidence(
      "O-023", .contactEffects, study: "Maibom, Rosholm and Svarer, randomised study, Denmark 2008",
      place: "publisher's page or abstract", .confirmed,
      "A talk every two weeks for newly unemployed: about 10 % more employment over two years (about 5 weeks); group meetings made no clear difference."
    ),
    Evidence(
      "O-025", .contactEffects, study: "Lagerström (2011)",
      place: "publisher's page or abstract", .confirmed,
      "A caseworker better by one standard deviation raises employment within a year by about 13 %, relative."
    ),
    Evidence(
      "O-026", .contactEffects, study: "Cederlöf and others (2021)",
      place: "direction only", .direction,
      "Caseworkers differ considerably in what they add; two years of experience beat less."),
    Evidence(
      "O-040", .stock, study: "CBS",
      place: "StatLine table 82016NED", .confirmed,
      "Persons on assistance up to pension age, December 2007 to 2012: 320,220, 304,200, 330,390, 356,680, 367,370, 380,630.",
      note: "Persons; E-141 counts benefits."),
    Evidence(
      "O-042", .stock, study: "CBS",
      place: "StatLine table 85585NED", .confirmed,
      "Persons on assistance at ends of quarters: 431,550 (2019, first), 414,610 (2019, fourth), 428,020 (2020), 408,130 (2021), 396,720 (2022, fourth); 406,000 at the end of 2024."
    ),
    Evidence(
      "O-043", .stock, study: "CBS",
      place: "StatLine table 82662NED", .confirmed,
      "Inflow into assistance per average stock, 2019 to 2022: 20.9, 25.4, 20.9 and 19.7 % a year."),
    Evidence(
      "O-044", .outflow, study: "CBS",
      place: "StatLine table 82662NED", .confirmed,
      "Outflow from assistance per average stock, 2019 to 2022: 23.7, 20.1, 23.4 and 20.9 % a year."
    ),
    Evidence(
      "O-046", .stock, study: "Divosa, figures for 2012",
      place: "publisher's page or abstract", .confirmed,
      "2012: 111,000 benefits granted and 96,500 ended, about a third of applications refused; 31 % of outflow through work, about 9 % of stock a year.",
      note: "Benefits, not persons."),
    Evidence(
      "O-047", .stock, study: "figures for 2014, publisher not recorded",
      place: "publisher's page or abstract", .confirmed,
      "2014: 140,000 benefits granted and 119,000 ended, stock up 8 %.",
      note: "Benefits, not persons."),
    Evidence(
      "O-048", .outflow, study: "CBS, figures for 2021",
      place: "publisher's page or abstract", .confirmed,
      "49,000 persons left for jobs as employees in 2021, 11.7 % of the average stock.",
      note: "A boom year."),
    Evidence(
      "O-049a", .outflow, study: "figures for 2013-2018, publisher not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Back on benefit within 12 months of leaving: 20 % on average over 2013-2018, 22 % in 2014."),
    Evidence(
      "O-049b", .outflow, study: "CBS and Inspectorate, as reported by the press",
      place: "press report", .confirmed,
      "Back on benefit within 12 months of leaving for work: 16 %."),
    Evidence(
      "O-052a", .outflow, study: "CBS, figures for 2023",
      place: "StatLine table 85617NED", .confirmed,
      "Spells that ended in 2023 (72,610) by length: under 6 months 22 %, to 12 months 15, to 2 years 17, to 3 years 11, to 4 years 7, to 5 years 5, longer 22 %."
    ),
    Evidence(
      "O-056", .partTime, study: "Dutch figures, publisher not recorded",
      place: "publisher's page or abstract", .confirmed,
      "8 % of assistance clients have income from part-time work in a month; 44 % of the stock are 55 or older."
    ),
    Evidence(
      "O-057", .stock, study: "Dutch figures, publisher not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Half of those who come in are under 35."),
    Evidence(
      "O-058", .money, study: "figures for 2018, publisher not recorded",
      place: "publisher's page or abstract", .confirmed,
      "A benefit costs about 14,200 euro a year on average (2018)."),
    Evidence(
      "O-059", .money, study: "none",
      place: "no document at hand", .memory,
      "A caseworker costs 85,000-110,000 euro per fte and year, all included."),
    Evidence(
      "O-060", .time, study: "Dutch norms, publisher not recorded",
      place: "publisher's page or abstract", .confirmed,
      "A full-time equivalent works 1,363 to 1,425 productive hours a year."),
    Evidence(
      "O-061", .money, study: "none",
      place: "no document at hand", .memory,
      "A trajectory that is bought costs 2,000-6,000 euro."),
    Evidence(
      "O-062", .stock, study: "UWV, figures for 2011-2013",
      place: "publisher's page or abstract", .confirmed,
      "End of 2011, 2012, 2013 (x 1,000): Wajong 216, 227, 239, WGA 102, 119, 135; inflow a year: Wajong 16, 16, 18, WGA 30, 29, 29."
    ),
    Evidence(
      "O-063", .outflow, study: "UWV, figures for 2011-2013",
      place: "publisher's page or abstract", .confirmed,
      "Outflow a year, 2011 to 2013 (x 1,000): Wajong 5.1, 5.4, 5.5, WGA 6.7, 7.8, 8.5.",
      note: "Without those who go on to the IVA (O-063a)."),
    Evidence(
      "O-063a", .outflow, study: "UWV, figures for 2011-2013",
      place: "publisher's page or abstract", .confirmed,
      "From WGA to IVA a year, 2011 to 2013 (x 1,000): 3.2, 3.8, 5.0.",
      note:
        "With it flows and stocks agree: 29 - 7.8 - 3.8 = 17.4 (2012), 29 - 8.5 - 5.0 = 15.5 (2013)."
    ),
    Evidence(
      "O-064a", .partTime, study: "UWV, figures for 2011-2013",
      place: "publisher's page or abstract", .confirmed,
      "WGA clients with capacity left who work: 48, 46 and 43 % (2011 to 2013)."),
    Evidence(
      "O-065", .contact, study: "Rotterdam, first work intake",
      place: "publisher's page or abstract", .confirmed,
      "About 1 in 10 does not come to the first work intake; far more of those unseen for long."),
    Evidence(
      "O-082", .staff, study: "standard method of workload studies",
      place: "common practice", .practice,
      "Staff needed is the sum over kinds of cases of cases times standard hours, divided by hours for cases per fte."
    ),
    Evidence(
      "O-084a", .caseload, study: "Campello, Ingolfsson and Shumsky (2017), Management Science",
      place: "abstract", .confirmed,
      "Case managers alternate between several customers who also wait elsewhere; a cap trades waiting for a manager against waiting inside the caseload."
    ),
    Evidence(
      "O-090", .knowledge, study: "studies of forgetting, authors not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Forgetting is described by power, exponential and hyperbolic curves."),
    Evidence(
      "O-091", .knowledge, study: "studies of forgetting, authors not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Forgetting of single persons is nearer to a power law."),
    Evidence(
      "O-092", .knowledge, study: "Heinrich and others, on the currency of data",
      place: "publisher's page or abstract", .confirmed,
      "Currency is the chance that a stored value still holds, given its age and how fast the attribute declines; in the simplest case exponential."
    ),
    Evidence(
      "O-093a", .knowledge, study: "studies of organisational forgetting, authors not recorded",
      place: "direction only", .direction,
      "Organisations lose knowledge in jumps when people leave: more with more turnover, less with good records."
    ),
    Evidence(
      "O-120", .contactEffects, study: "Jobbnätet, matched comparison",
      place: "publisher's page or abstract", .confirmed,
      "Contact with employers for long-term clients: 6 % less time to a job without subsidy, 15 % less to any job."
    ),
    Evidence(
      "O-127", .contactEffects, study: "Nevada, randomised study",
      place: "publisher's page or abstract", .confirmed,
      "One early talk with help: 4 points more at work 18-26 months later, for 230-290 US dollars a client."
    ),
    Evidence(
      "O-128", .contactEffects, study: "Arni, randomised study, jobseekers aged 45 and over",
      place: "publisher's page or abstract", .confirmed,
      "Contact with coaching: 72 % found a job in place of 63 %; fewer while it lasts."),
    Evidence(
      "O-129", .contactEffects,
      study: "De Groot and Van der Klaauw, randomised study, Netherlands, aged 50 and over",
      place: "publisher's page or abstract", .confirmed,
      "Group training that is bought: 4.4 points more exits; it saves 715 euro and costs 470 euro a client."
    ),
    Evidence(
      "O-141", .contactEffects, study: "observational study, author not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Worker and client alike in all traits: 4 points more; alike in one: 0."),
    Evidence(
      "O-142", .contactEffects, study: "observational study, author not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Programmes that workers choose do no better than programmes at random."),
    Evidence(
      "O-150", .staff, study: "Dutch municipalities, figures for 2022, publisher not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Municipal staff in 2022: sickness 6.7 %, leaving 8.3 %, joining 15.9 %, moves inside 8.4 % a year."
    ),
    Evidence(
      "O-156", .partners, study: "figures on debt help, publisher not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Debt help: 32 days to the intake, 81 days to establish the debts; shorter in small municipalities."
    ),
    Evidence(
      "O-159", .contact, study: "randomised study in health care, author not recorded",
      place: "publisher's page or abstract", .confirmed,
      "A reminder took no-shows from 39.8 to 26.3 %."),
    Evidence(
      "O-160", .contact, study: "randomised study in health care, author not recorded",
      place: "publisher's page or abstract", .confirmed,
      "Better wording took no-shows from 11.1 to 8.4 %."),
  ]
}
