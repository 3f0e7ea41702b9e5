#include "posix.h"
#include <sys/time.h>

COMMAND(clocks) {
  struct timespec at, then;
  CALL(clock_gettime(CLOCK_REALTIME, &at));
  printf("%lld.%09ld\n", (long long)at.tv_sec, at.tv_nsec);
  printf("%lld\n", (long long)time(NULL));
  struct timeval now;
  CALL(gettimeofday(&now, NULL));
  printf("%lld.%06ld\n", (long long)now.tv_sec, (long)now.tv_usec);
  struct tm *parts = gmtime(&at.tv_sec);
  char text[64];
  strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ %a", parts);
  puts(text);
  CALL(clock_getres(CLOCK_REALTIME, &at));
  SO(at.tv_sec > 0 || at.tv_nsec > 0);
  CALL(clock_getres(CLOCK_MONOTONIC, &at));
  SO(at.tv_sec > 0 || at.tv_nsec > 0);
  CALL(clock_gettime(CLOCK_MONOTONIC, &at));
  int decreases = 0;
  for (int i = 0; i < 1000; i++) {
    clock_gettime(CLOCK_MONOTONIC, &then);
    if (then.tv_sec < at.tv_sec || (then.tv_sec == at.tv_sec && then.tv_nsec < at.tv_nsec)) decreases++;
    at = then;
  }
  printf("decreases %d\n", decreases);
  __wasi_timestamp_t time;
  RAW(__wasi_clock_time_get(__WASI_CLOCKID_REALTIME, 0, &time));
  printf("%llu\n", time);
  RAW(__wasi_clock_time_get(__WASI_CLOCKID_REALTIME, 1000000, &time));
  printf("%llu\n", time);
  RAW(__wasi_clock_res_get(__WASI_CLOCKID_MONOTONIC, &time));
  SO(time > 0);
  // The clocks of the process and the thread went with preview 1's first users.
  SO(__wasi_clock_time_get((__wasi_clockid_t){2}, 0, &time) != 0);
  SO(__wasi_clock_time_get((__wasi_clockid_t){77}, 0, &time) != 0);
  SO(__wasi_clock_res_get((__wasi_clockid_t){77}, &time) != 0);
  return 0;
}
