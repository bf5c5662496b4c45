// Unpacks the engine's module, which LZMA makes a third smaller than what browsers can unpack by themselves.
// Algorithm: LZMA Specification, Igor Pavlov 2015, in the public domain. A module of its own of a few kB.
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

// Adaptive probabilities of a bit being 0, in 2048ths, by what the bit is about.
static u16 match[12][16], repeat[12], repeat0[12], repeat1[12], repeat2[12], repeatOne[12][16];
static u16 slots[4][64], special[128], aligned[16], literals[0x300 << 4];
static struct lengths { u16 choice, choice2, low[16][8], mid[16][8], high[256]; } ofMatch, ofRepeat;

// What has been read; everything is inlined, so that it stays in registers.
struct reader { u32 range, code; const u8 *next, *end; };
#define INLINE static inline __attribute__((always_inline))

INLINE void refill(struct reader *r) {
  if (r->range >= 1u << 24) return;
  r->range <<= 8;
  r->code = r->code << 8 | (r->next < r->end ? *r->next++ : 0);
}
INLINE u32 bit(struct reader *r, u16 *chance) {
  u32 held = *chance, bound = (r->range >> 11) * held;
  u32 found = r->code >= bound;
  if (found) { r->range -= bound; r->code -= bound; *chance = (u16)(held - (held >> 5)); }
  else { r->range = bound; *chance = (u16)(held + ((2048 - held) >> 5)); }
  refill(r);
  return found;
}
INLINE u32 direct(struct reader *r, u32 count) {
  u32 value = 0;
  while (count--) {
    r->range >>= 1;
    u32 found = r->code >= r->range;
    if (found) r->code -= r->range;
    value = value << 1 | found;
    refill(r);
  }
  return value;
}
INLINE u32 tree(struct reader *r, u16 *chances, u32 count) {
  u32 node = 1;
  for (u32 i = 0; i < count; i++) node = node << 1 | bit(r, chances + node);
  return node - (1u << count);
}
INLINE u32 backwards(struct reader *r, u16 *chances, u32 count) {
  u32 node = 1, value = 0;
  for (u32 i = 0; i < count; i++) {
    u32 found = bit(r, chances + node);
    node = node << 1 | found;
    value |= found << i;
  }
  return value;
}
INLINE u32 length(struct reader *r, struct lengths *chances, u32 side) {
  if (!bit(r, &chances->choice)) return 2 + tree(r, chances->low[side], 3);
  if (!bit(r, &chances->choice2)) return 10 + tree(r, chances->mid[side], 3);
  return 18 + tree(r, chances->high, 8);
}
static void even(void *from, const void *to) {
  for (u16 *chance = from; chance < (u16 *)to; chance++) *chance = 1024;
}
#define EVEN(table) even(&table, (u8 *)&table + sizeof table)

// The header: properties, window, size of the content in 8 bytes. Returns 0 for what is no such stream.
u32 unpack(const u8 *packed, u32 count, u8 *out) {
  if (count < 18) return 0;
  u32 lc = packed[0] % 9, lp = packed[0] / 9 % 5, pb = packed[0] / 45;
  if (lc + lp > 4 || pb > 4) return 0;
  u32 size = packed[5] | packed[6] << 8 | packed[7] << 16 | (u32)packed[8] << 24;
  EVEN(match); EVEN(repeat); EVEN(repeat0); EVEN(repeat1); EVEN(repeat2); EVEN(repeatOne); EVEN(slots);
  EVEN(special); EVEN(aligned); EVEN(literals); EVEN(ofMatch); EVEN(ofRepeat);
  struct reader reader = {~0u, 0, packed + 18, packed + count}, *r = &reader;
  for (u32 i = 14; i < 18; i++) r->code = r->code << 8 | packed[i];
  u32 to = 0, state = 0, distance[4] = {0, 0, 0, 0};
  while (to < size) {
    u32 side = to & ((1u << pb) - 1), run;
    if (!bit(r, &match[state][side])) {
      u32 before = to ? out[to - 1] : 0, symbol = 1;
      u16 *chances = literals + 0x300 * (((to & ((1u << lp) - 1)) << lc) + (before >> (8 - lc)));
      if (state >= 7) {
        u32 other = out[to - distance[0] - 1];
        do {
          u32 expected = other >> 7 & 1;
          other <<= 1;
          u32 found = bit(r, chances + ((1 + expected) << 8) + symbol);
          symbol = symbol << 1 | found;
          if (found != expected) break;
        } while (symbol < 0x100);
      }
      while (symbol < 0x100) symbol = symbol << 1 | bit(r, chances + symbol);
      out[to++] = (u8)symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    if (bit(r, &repeat[state])) {
      u32 place = 0;
      if (!bit(r, &repeat0[state])) {
        if (!bit(r, &repeatOne[state][side])) {
          if (distance[0] >= to) return 0;
          out[to] = out[to - distance[0] - 1];
          to++;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else place = !bit(r, &repeat1[state]) ? 1 : !bit(r, &repeat2[state]) ? 2 : 3;
      u32 chosen = distance[place];
      for (; place; place--) distance[place] = distance[place - 1];
      distance[0] = chosen;
      run = length(r, &ofRepeat, side);
      state = state < 7 ? 8 : 11;
    } else {
      for (u32 place = 3; place; place--) distance[place] = distance[place - 1];
      run = length(r, &ofMatch, side);
      state = state < 7 ? 7 : 10;
      u32 slot = tree(r, slots[run < 6 ? run - 2 : 3], 6);
      distance[0] = slot;
      if (slot >= 4) {
        u32 bits = (slot >> 1) - 1, base = (2 | (slot & 1)) << bits;
        distance[0] = slot < 14 ? base + backwards(r, special + base - slot, bits)
                                : base + (direct(r, bits - 4) << 4) + backwards(r, aligned, 4);
      }
    }
    if (distance[0] >= to || run > size - to) return 0;
    for (u8 *from = out + to - distance[0] - 1, *stop = out + to + run; out + to < stop; to++) out[to] = *from++;
  }
  return size;
}
