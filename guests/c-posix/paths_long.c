#include "posix.h"

static char name[300], path[9000];

static const char *named(size_t length) {
  memset(name, 'x', length);
  name[length] = 0;
  return name;
}

static const char *repeated(const char *part, size_t times, const char *last) {
  *path = 0;
  char *end = path;
  for (size_t i = 0; i < times; i++) end = stpcpy(end, part);
  strcpy(end, last);
  return path;
}

COMMAND(paths_long) {
  CALL(close(openat(ROOT, named(255), O_WRONLY | O_CREAT, 0666)));
  CALL(openat(ROOT, named(256), O_WRONLY | O_CREAT, 0666));
  CALL(openat(ROOT, named(256), O_RDONLY));
  CALL(mkdirat(ROOT, named(256), 0777));
  CALL(symlinkat("f", ROOT, named(256)));
  CALL(renameat(ROOT, named(255), ROOT, "short"));
  CALL(renameat(ROOT, "short", ROOT, named(256)));
  CALL(unlinkat(ROOT, "short", 0));
  CALL(close(openat(ROOT, repeated("./", 2000, "f"), O_RDONLY)));
  CALL(openat(ROOT, repeated("./", 3000, "f"), O_RDONLY));
  CALL(close(openat(ROOT, repeated("d/../", 100, "f"), O_RDONLY)));
  return 0;
}
