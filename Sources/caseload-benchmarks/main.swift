import Foundation

let benchmarks =
  QueueBenchmarks.all + HoldBenchmarks.all + CaseloadToyBenchmark.all + NumberBenchmarks.all
  + ModelBenchmarks.all + FormatBenchmarks.all
exit(BenchmarkTable.run(benchmarks, arguments: Array(CommandLine.arguments.dropFirst())))
