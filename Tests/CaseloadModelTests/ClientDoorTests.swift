import SimulationKernel
import Testing

@testable import CaseloadModel

/// What happens to a client goes through the doors of `Clients`, without an organisation around them.
@Suite struct ClientDoorTests {
  /// One person in the first spell.
  private func person() -> Clients {
    var clients = Clients(
      minimumCapacity: 16, on: Clock(TinyWorld.certain(), seed: 1, replication: 0))
    clients.state.append(
      ClientState(
        streamID: 0, readiness: 0.5, motivation: 0.5, exitFactor: 1, spellStart: 0,
        readinessHome: 0.5, requestFactor: 1, restDraw: 0))
    clients.service.append(ClientService())
    clients.attention.append(ClientAttention())
    clients.enter(0, firstBelief: 1, at: 0)
    return clients
  }

  @Test func everyStepOfATrajectoryMakesTheLastOneStale() {
    var clients = person()
    var numbers: [UInt32] = []
    for _ in 0..<2 {
      let proposal = clients.takeProposalNumber(of: 0)
      #expect(Int(proposal) == numbers.count / 4)
      clients.propose(0, to: 0)
      clients.request(0, budgetYear: 2)
      numbers.append(clients.trajectoryNumber(of: 0))
      clients.awaitPlace(0)
      numbers.append(clients.trajectoryNumber(of: 0))
      clients.startTrajectory(0, endingIn: .success)
      numbers.append(clients.trajectoryNumber(of: 0))
      clients.endTrajectory(0)
      numbers.append(clients.trajectoryNumber(of: 0))
    }
    #expect(Set(numbers).count == 8)
    #expect(clients.service[0].trajectoryStarts == 2)
    #expect(clients.state[0].budgetYear == 2)
  }

  @Test func moneyThatIsNotThereLeavesNothingAskedFor() {
    var clients = person()
    clients.propose(0, to: 0)
    clients.deny(3, to: 0)
    #expect(clients.state[0].deniedInstrument == 3 && clients.service[0].trajectoryStage == .none)
    clients.propose(0, to: 0)
    #expect(
      clients.state[0].deniedInstrument == ClientState.noInstrument
        && clients.service[0].trajectoryStage == .requested)
  }

  @Test func everySpellAndTheTimeAfterItHaveNumbersOfTheirOwn() {
    var clients = person()
    var numbers = [clients.spellNumber(of: 0)]
    let ticket = clients.service[0].dueTicket
    for _ in 0..<3 {
      clients.leave(0)
      clients.endService(of: 0)
      numbers.append(clients.spellNumber(of: 0))
      clients.enter(0, firstBelief: 1, at: 10)
      numbers.append(clients.spellNumber(of: 0))
    }
    #expect(numbers == numbers.sorted() && Set(numbers).count == 7)
    #expect(clients.service[0].dueTicket > ticket)
    // The number of every clock has gone up with each end.
    for life in ClientClock.allCases { #expect(clients.state[0].numbers[life] == 3) }
  }

  @Test func whatKeysDrawsAndWhatIsBelievedOutliveASpell() {
    var clients = person()
    #expect(clients.service[0].believedGroup == 1)
    let contacts = [clients.takeContactNumber(of: 0), clients.takeContactNumber(of: 0)]
    #expect(contacts == [0, 1])
    clients.service[0].believedGroup = 2
    clients.meet(0, isTwoWay: true, at: 5)
    clients.completeContact(0)
    clients.leave(0)
    clients.endService(of: 0)
    clients.enter(0, firstBelief: 1, at: 10)
    #expect(clients.service[0].believedGroup == 2)
    let next = clients.takeContactNumber(of: 0)
    #expect(next == 2)
    #expect(!clients.service[0].intakeDone && clients.service[0].lastContact == 10)
  }

  @Test func aContactThatIsPutBackOnAListFallsDueOnce() {
    var clients = person()
    let fellDue = clients.list(0, visitor: -1)
    clients.book(0)
    #expect(clients.service[0].stage == .booked)
    let missed = clients.missAppointment(0)
    let fellDueAgain = clients.list(0, visitor: 3)
    #expect(fellDue && !fellDueAgain && missed == 1)
    #expect(clients.service[0].visitor == 3)
    clients.clearContact(0)
    #expect(clients.service[0].visitor == -1 && clients.service[0].stage == .none)
    let closed = [clients.closeCase(0), clients.closeCase(0)]
    #expect(closed == [true, false])
    let isAnother = clients.list(0, visitor: -1)
    #expect(isAnother)
  }

  @Test func aContactByLetterIsNoTalk() {
    var clients = person()
    clients.meet(0, isTwoWay: false, at: 7)
    #expect(clients.service[0].lastAnyContact == 7 && clients.service[0].lastContact == 0)
    clients.meet(0, isTwoWay: true, at: 9)
    #expect(clients.service[0].lastAnyContact == 9 && clients.service[0].lastContact == 9)
    #expect(clients.service[0].contactsAfterIntake == 1)
  }

  @Test func aDateIsOnlyBroughtForward() {
    var clients = person()
    clients.setDue(0, at: 1e300)
    #expect(Double(clients.service[0].due) == SimulationClock.farthest)
    clients.bringForward(0, to: 50)
    clients.bringForward(0, to: 60)
    #expect(clients.service[0].due == 50)
    clients.callIn(0, campaign: 2, at: 40)
    #expect(clients.service[0].due == 40 && clients.service[0].campaign == 3)
    clients.closeCall(0)
    #expect(clients.service[0].campaign == 0 && clients.service[0].followUpCampaign == 3)
  }

  @Test func whoLeavesForGoodGivesThePlaceFreeWhenNothingIsToCome() {
    var clients = person()
    clients.state[0].pendingEvents = 1
    clients.leaveForGood(0)
    #expect(clients.state[0].isGone)
    let early = clients.reuse()
    #expect(early == nil)
    clients.state[0].pendingEvents = 0
    clients.leaveForGood(0)
    let late = clients.reuse()
    #expect(late == 0)
  }
}
