#include "posix.h"
#include <sys/socket.h>

COMMAND(sockets) {
  int fd = must_open("f", O_RDWR | O_CREAT);
  CALL(shutdown(fd, SHUT_RDWR));
  CALL(shutdown(1, SHUT_WR));
  CALL(shutdown(ROOT, SHUT_RD));
  CALL(shutdown(100, SHUT_RD));
  RAW(__wasi_sock_shutdown(fd, __WASI_SDFLAGS_RD));
  CALL(close(fd));
  RAW(__wasi_sock_shutdown(fd, __WASI_SDFLAGS_RD));
  return 0;
}
