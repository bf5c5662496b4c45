// Activities of clients who come and go, of planned contact and of other work for clients.
extension ActivityDefinition {
  /// Clients who come and go.
  static let ofClients: [ActivityDefinition] = [
    .init(
      .inStockAtStart, "stock.start", "On benefit at the start", "In de uitkering bij het begin",
      amount: .daysSinceContact,
      "is on benefit on the first day of the run, last spoken to {amount} before",
      "heeft een uitkering op de eerste dag, voor het laatst gesproken {amount} eerder"),
    .init(
      .entered, "client.entered", "Comes on benefit", "Komt in de uitkering",
      "comes on benefit for the first time", "komt voor het eerst in de uitkering"),
    .init(
      .returned, "client.returned", "Comes back on benefit", "Komt terug in de uitkering",
      "comes back on benefit (spell {spell})", "komt terug in de uitkering (periode {spell})"),
    .init(
      .fileReceived, "client.fileReceived", "File received", "Dossier ontvangen",
      "an earlier agency hands its file over", "een eerdere instantie draagt het dossier over"),
    .init(
      .divertedToWork, "client.diverted", "Work in place of a benefit",
      "Werk in plaats van uitkering", "gets a contract in place of a benefit",
      "krijgt een contract in plaats van een uitkering"),
    .init(
      .left, "client.left", "Leaves", "Stroomt uit", amount: .daysToReturn,
      "leaves: {outcome}", "stroomt uit: {outcome}"),
    .init(
      .assigned, "client.assigned", "Gets a worker", "Krijgt een klantmanager",
      lifecycle: "assign", "gets {worker}", "krijgt {worker}"),
    .init(
      .waitsForWorker, "client.waits", "Waits for a worker", "Wacht op een klantmanager",
      lifecycle: "schedule", "waits for a worker: every caseload is full",
      "wacht op een klantmanager: alle caseloads zijn vol"),
    .init(
      .handedOver, "client.handedOver", "Changes hands", "Wisselt van klantmanager",
      lifecycle: "reassign", amount: .currency,
      "goes from {other} to {worker}, {outcome}: {amount}",
      "gaat van {other} naar {worker}, {outcome}: {amount}"),
    .init(
      .passedWithinTeam, "client.passedInTeam", "Passed within the team",
      "Overgenomen binnen het team", lifecycle: "reassign", amount: .currency,
      "{worker} of the same team takes over from {other}: {amount}",
      "{worker} uit hetzelfde team neemt het over van {other}: {amount}"),
  ]

  /// Planned contact.
  static let ofContact: [ActivityDefinition] = [
    .init(
      .contactListed, "contact.listed", "Contact comes due", "Contact wordt verwacht",
      lifecycle: "schedule", "is put on the list of {worker} for a contact",
      "komt op de lijst van {worker} voor een contact"),
    .init(
      .contactBooked, "contact.booked", "Contact booked", "Contact ingepland", lifecycle: "assign",
      "{worker} plans contact {mode} {start}", "{worker} plant contact {mode} {start}"),
    .init(
      .appointmentLapsed, "contact.lapsed", "Appointment lapses", "Afspraak vervalt",
      lifecycle: "withdraw", "the appointment lapses, because {worker} is absent",
      "de afspraak vervalt, want {worker} is afwezig"),
    .init(
      .intakeHeld, "intake.held", "Intake held", "Intake gehouden",
      "{worker} holds the intake {mode}, {minutes} minutes",
      "{worker} houdt de intake {mode}, {minutes} minuten"),
    .init(
      .contactHeld, "contact.held", "Contact held", "Contact gehad",
      "{worker} has contact {mode}, {minutes} minutes",
      "{worker} heeft contact {mode}, {minutes} minuten"),
    .init(
      .appointmentMissed, "contact.missed", "Appointment missed", "Afspraak gemist",
      lifecycle: "pi_abort", "does not come to the appointment with {worker}",
      "komt niet op de afspraak met {worker}"),
    .init(
      .contactGivenUp, "contact.givenUp", "Contact rests after missed appointments",
      "Contact rust na gemiste afspraken", lifecycle: "ate_abort",
      "{worker} lets the contact rest after missed appointments",
      "{worker} laat het contact rusten na gemiste afspraken"),
    .init(
      .calledIn, "contact.calledIn", "Called in by a campaign", "Opgeroepen door een campagne",
      lifecycle: "schedule", subject: .campaign, "is called in by campaign {subject}",
      "wordt opgeroepen door campagne {subject}"),
  ]

  /// What comes of invitations and talks.
  static let ofTalks: [ActivityDefinition] = [
    .init(
      .leftBeforeTalk, "talk.leftBefore", "Leaves before the talk", "Vertrekt voor het gesprek",
      lifecycle: "pi_abort", "was called in, and leaves before the talk: {outcome}",
      "was opgeroepen en vertrekt voor het gesprek: {outcome}"),
    .init(
      .changeFound, "talk.changeFound", "Talk finds that the right has ended",
      "Gesprek brengt einde van het recht aan het licht",
      "tells {worker} of changes that end the right to the benefit",
      "vertelt {worker} van veranderingen die het recht op de uitkering beëindigen"),
    .init(
      .sanctionedAtTalk, "talk.sanctioned", "Benefit ended at a talk",
      "Uitkering beëindigd bij een gesprek", "{worker} ends the benefit after what the talk told",
      "{worker} beëindigt de uitkering na wat het gesprek leerde"),
    .init(
      .referred, "referral.made", "Referred to a vacancy", "Doorverwezen naar een vacature",
      lifecycle: "schedule", amount: .days,
      "{worker} refers the client to a vacancy; the employer decides after {amount}",
      "{worker} verwijst door naar een vacature; de werkgever beslist na {amount}"),
    .init(
      .referralDecided, "referral.decided", "Employer decides on a referral",
      "Werkgever beslist over een doorverwijzing", amount: .known,
      "the employer decides on the referral, told {amount}: {outcome}",
      "de werkgever beslist over de doorverwijzing, {amount}: {outcome}"),
  ]

  /// Requests, tasks and registration.
  static let ofTasks: [ActivityDefinition] = [
    .init(
      .requestMade, "request.made", "Client asks for contact", "Klant vraagt om contact",
      lifecycle: "schedule", "asks for contact", "vraagt om contact"),
    .init(
      .requestAnswered, "request.answered", "Question answered", "Vraag beantwoord",
      "{worker} answers the question by phone, {minutes} minutes",
      "{worker} beantwoordt de vraag per telefoon, {minutes} minuten"),
    .init(
      .progressTalkHeld, "progressTalk.held", "Talk on progress held",
      "Voortgangsgesprek gehouden", "{worker} talks about the trajectory, {minutes} minutes",
      "{worker} spreekt over het traject, {minutes} minuten"),
    .init(
      .registered, "contact.registered", "Contact registered", "Contact geregistreerd",
      "{worker} registers what the contact told", "{worker} registreert wat het contact leerde"),
    .init(
      .taskCreated, "task.created", "Task comes up", "Taak ontstaat", lifecycle: "schedule",
      "work for {worker}: {task}, {minutes} minutes",
      "werk voor {worker}: {task}, {minutes} minuten"),
    .init(
      .taskLapsed, "task.lapsed", "Task is given up", "Taak vervalt", lifecycle: "withdraw",
      "never done by {worker}: {task}", "nooit gedaan door {worker}: {task}"),
    .init(
      .checkDropped, "check.dropped", "Check dropped", "Controle vervalt", lifecycle: "withdraw",
      "{worker} drops a check of the benefit: too much has piled up",
      "{worker} laat een controle vervallen: er is te veel blijven liggen"),
    .init(
      .checkMade, "check.made", "Check made", "Controle gedaan",
      "the right to the benefit has been checked", "het recht op de uitkering is gecontroleerd"),
    .init(
      .fileReviewed, "file.reviewed", "File reviewed", "Dossier doorgenomen",
      "the file has been reviewed", "het dossier is doorgenomen"),
  ]
}
