import SimulationKernel

// What is written down of a contact.
extension Simulation {
  /// A contact has been registered: each item reaches the register with the worker's completeness.
  mutating func completeRegistration(_ client: Int, worker: Int) {
    guard clients.state[client].inStock else { return }
    var draws = stream(
      .registration, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    var completeness = staff.registrationShare(of: worker, under: terms)
    if clock.now < audits.feltUntil {
      completeness += (1 - completeness) * scenario.knowledge.auditEffect
    }
    var left = (0.0, 0.0, 0.0)
    for attribute in 0..<knowledge.attributeCount {
      // Three attributes share a word.
      if attribute % 3 == 0 { left = draws.threeUniforms() }
      let draw = attribute % 3 == 0 ? left.0 : attribute % 3 == 1 ? left.1 : left.2
      if draw < completeness {
        knowledge.registerWhatIsRemembered(client: client, attribute: attribute, at: clock.now)
      }
    }
    note(.registered, client: client, worker: worker)
  }
}
