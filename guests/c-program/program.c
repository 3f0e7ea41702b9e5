// What a shell sees of a program: its standard streams, and how it ends. The first argument says what to do.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Whether standard input, output and error are terminals.
static int terminals(void) {
  for (int fd = 0; fd < 3; fd++) printf("%d %s\n", fd, isatty(fd) ? "terminal" : "no terminal");
  return 0;
}

// Prints for ever and looks at no error, as the program of this name does not.
static int yes(void) {
  for (;;) {
    puts("y");
    fflush(stdout);
  }
}

static int cat(void) {
  static char bytes[65536];
  ssize_t n;
  while ((n = read(0, bytes, sizeof bytes)) > 0)
    for (ssize_t done = 0, more; done < n; done += more)
      if ((more = write(1, bytes + done, n - done)) < 0) {
        perror("write");
        return 1;
      }
  if (n < 0) perror("read");
  return n < 0;
}

// Writes a file that it does not close, and says so.
static int keep(const char *file) {
  int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (fd < 0 || write(fd, "kept\n", 5) != 5) {
    perror(file);
    return 1;
  }
  return puts("written") < 0 || fflush(stdout);
}

// So many calls within each other.
__attribute__((noinline)) static unsigned deep(unsigned n) { return n ? (deep(n - 1) ^ n) * 3 : 0; }

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  if (!strcmp(what, "terminals")) return terminals();
  if (!strcmp(what, "yes")) return yes();
  if (!strcmp(what, "cat")) return cat();
  if (!strcmp(what, "wait")) {
    if (keep(argv[2])) return 1;
    for (;;) sleep(1000);
  }
  if (!strcmp(what, "spin")) {
    if (keep(argv[2])) return 1;
    for (volatile unsigned n = 0;;) n++;
  }
  if (!strcmp(what, "trap")) __builtin_trap();
  if (!strcmp(what, "deep")) return printf("%u\n", deep(strtoul(argv[2], 0, 10))) < 0;
  fputs("what?\n", stderr);
  return 1;
}
