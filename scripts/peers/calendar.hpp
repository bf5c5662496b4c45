// A calendar queue (Brown 1988, doi:10.1145/63039.63045): buckets of one width in a ring, each a sorted list.
// Tuned for the hold model: nodes are used again, the number of buckets is a power of two between half and
// twice the number of events, and the width is the mean gap between the earlier half of them (half, two
// and three times that are slower at 1,000 and 10,000 pending).
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

template <class Event> class CalendarQueue {
  struct Node {
    Event event;
    int32_t next;
  };
  std::vector<Node> nodes;
  std::vector<int32_t> heads = std::vector<int32_t>(2, -1);
  int32_t firstFree = -1;
  double perTime = 1;
  uint64_t current = 0;
  size_t count = 0;

  uint64_t slot(double time) const { return uint64_t(time * perTime); }

  void link(int32_t node) {
    const Event &event = nodes[node].event;
    uint64_t at = slot(event.time);
    if (at < current) current = at;
    int32_t *place = &heads[at & (heads.size() - 1)];
    // `a < b` means that a goes after b, as std::priority_queue wants it.
    while (*place >= 0 && event < nodes[*place].event) place = &nodes[*place].next;
    nodes[node].next = *place;
    *place = node;
  }

  void resize(size_t buckets) {
    std::vector<int32_t> all;
    std::vector<double> times;
    for (int32_t head : heads)
      for (int32_t node = head; node >= 0; node = nodes[node].next) {
        all.push_back(node);
        times.push_back(nodes[node].event.time);
      }
    std::sort(times.begin(), times.end());
    size_t half = times.size() / 2;
    if (half > 0 && times[half] > times[0]) perTime = half / (times[half] - times[0]);
    heads.assign(buckets, -1);
    current = times.empty() ? 0 : slot(times[0]);
    for (int32_t node : all) link(node);
  }

public:
  void push(const Event &event) {
    int32_t node = firstFree;
    if (node >= 0) {
      firstFree = nodes[node].next;
    } else {
      node = int32_t(nodes.size());
      nodes.push_back({});
    }
    nodes[node].event = event;
    link(node);
    if (++count > 2 * heads.size()) resize(2 * heads.size());
  }

  // The earliest event, which there has to be.
  Event pop() {
    for (size_t looked = 0;; current++, looked++) {
      if (looked > heads.size()) {
        // A whole round without an event: go to the earliest one.
        current = UINT64_MAX;
        for (int32_t head : heads)
          if (head >= 0) current = std::min(current, slot(nodes[head].event.time));
        looked = 0;
      }
      int32_t node = heads[current & (heads.size() - 1)];
      if (node < 0 || slot(nodes[node].event.time) != current) continue;
      Event event = nodes[node].event;
      heads[current & (heads.size() - 1)] = nodes[node].next;
      nodes[node].next = firstFree;
      firstFree = node;
      if (--count < heads.size() / 2 && heads.size() > 2) resize(heads.size() / 2);
      return event;
    }
  }
};
