// Made by scripts/list-evidence-targets; do not edit.

extension EvidenceTargets {
  /// One line for each figure and fact: the fact, the use, the metric, the scenario and the figure.
  static let table = """
    E-056 calibrated caseload.perWorker.mean municipality-2014 Clients per worker
    E-027 calibrated unseen.6m.share municipality-2014 Unseen for six months
    E-053 calibrated workload.pressureHigh.share municipality-2014 Workers under high pressure
    O-046 calibrated outflow.work.rate municipality-2014 Outflow to regular work
    E-149 calibrated outflow.work.rate municipality-2014 Outflow to regular work
    O-046 calibrated outflow.total.rate municipality-2014 Outflow, total
    E-149 calibrated outflow.total.rate municipality-2014 Outflow, total
    O-049a calibrated relapse.12m.share municipality-2014 Return within twelve months
    E-039 input - sector-2014 share of municipalities with a rest policy
    E-028 validated knowledge.currency.mean municipality-2014 clear drop of knowledge beyond 100 clients: 140 per fte against 80
    E-054 validated workload.notAllTasks.share municipality-2014 workers who do not get to all tasks
    E-018 validated - sector-2014 managers who call capacity insufficient
    E-036 validated - sector-2014 managers who call capacity insufficient
    E-019 validated workload.pressureByCaseload.correlation municipality-2014 correlation of caseload and felt pressure
    E-078 calibrated workload.swapped12m.share municipality-2014 workers with substantial swaps in a year
    E-079 validated - municipality-2014 workers who call information hard to transfer (50 % elsewhere in the same report)
    E-031 validated - municipality-2014 workers who call information hard to transfer (50 % elsewhere in the same report)
    E-069 input - municipality-2014 intakes with an instrument
    E-097 input caseload.perWorker.mean municipality-2022 Clients per worker
    E-097 input caseload.perWorker.p10 municipality-2022 Clients per worker, 10th percentile
    E-097 input caseload.perWorker.p50 municipality-2022 Clients per worker, median
    E-097 input caseload.perWorker.p90 municipality-2022 Clients per worker, 90th percentile
    E-086 input time.administration.share municipality-2022 Time on administration
    E-089 calibrated knowledge.notInView.share municipality-2022 Not in view
    E-090 calibrated knowledge.notInView.share municipality-2022 Not in view
    E-090 validated agreements.none.share municipality-2022 Without current agreements
    E-090 validated contact.overdue.share municipality-2022 Contact overdue
    E-100 validated outflow.work.rate municipality-2022 Outflow to regular work
    O-048 validated outflow.work.rate municipality-2022 Outflow to regular work
    O-044 calibrated outflow.total.rate municipality-2022 Outflow, total
    O-049a calibrated relapse.12m.share municipality-2022 Return within twelve months
    E-092 validated - municipality-2022 workers who must often choose whom to attend to (sometimes 37 %, hardly 11 %)
    E-098 validated workload.tooLarge.share municipality-2014 workers with at least 100 clients who find that too large
    E-102 validated service.unmet.share municipality-2022 clients who do not get the support they need
    E-113 input - municipality-2022 clients whom the support budget covers
    E-084 calibrated stock.clients national-2022 Clients in stock
    E-084 calibrated caseload.perFte national-2022 Clients per fte
    E-056 calibrated caseload.perWorker.mean uwv-disability-2013 Clients per worker
    O-062 calibrated stock.clients uwv-disability-2013 Clients in stock
    E-073 calibrated stock.clients uwv-disability-2013 Clients in stock
    E-073 calibrated stock.clients uwv-disability-2013 Clients in stock
    E-058 validated - uwv-disability-2013 clients with intensive work (10-20 %)
    E-054 validated workload.notAllTasks.share uwv-disability-2013 labour experts who do not get to all tasks
    E-054 validated workload.notAllTasks.share uwv-disability-2013 advisers who do not get to all tasks
    O-062 validated stock.clients uwv-disability-2013 net growth in 2013, in tenths
    O-063 validated stock.clients uwv-disability-2013 net growth in 2013, in tenths
    O-062 validated stock.clients uwv-disability-2013 net growth in 2013, in tenths
    O-063 validated stock.clients uwv-disability-2013 net growth in 2013, in tenths
    O-063a validated stock.clients uwv-disability-2013 net growth in 2013, in tenths
    E-067 validated knowledge.currency.mean uwv-disability-2013 knowledge half a year after the one-off categorisation, against none
    E-067 validated potential.hidden.share uwv-disability-2013 placeable clients not known as such, half a year after the one-off categorisation, against none
    E-006 validated contact.sinceLast.days.p50 uwv-disability-2013 longer unseen than a municipality at equal hours (247 clients per fte of all roles)
    E-191 input cost.staff.perYear utrecht-2010 Staff, euro per year
    E-196 input inflow.diverted.perYear utrecht-2010 Work in place of a benefit, per year
    E-196 calibrated outflow.subsidised.rate utrecht-2010 Outflow to subsidised work
    E-197 validated equity.contactHours.ratio utrecht-2010 Contact time, readiest to least ready
    E-195 validated workload.notAllTasks.share utrecht-2010 workers with insufficient time for re-integration
    E-196 input trajectory.running.clients utrecht-2010 clients on a trajectory
    E-196 validated trajectory.placements.perYear utrecht-2010 regular placements a year through trajectories (weak, a target figure)
    E-222 input - utrecht-2010 workers to whom processes are clear
    E-192 validated unseen.6m.share utrecht-masterplan Unseen for six months after the cut
    E-194 validated unseen.6m.share utrecht-masterplan Unseen for six months after the cut
    E-192 validated knowledge.notInView.share utrecht-masterplan Not in view after the cut
    E-194 validated knowledge.notInView.share utrecht-masterplan Not in view after the cut
    E-192 validated outflow.work.rate utrecht-masterplan Outflow to regular work after the cut
    E-194 validated outflow.work.rate utrecht-masterplan Outflow to regular work after the cut
    E-234 calibrated knowledge.notInView.share campaign-shared Not in view
    E-256 input caseload.perFte leiden Clients per fte
    E-256 input caseload.perFte kromme-rijn Clients per fte
    E-238 input - zwolle days of the first round
    E-241 input - zwolle minutes of a talk
    E-263 validated campaign.attendance.share zwolle attendance with a letter and a call
    E-246 validated - zwolle advised path intensive work guidance, 136 of 1,073
    E-246 validated - zwolle advised path support for one barrier, 262 of 1,073
    E-246 validated - zwolle advised path language, training, medical and other, 270 of 1,073
    E-246 validated - zwolle advised path social district team, 405 of 1,073
    E-255 validated - zwolle extra fte that keep everybody in view
    E-253 validated unseen.24m.share helmond of those called in, not spoken to within eighteen months
    E-253 validated unseen.12m.share helmond unseen for twelve months three years after the campaign, against before it
    E-254 validated unseen.12m.share helmond unseen for twelve months three years after the campaign, against before it
    E-247 validated - helmond hidden capacity among clients called in
    E-253 validated unseen.24m.share langedijk of those called in, not spoken to within eighteen months
    E-253 validated unseen.12m.share langedijk unseen for twelve months three years after the campaign, against before it
    E-254 validated unseen.12m.share langedijk unseen for twelve months three years after the campaign, against before it
    E-253 validated unseen.24m.share leiden of those called in, not spoken to within eighteen months
    E-253 validated unseen.12m.share leiden unseen for twelve months three years after the campaign, against before it
    E-254 validated unseen.12m.share leiden unseen for twelve months three years after the campaign, against before it
    E-250 validated contact.perClientYear leiden contacts in the year when the own staff hold the talks, against no talks
    E-251 validated contact.perClientYear leiden contacts in the year when the own staff hold the talks, against no talks
    E-249 validated - zwolle talks that lead to work within six months, below 10 %
    E-137 calibrated stock.clients wga-2011 Clients in stock
    E-138 calibrated stock.clients wga-2011 Clients in stock
    E-151 input trajectory.starts.perYear wga-2011 Trajectories started per year
    E-152 calibrated trajectory.success.share wga-2011 Trajectories that succeed
    E-142 calibrated work.partTime.share wga-2011 Works part time beside the benefit
    O-064a validated work.partTime.share wga-2011 clients of the WGA with residual capacity who work
    E-158 validated knowledge.notInView.share wga-2011 Not in view
    E-176 validated caseload.perFte wga-2011 Clients per fte
    E-143 validated trajectory.placements.perYear wga-2011 placements through trajectories in tenths
    E-176 input caseload.perFte what-if-690-clients Clients per fte
    E-140 input stock.clients zw-2011 Clients in stock
    E-153 input trajectory.starts.perYear zw-2011 Trajectories started per year
    E-153 calibrated trajectory.success.share zw-2011 Trajectories that succeed
    E-144 calibrated work.partTime.share zw-2011 Works part time beside the benefit
    E-140 calibrated stock.clients zw-2011 inflow that reaches the WIA assessment, as stock over inflow a year
    E-145 validated trajectory.placements.perYear zw-2011 placements through trajectories in tenths
    E-160 validated knowledge.currency.mean zw-2011 clients better known than those of the WIA
    E-159 validated knowledge.currency.mean zw-2011 clients better known than those of the WIA
    E-177 input - uwv-disability-2013 work plans for new inflow a year
    E-250 validated contact.perClientYear what-if-campaign-own Contacts with clients near work, campaign by own staff
    E-251 validated contact.perClientYear what-if-campaign-own Contacts with clients near work, campaign by own staff
    E-237 validated unseen.12m.share what-if-campaign-own Unseen for twelve months, campaign by own staff
    E-253 validated unseen.12m.share what-if-campaign-own Unseen for twelve months, campaign by own staff
    E-039 validated unseen.6m.share what-if-rest-policy-off Unseen for six months without a rest policy
    """
}
