#include "posix.h"
#include <sched.h>

COMMAND(yield) {
  CALL(sched_yield());
  RAW(__wasi_sched_yield());
  return 0;
}
