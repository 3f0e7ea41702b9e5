#include "posix.h"

static uint8_t buffer[4096];

// Goes through a folder with a buffer of this size. Returns how many entries there are; the names' lengths are added up.
static int walk(int fd, size_t size, size_t *names) {
  __wasi_dircookie_t cookie = 0;
  int count = 0;
  for (int calls = 0; calls < 1000; calls++) {
    __wasi_size_t used;
    if (__wasi_fd_readdir(fd, buffer, size, cookie, &used) != 0) return -1;
    if (used > size) return -2;
    size_t at = 0;
    while (at + sizeof(__wasi_dirent_t) <= used) {
      __wasi_dirent_t entry;
      memcpy(&entry, buffer + at, sizeof entry);
      if (at + sizeof entry + entry.d_namlen > used) break;
      at += sizeof entry + entry.d_namlen;
      cookie = entry.d_next;
      *names += entry.d_namlen;
      count++;
    }
    if (used < size) return count;
    if (at == 0) return -3;
  }
  return -4;
}

COMMAND(read_directory_raw) {
  int fd = must_open("d", O_RDONLY | O_DIRECTORY);
  for (size_t size = 54; size < 130; size += 7) {
    size_t names = 0;
    int count = walk(fd, size, &names);
    if (count != 12 || names != 41) printf("with %zu bytes %d entries, %zu bytes of names\n", size, count, names);
  }
  size_t names = 0;
  printf("%d entries\n", walk(fd, sizeof buffer, &names));
  printf("%zu bytes of names\n", names);
  __wasi_size_t used, again;
  // Less than an entry fills the buffer.
  RAW(__wasi_fd_readdir(fd, buffer, 10, 0, &used));
  printf("%zu\n", used);
  RAW(__wasi_fd_readdir(fd, buffer, 0, 0, &used));
  printf("%zu\n", used);
  RAW(__wasi_fd_readdir(fd, buffer, sizeof buffer, 0, &used));
  __wasi_dirent_t first, second;
  memcpy(&first, buffer, sizeof first);
  memcpy(&second, buffer + sizeof first + first.d_namlen, sizeof second);
  SO(first.d_next != second.d_next);
  // From the second on there are as many bytes fewer as the first took.
  RAW(__wasi_fd_readdir(fd, buffer, sizeof buffer, first.d_next, &again));
  SO(again == used - sizeof first - first.d_namlen);
  RAW(__wasi_fd_readdir(fd, buffer, sizeof buffer, 100, &used));
  printf("%zu\n", used);
  int file = must_open("d/a0", O_RDONLY);
  RAW(__wasi_fd_readdir(file, buffer, sizeof buffer, 0, &used));
  RAW(__wasi_fd_readdir(0, buffer, sizeof buffer, 0, &used));
  CALL(close(fd));
  RAW(__wasi_fd_readdir(fd, buffer, sizeof buffer, 0, &used));
  return 0;
}
