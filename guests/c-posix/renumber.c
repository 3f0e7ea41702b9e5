#include "posix.h"

COMMAND(renumber) {
  int f = must_open("f", O_RDWR), g = must_open("g", O_RDWR);
  char text[4];
  CALL(read(f, text, 1));
  RAW(__wasi_fd_renumber(f, g));
  CALL(read(f, text, 1));
  CALL(read(g, text, 1));
  printf("%c\n", *text);
  SO(__wasi_fd_renumber(f, g) == __WASI_ERRNO_BADF);
  SO(__wasi_fd_renumber(g, 1000) != 0);
  SO(__wasi_fd_renumber(1000, g) == __WASI_ERRNO_BADF);
  RAW(__wasi_fd_renumber(g, g));
  CALL(read(g, text, 1));
  printf("%c\n", *text);
  CALL(openat(ROOT, "g", O_RDWR) - f);
  CALL(read(f, text, 1));
  printf("%c\n", *text);
  // Standard output into a file.
  fflush(stdout);
  int out = must_open("out", O_WRONLY | O_CREAT);
  int error = __wasi_fd_renumber(out, 1);
  printf("error %d, now in the file\n", error);
  fflush(stdout);
  fprintf(stderr, "done\n");
  return 0;
}
