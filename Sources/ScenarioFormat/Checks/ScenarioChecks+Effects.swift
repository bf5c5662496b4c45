import CaseloadModel

// What contacts do: values that cannot have the effect they are meant to have.
extension ScenarioChecks {
  /// Warns of effects of contact that nothing can bring about.
  mutating func adviseOnEffects() {
    adviseOnOwnEffects()
    adviseOnAttention()
    let events = scenario.outflow.atContact
    if events.referralShare > 0, events.referralAcceptShare == 0 {
      contradiction(
        "outflow.atContact.referralAcceptShare",
        "a chance that somebody who is referred is taken, or a referralShare of 0", "0")
    }
  }

  /// An effect of a group's own is a share, or -1 for none.
  private mutating func adviseOnOwnEffects() {
    for rates in scenario.outflow.rates {
      for (key, value) in [
        ("contactEffectOnWork", rates.contactEffectOnWork),
        ("contactEffectOnOther", rates.contactEffectOnOther),
      ] where value < 0 && value != -1 {
        contradiction(
          "outflow.rates.\(rates.group).\(key)",
          "0 or more, or -1 to leave it to readiness; no contact makes exits rarer",
          JSONText.number(value))
      }
    }
  }

  private mutating func adviseOnAttention() {
    let attention = scenario.outflow.attention
    let effects = [
      ("work", attention.work, scenario.outflow.rates.map(\.contactEffectOnWork)),
      ("other", attention.other, scenario.outflow.rates.map(\.contactEffectOnOther)),
    ]
    let defaults = AttentionSettings()
    for (name, effect, own) in effects {
      let isDefault = effect == (name == "work" ? defaults.work : defaults.other)
      guard !isDefault, !own.isEmpty, own.allSatisfy({ $0 >= 0 }) else { continue }
      contradiction(
        "outflow.attention.\(name)", "a group whose own effect is -1, so that readiness decides",
        "an effect of its own in every group")
    }
    let service = scenario.service
    let modes = ContactModeKind.allCases.map { $0.setting(in: service) } + [service.request]
    if attention.work.height > 0, modes.allSatisfy({ $0.attention == 0 || $0.minutes == 0 }) {
      contradiction(
        "outflow.attention.work.height", "a mode of contact that adds to attention",
        "an attention of 0 in every mode")
    }
  }
}
