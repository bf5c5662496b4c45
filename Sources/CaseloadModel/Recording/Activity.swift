/// What can happen in a replication: the one dictionary of diary, event log and documentation.
///
/// An activity is added here as a case, and in `ActivityDefinition.all` as a record.
public enum Activity: UInt8, CaseIterable, Sendable {
  // Clients come and go.

  /// On benefit on the first day of the run.
  case inStockAtStart
  /// Somebody comes on benefit for the first time.
  case entered
  /// Somebody who left comes back.
  case returned
  /// What an earlier agency knows reaches the register.
  case fileReceived
  /// An applicant gets a contract in place of a benefit.
  case divertedToWork
  /// Somebody leaves.
  case left

  // Clients and workers.

  /// A client without a worker gets one.
  case assigned
  /// A client has to wait for a worker.
  case waitsForWorker
  /// A client changes hands.
  case handedOver
  /// A colleague of the team takes over for the next talk.
  case passedWithinTeam

  // Planned contact.

  /// A contact falls due and goes on a list.
  case contactListed
  /// A client on a list gets an appointment, or a place in the queue for a letter or a group session.
  case contactBooked
  /// An appointment lapses because the worker is absent.
  case appointmentLapsed
  /// An intake is held.
  case intakeHeld
  /// A planned contact is held.
  case contactHeld
  /// The client does not come.
  case appointmentMissed
  /// The worker lets a contact rest after missed appointments.
  case contactGivenUp
  /// A campaign calls a client in.
  case calledIn

  // What talks and invitations lead to.

  /// Somebody who was called in leaves before the talk.
  case leftBeforeTalk
  /// A talk brings to light that the right to the benefit has ended.
  case changeFound
  /// The benefit is ended at a talk.
  case sanctionedAtTalk
  /// A talk leads to a referral to a vacancy from outside the streams of vacancies.
  case referred
  /// An employer decides on a referral.
  case referralDecided

  // Other work for clients.

  /// A client asks for contact.
  case requestMade
  /// The answer to a client's question.
  case requestAnswered
  /// A talk on the progress of a trajectory.
  case progressTalkHeld
  /// A contact is registered.
  case registered
  /// A task for a client comes up.
  case taskCreated
  /// A task for a client is given up.
  case taskLapsed
  /// A check of the right to the benefit is dropped, because too much has piled up.
  case checkDropped
  /// A check has been made.
  case checkMade
  /// A file has been reviewed.
  case fileReviewed

  // Needs for support, and what is known.

  /// A shock brings a need for support.
  case needArose
  /// A client who asks for contact tells of a need.
  case needTold
  /// An instrument has met a need, which ends.
  case needMet
  /// The organisation comes to believe the client to be in another group.
  case classified
  /// Expertise is bought.
  case expertiseBought
  /// The result of bought expertise reaches the register.
  case expertiseReturned

  // A client's own life.

  /// True readiness moves over rungs of the ladder of six.
  case readinessMoved
  /// A shock in the client's life.
  case setback
  /// Work beside the benefit begins.
  case partTimeStarted
  /// Work beside the benefit ends.
  case partTimeEnded
  /// The client goes on to another law.
  case segmentChanged

  // Instruments and vacancies.

  /// An instrument is proposed.
  case instrumentProposed
  /// The request for an instrument is written.
  case instrumentRequested
  /// There is no money for the instrument any more.
  case instrumentRefused
  /// The client waits in line for a place.
  case waitsForPlace
  /// A trajectory begins.
  case trajectoryStarted
  /// A trajectory ends.
  case trajectoryEnded
  /// A trajectory is cut short because the client leaves.
  case trajectoryAbandoned
  /// A vacancy comes in.
  case vacancyOpened
  /// A client is thought of for a vacancy.
  case putForward
  /// A client has been put forward, and the employer decides.
  case matchDecided
  /// Nobody works on a vacancy any more.
  case vacancyClosed

  // Workers.

  /// Somebody comes to work here.
  case workerHired
  /// Somebody leaves the staff.
  case workerLeft
  /// Two workers exchange clients.
  case swapped
  /// A working day begins.
  case dayBegun
  /// A worker is absent for a day.
  case absent
  /// A stretch of work.
  case worked

  // The organisation.

  /// A dated change comes into force.
  case termsChanged
  /// A campaign begins.
  case campaignBegun
  /// A campaign ends.
  case campaignEnded
  /// A reorganisation takes place.
  case reorganised
  /// The register moves to another system.
  case registerMigrated
  /// The stock is put in classes.
  case stockClassified
  /// The register is audited.
  case registerAudited
  /// The staff is adjusted to the stock.
  case staffReviewed
}
