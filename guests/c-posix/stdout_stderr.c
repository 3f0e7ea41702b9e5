#include "posix.h"

COMMAND(stdout_stderr) {
  CALL(write(1, "raw\n", 4));
  CALL(write(2, "error ", 6));
  CALL(write(1, "", 0));
  fprintf(stderr, "more");
  CALL(dprintf(2, "%d %s\n", 5, "five"));
  fflush(stdout);
  struct iovec parts[] = {{"", 0}, {"one ", 4}};
  CALL(writev(1, parts, 2));
  CALL(read(1, (char[1]){0}, 1));
  CALL(read(2, (char[1]){0}, 1));
  char block[1000];
  memset(block, 'x', sizeof block);
  size_t all = 0;
  for (int i = 0; i < 100; i++) all += fwrite(block, 1, sizeof block, stderr);
  printf("%zu\n", all);
  fflush(stdout);
  ssize_t at_once = write(1, block, sizeof block);
  printf("\n%zd\n", at_once);
  return 0;
}
