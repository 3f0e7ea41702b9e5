#include "posix.h"

static void last(void) { puts("at exit"); }

// The ways to end, one for each argument.
COMMAND(exit_zero) {
  atexit(last);
  puts("before");
  exit(0);
}

COMMAND(exit_one) {
  atexit(last);
  printf("not ended by a newline");
  exit(1);
}

COMMAND(exit_fortytwo) {
  puts("before");
  return 42;
}

COMMAND(exit_large) {
  fputs("to stderr", stderr);
  exit(256);
}

COMMAND(exit_at_once) {
  atexit(last);
  printf("lost");
  _Exit(3);
}

COMMAND(exit_raw) {
  atexit(last);
  __wasi_proc_exit(0);
}

COMMAND(trap_abort) {
  puts("written before");
  fflush(stdout);
  printf("lost");
  abort();
}

COMMAND(trap_unreachable) {
  __builtin_trap();
}
