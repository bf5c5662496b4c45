import CaseloadModel

extension ParameterTable {
  static let atContact = Binding<OutflowSettings>.section(
    "atContact", \.atContact, "What talks bring to light and lead to.",
    [
      .number(
        "changesPerYear", \.changesPerYear, .from(0, to: 5), unit: "changes per client and year",
        "Unreported changes of circumstances that end the right to a benefit once a talk finds them.",
        .free, .anyTime, "E-268", "O-015"),
      .share(
        "detectionShare", \.detectionShare, of: "changes that are there",
        "Changes that a talk in one room finds; other modes find less, as their attention says.",
        .free, .anyTime, "E-268", "O-015"),
      .share(
        "sanctionShare", \.sanctionShare, of: "planned talks",
        "Chance that a talk ends the benefit as a sanction.", .assumption, .anyTime, "E-123"),
      .share(
        "referralShare", \.referralShare, of: "planned talks",
        "Chance of a referral to a vacancy, at the readiness at which attention works best.", .free,
        .anyTime, "E-249"),
      .number(
        "referralDays", \.referralDays, .from(0, to: 3_650), unit: "calendar days",
        "Mean time until a referral is decided.", .assumption, .newcomers),
      .share(
        "referralAcceptShare", \.referralAcceptShare, of: "referrals",
        "Chance that an employer takes a referred client of whom everything is known.", .free,
        .anyTime, "E-170", "E-249"),
    ])

  static let atInvitation = Binding<OutflowSettings>.section(
    "atInvitation", \.atInvitation, "What being called in does before the talk.",
    [
      .share(
        "workShare", \.workShare, of: "first invitations of a spell",
        "Clients who leave for work before the talk, at the readiness at which attention works best.",
        .free, .newcomers, "O-023"),
      .share(
        "otherShare", \.otherShare, of: "first invitations of a spell",
        "Clients who leave for other reasons before the talk.", .free, .newcomers, "O-015", "E-123"),
    ])
}
