#include "posix.h"

COMMAND(stdout_closed) {
  printf("before\n");
  int flushed = fclose(stdout) == 0;
  int closed = write(1, "x", 1) == -1 && errno == EBADF;
  int again = close(1) == -1 && errno == EBADF;
  // POSIX: open takes the lowest number that is free.
  int fd = openat(ROOT, "out", O_WRONLY | O_CREAT, 0666);
  int written = write(1, "in a file", 9) == 9;
  fprintf(stderr, "flushed %d closed %d again %d now %d written %d\n", flushed, closed, again, fd, written);
  return 0;
}
