/*
 * The loop of ../bulk-plan.ts in C: same hash, same rounding, same histogram. A measure for it, and no part of Vesper.
 * Arguments: devices, rounds, task key, milliseconds a bar, bars, then open and length of each zone's window in
 * milliseconds after the creation. Device i has the key of "device-<i>" and zone i % zones.
 * Prints the median nanoseconds of processor time a start, with the keys at hand and from the ids, then the sums of all
 * offsets and of all bars by their place: by them `npm run bench` sees that both did the same work.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline uint32_t mix(uint32_t h) {
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

static uint32_t identity_key(const char *id, size_t length) {
  uint32_t hash = 0x811c9dc5u;
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)id[i]) * 0x01000193u;
  return mix(hash);
}

static double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void plan(size_t devices, const uint16_t *zone_of, const uint16_t *rule_of, const uint32_t *keys, size_t zones,
                 uint32_t task, const double *opens, const double *lengths, double per_ms, uint32_t *offsets,
                 uint32_t *bins) {
  for (size_t i = 0; i < devices; i++) {
    size_t pair = rule_of[i] * zones + zone_of[i];
    uint32_t offset = (uint32_t)opens[pair] + (uint32_t)(mix(task ^ keys[i]) / 4294967296.0 * lengths[pair]);
    offsets[i] = offset;
    if (offset == 0xffffffffu) continue;
    bins[(uint32_t)(offset * per_ms)]++;
  }
}

int main(int argc, char **argv) {
  if (argc < 8) return 2;
  size_t devices = strtoull(argv[1], 0, 10), rounds = strtoull(argv[2], 0, 10);
  uint32_t task = (uint32_t)strtoull(argv[3], 0, 10);
  double per_ms = 1.0 / strtod(argv[4], 0) * (1.0 + 0x1p-51);
  size_t bars = strtoull(argv[5], 0, 10), zones = (size_t)(argc - 6) / 2;

  double *opens = calloc(zones, sizeof *opens), *lengths = calloc(zones, sizeof *lengths);
  double *with_keys = calloc(rounds, sizeof *with_keys), *from_ids = calloc(rounds, sizeof *from_ids);
  uint16_t *zone_of = calloc(devices, sizeof *zone_of), *rule_of = calloc(devices, sizeof *rule_of);
  uint32_t *keys = calloc(devices, sizeof *keys), *offsets = calloc(devices, sizeof *offsets);
  uint32_t *bins = calloc(bars, sizeof *bins);
  char (*ids)[24] = calloc(devices, sizeof *ids);
  uint8_t *lengths_of_ids = calloc(devices, 1);
  if (!opens || !lengths || !with_keys || !from_ids || !zone_of || !rule_of || !keys || !offsets || !bins || !ids ||
      !lengths_of_ids)
    return 1;
  for (size_t z = 0; z < zones; z++) {
    opens[z] = strtod(argv[6 + 2 * z], 0);
    lengths[z] = strtod(argv[7 + 2 * z], 0);
  }
  for (size_t i = 0; i < devices; i++) {
    zone_of[i] = (uint16_t)(i % zones);
    lengths_of_ids[i] = (uint8_t)snprintf(ids[i], sizeof ids[i], "device-%zu", i);
  }

  for (size_t round = 0; round < rounds; round++) {
    double begun = now_ns();
    for (size_t i = 0; i < devices; i++) keys[i] = identity_key(ids[i], lengths_of_ids[i]);
    double keyed = now_ns();
    memset(bins, 0, bars * sizeof *bins);
    plan(devices, zone_of, rule_of, keys, zones, task, opens, lengths, per_ms, offsets, bins);
    double planned = now_ns();
    with_keys[round] = (planned - keyed) / devices;
    from_ids[round] = (planned - begun) / devices;
  }

  double sum_of_offsets = 0, sum_of_bins = 0;
  for (size_t i = 0; i < devices; i++) sum_of_offsets += offsets[i];
  for (size_t b = 0; b < bars; b++) sum_of_bins += (double)bins[b] * (b + 1);
  qsort(with_keys, rounds, sizeof *with_keys, ascending);
  qsort(from_ids, rounds, sizeof *from_ids, ascending);
  printf("%.4f %.4f %.0f %.0f\n", with_keys[rounds / 2], from_ids[rounds / 2], sum_of_offsets, sum_of_bins);
  return 0;
}
