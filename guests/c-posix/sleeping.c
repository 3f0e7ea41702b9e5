#include "posix.h"
#include <poll.h>

static struct timespec before;

// Whether at least so much time has passed since it was asked last.
static int passed(long milliseconds) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  long long nanoseconds = (now.tv_sec - before.tv_sec) * 1000000000LL + now.tv_nsec - before.tv_nsec;
  before = now;
  return nanoseconds >= milliseconds * 1000000LL;
}

COMMAND(sleeping) {
  passed(0);
  CALL(nanosleep(&(struct timespec){0, 10000000}, NULL));
  SO(passed(10));
  CALL(usleep(5000));
  SO(passed(5));
  CALL(sleep(0));
  struct timespec at = before;
  at.tv_nsec += 15000000;
  if (at.tv_nsec >= 1000000000) {
    at.tv_sec++;
    at.tv_nsec -= 1000000000;
  }
  RAW(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL));
  SO(passed(15));
  // In the past.
  RAW(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &(struct timespec){0, 1}, NULL));
  CALL(poll(NULL, 0, 10));
  SO(passed(10));
  CALL(nanosleep(&(struct timespec){0, 1000000000}, NULL));
  return 0;
}
