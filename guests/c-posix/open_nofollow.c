#include "posix.h"

COMMAND(open_nofollow) {
  CALL(close(openat(ROOT, "f", O_RDONLY | O_NOFOLLOW)));
  CALL(openat(ROOT, "to-f", O_RDONLY | O_NOFOLLOW));
  CALL(openat(ROOT, "to-f", O_RDWR | O_NOFOLLOW));
  CALL(openat(ROOT, "to-f", O_RDWR | O_NOFOLLOW | O_TRUNC));
  CALL(openat(ROOT, "to-f", O_RDWR | O_NOFOLLOW | O_CREAT, 0666));
  CALL(openat(ROOT, "dangling", O_RDONLY | O_NOFOLLOW));
  CALL(openat(ROOT, "loop", O_RDONLY | O_NOFOLLOW));
  SO(openat(ROOT, "to-d", O_RDONLY | O_NOFOLLOW) == -1 && errno == ELOOP);
  SO(openat(ROOT, "to-d", O_RDONLY | O_NOFOLLOW | O_DIRECTORY) == -1 && (errno == ELOOP || errno == ENOTDIR));
  SO(openat(ROOT, "dangling", O_RDONLY | O_NOFOLLOW | O_DIRECTORY) == -1 && (errno == ELOOP || errno == ENOTDIR));
  CALL(close(openat(ROOT, "to-d/g", O_RDONLY | O_NOFOLLOW)));
  CALL(close(openat(ROOT, "to-d/", O_RDONLY | O_NOFOLLOW | O_DIRECTORY)));
  return 0;
}
