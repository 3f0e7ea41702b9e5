#include "posix.h"

static void text_of(const char *path) {
  char text[16];
  int fd = open(path, O_RDONLY);
  if (fd < 0) {
    print_result(path, -1);
    return;
  }
  ssize_t length = read(fd, text, sizeof text);
  printf("%s: %.*s\n", path, (int)length, text);
  close(fd);
}

COMMAND(preopens) {
  for (int fd = 3;; fd++) {
    __wasi_prestat_t prestat;
    int error = __wasi_fd_prestat_get(fd, &prestat);
    if (error) {
      SO(error == __WASI_ERRNO_BADF);
      break;
    }
    char name[32] = "";
    size_t length = prestat.u.dir.pr_name_len;
    int short_error = __wasi_fd_prestat_dir_name(fd, (uint8_t *)name, length - 1);
    error = __wasi_fd_prestat_dir_name(fd, (uint8_t *)name, length);
    printf("%d tag %d \"%s\" %zu error %d too short %d\n", fd, prestat.tag, name, length, error, short_error == __WASI_ERRNO_NAMETOOLONG);
  }
  text_of("/one/f");
  text_of("/one/inner/f");
  text_of("/one/inner/../f");
  text_of("/same/f");
  text_of("/only/f");
  SO(open("/two/f", O_RDONLY) == -1);
  SO(open("/f", O_RDONLY) == -1);
  SO(open("/one/../only/f", O_RDONLY) == -1);
  CALL(rename("/one/f", "/same/g"));
  CALL(link("/same/g", "/one/h"));
  CALL(rename("/one/h", "/one/inner/h"));
  CALL(rename("/only/f", "/one/k"));
  CALL(rename("/one/inner/h", "/only/h"));
  CALL(link("/only/f", "/one/k"));
  int fd = open("/one/inner/f", O_RDONLY);
  printf("%d\n", fd);
  return 0;
}
