#include "posix.h"

COMMAND(open_directory) {
  CALL(close(openat(ROOT, "d", O_RDONLY | O_DIRECTORY)));
  CALL(close(openat(ROOT, "d", O_RDONLY)));
  CALL(close(openat(ROOT, "d/", O_RDONLY)));
  CALL(close(openat(ROOT, "d/.", O_RDONLY | O_DIRECTORY)));
  CALL(close(openat(ROOT, ".", O_RDONLY | O_DIRECTORY)));
  CALL(close(openat(ROOT, "link", O_RDONLY | O_DIRECTORY)));
  CALL(openat(ROOT, "d", O_WRONLY));
  CALL(openat(ROOT, "d", O_RDWR));
  CALL(openat(ROOT, "f", O_RDONLY | O_DIRECTORY));
  CALL(openat(ROOT, "to-f", O_RDONLY | O_DIRECTORY));
  CALL(openat(ROOT, "missing", O_RDONLY | O_DIRECTORY));
  CALL(openat(ROOT, "f/", O_RDONLY));
  CALL(openat(ROOT, "f/.", O_RDONLY));
  CALL(openat(ROOT, "f/..", O_RDONLY));
  SO(openat(ROOT, "new", O_RDONLY | O_DIRECTORY | O_CREAT, 0777) == -1);
  int d = must_open("d", O_RDONLY | O_DIRECTORY);
  CALL(close(openat(d, "g", O_RDONLY)));
  CALL(openat(d, "../f", O_RDONLY));
  int f = must_open("f", O_RDONLY);
  CALL(openat(f, "g", O_RDONLY));
  CALL(openat(f, ".", O_RDONLY));
  CALL(openat(0, "g", O_RDONLY));
  CALL(close(d));
  CALL(openat(d, "g", O_RDONLY));
  return 0;
}
