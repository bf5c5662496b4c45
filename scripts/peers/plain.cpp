// The same workloads as caseload-benchmarks in the plainest C++: the standard library's binary heap
// and logarithm; and the hold model once more with a tuned calendar queue (names that begin with
// "calendar:"). Prints one line per workload: name, millions per second, outcome.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <queue>
#include <vector>

#include "calendar.hpp"

struct Event {
  double time;
  uint64_t order;
  uint32_t kind, entity;
  bool operator<(const Event &other) const {
    return time > other.time || (time == other.time && order > other.order);
  }
};

struct Random {
  uint64_t state = 88172645463325252ull;
  double uniform() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return ((state >> 12) + 0.5) * 0x1p-52;
  }
  double exponential(double rate) { return -std::log(uniform()) / rate; }
};

template <class Body> void report(const char *name, long count, Body body) {
  double best = 1e300, outcome = 0;
  for (int round = 0; round < 3; round++) {
    auto start = std::chrono::steady_clock::now();
    outcome = body();
    std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    if (time.count() < best) best = time.count();
  }
  std::printf("%s %.4f %.4f\n", name, count / best / 1e6, outcome);
}

double mm1(long events, double load) {
  std::priority_queue<Event> queue;
  Random random;
  uint64_t order = 0;
  queue.push({random.exponential(load), order++, 0, 0});
  long number = 0;
  double area = 0, last = 0;
  for (long i = 0; i < events; i++) {
    Event event = queue.top();
    queue.pop();
    area += number * (event.time - last);
    last = event.time;
    if (event.kind == 0) {
      queue.push({last + random.exponential(load), order++, 0, 0});
      if (++number == 1) queue.push({last + random.exponential(1), order++, 1, 0});
    } else if (--number > 0) {
      queue.push({last + random.exponential(1), order++, 1, 0});
    }
  }
  return area / last;
}

double hold(long size, long operations) {
  std::priority_queue<Event> queue;
  Random random;
  uint64_t order = 0;
  std::vector<double> gaps(65536);
  for (auto &gap : gaps) gap = random.exponential(1);
  for (long i = 0; i < size; i++) queue.push({gaps[i & 65535], order++, 0, uint32_t(i)});
  for (long i = 0; i < operations; i++) {
    Event event = queue.top();
    queue.pop();
    event.time += gaps[(i * 7919) & 65535];
    event.order = order++;
    queue.push(event);
  }
  return queue.top().time;
}

double holdByCalendar(long size, long operations) {
  CalendarQueue<Event> queue;
  Random random;
  uint64_t order = 0;
  std::vector<double> gaps(65536);
  for (auto &gap : gaps) gap = random.exponential(1);
  for (long i = 0; i < size; i++) queue.push({gaps[i & 65535], order++, 0, uint32_t(i)});
  for (long i = 0; i < operations; i++) {
    Event event = queue.pop();
    event.time += gaps[(i * 7919) & 65535];
    event.order = order++;
    queue.push(event);
  }
  return queue.pop().time;
}

double toy(int workers, int clients, long events) {
  std::priority_queue<Event> queue;
  Random random;
  uint64_t order = 0;
  std::vector<int> waiting(workers);
  long contacts = 0, exits = 0;
  for (int i = 0; i < workers * clients; i++)
    queue.push({random.exponential(1), order++, 0, uint32_t(i)});
  for (long i = 0; i < events; i++) {
    Event event = queue.top();
    queue.pop();
    uint32_t worker = event.entity % workers;
    if (event.kind == 0) {
      if (++waiting[worker] == 1)
        queue.push({event.time + random.exponential(60), order++, 1, worker});
      queue.push({event.time + random.exponential(1), order++, 0, event.entity});
    } else {
      contacts++;
      if (random.uniform() < 0.05) exits++;
      if (--waiting[worker] > 0)
        queue.push({event.time + random.exponential(60), order++, 1, worker});
    }
  }
  return double(exits) / contacts;
}

int main() {
  report("mm1", 20000000, [] { return mm1(20000000, 0.9); });
  for (long size : {1000l, 10000l, 100000l, 1000000l}) {
    long operations = size < 1000000 ? 4000000 : 4000000;
    char name[32];
    std::snprintf(name, sizeof name, "hold-%ld", size);
    report(name, operations, [=] { return hold(size, operations); });
    std::snprintf(name, sizeof name, "calendar:hold-%ld", size);
    report(name, operations, [=] { return holdByCalendar(size, operations); });
  }
  report("toy-1000x30", 6000000, [] { return toy(1000, 30, 6000000); });
}
