#include "posix.h"

static __wasi_subscription_t clock_in(__wasi_clockid_t id, __wasi_timestamp_t time, int absolute, __wasi_userdata_t userdata) {
  __wasi_subscription_t subscription = {.userdata = userdata};
  subscription.u.tag = __WASI_EVENTTYPE_CLOCK;
  subscription.u.u.clock.id = id;
  subscription.u.u.clock.timeout = time;
  subscription.u.u.clock.flags = absolute ? __WASI_SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME : 0;
  return subscription;
}

static __wasi_timestamp_t now(__wasi_clockid_t id) {
  __wasi_timestamp_t time;
  return __wasi_clock_time_get(id, 0, &time) == 0 ? time : 0;
}

static void events(const __wasi_event_t *events, __wasi_size_t count) {
  for (__wasi_size_t i = 0; i < count; i++)
    printf("userdata %llx type %d error %d\n", events[i].userdata, events[i].type, events[i].error);
}

COMMAND(poll_clocks) {
  const __wasi_timestamp_t millisecond = 1000000, hour = 3600000 * millisecond;
  __wasi_subscription_t in[3];
  __wasi_event_t out[3];
  __wasi_size_t count = 9;
  RAW(__wasi_poll_oneoff(in, out, 0, &count));

  in[0] = clock_in(__WASI_CLOCKID_MONOTONIC, 20 * millisecond, 0, 0xFEDCBA9876543210);
  __wasi_timestamp_t before = now(__WASI_CLOCKID_MONOTONIC);
  RAW(__wasi_poll_oneoff(in, out, 1, &count));
  SO(now(__WASI_CLOCKID_MONOTONIC) - before >= 20 * millisecond);
  events(out, count);

  in[0] = clock_in(__WASI_CLOCKID_MONOTONIC, hour, 0, 1);
  in[1] = clock_in(__WASI_CLOCKID_MONOTONIC, 5 * millisecond, 0, 2);
  in[2] = clock_in(__WASI_CLOCKID_REALTIME, hour, 0, 3);
  RAW(__wasi_poll_oneoff(in, out, 3, &count));
  events(out, count);

  in[0] = clock_in(__WASI_CLOCKID_MONOTONIC, before, 1, 4);
  in[1] = clock_in(__WASI_CLOCKID_MONOTONIC, 0, 1, 5);
  in[2] = clock_in(__WASI_CLOCKID_MONOTONIC, 0, 0, 6);
  RAW(__wasi_poll_oneoff(in, out, 3, &count));
  events(out, count);

  before = now(__WASI_CLOCKID_MONOTONIC);
  in[0] = clock_in(__WASI_CLOCKID_MONOTONIC, before + 10 * millisecond, 1, 7);
  RAW(__wasi_poll_oneoff(in, out, 1, &count));
  SO(now(__WASI_CLOCKID_MONOTONIC) - before >= 10 * millisecond);
  events(out, count);

  before = now(__WASI_CLOCKID_MONOTONIC);
  in[0] = clock_in(__WASI_CLOCKID_REALTIME, now(__WASI_CLOCKID_REALTIME) + 10 * millisecond, 1, 8);
  RAW(__wasi_poll_oneoff(in, out, 1, &count));
  SO(now(__WASI_CLOCKID_MONOTONIC) - before >= 9 * millisecond);
  events(out, count);

  in[0] = clock_in(__WASI_CLOCKID_REALTIME, 5 * millisecond, 0, 9);
  in[1] = clock_in(__WASI_CLOCKID_MONOTONIC, UINT64_MAX, 0, 10);
  in[2] = clock_in(__WASI_CLOCKID_MONOTONIC, UINT64_MAX, 1, 11);
  RAW(__wasi_poll_oneoff(in, out, 3, &count));
  events(out, count);

  in[0] = clock_in((__wasi_clockid_t){77}, 0, 0, 12);
  SO(__wasi_poll_oneoff(in, out, 1, &count) != 0 || out[0].error != 0);
  return 0;
}
