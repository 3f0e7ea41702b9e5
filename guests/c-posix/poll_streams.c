#include "posix.h"
#include <poll.h>
#include <sys/select.h>

static __wasi_subscription_t stream(__wasi_eventtype_t type, int fd, __wasi_userdata_t userdata) {
  __wasi_subscription_t subscription = {.userdata = userdata};
  subscription.u.tag = type;
  subscription.u.u.fd_read.file_descriptor = fd;
  return subscription;
}

COMMAND(poll_streams) {
  __wasi_subscription_t in[4];
  __wasi_event_t out[4];
  __wasi_size_t count;
  in[0] = stream(__WASI_EVENTTYPE_FD_READ, 0, 10);
  RAW(__wasi_poll_oneoff(in, out, 1, &count));
  printf("%zu %llu %d %d\n", count, out[0].userdata, out[0].type, out[0].error);
  SO(out[0].fd_readwrite.nbytes > 0);

  int file = must_open("f", O_RDWR);
  in[0] = stream(__WASI_EVENTTYPE_FD_WRITE, 1, 11);
  in[1] = stream(__WASI_EVENTTYPE_FD_WRITE, 2, 12);
  in[2] = stream(__WASI_EVENTTYPE_FD_READ, file, 13);
  in[3] = stream(__WASI_EVENTTYPE_FD_WRITE, file, 14);
  RAW(__wasi_poll_oneoff(in, out, 4, &count));
  for (__wasi_size_t i = 0; i < count; i++) printf("%llu %d %d\n", out[i].userdata, out[i].type, out[i].error);
  printf("%llu bytes\n", out[2].fd_readwrite.nbytes);
  char text[8];
  CALL(read(file, text, 3));
  RAW(__wasi_poll_oneoff(in + 2, out, 1, &count));
  printf("%llu bytes\n", out[0].fd_readwrite.nbytes);

  // The other way round, and what is none: an error of the call or in the event.
  in[0] = stream(__WASI_EVENTTYPE_FD_READ, 100, 15);
  SO(__wasi_poll_oneoff(in, out, 1, &count) == __WASI_ERRNO_BADF || out[0].error == __WASI_ERRNO_BADF);
  in[0] = stream(__WASI_EVENTTYPE_FD_READ, 1, 16);
  SO(__wasi_poll_oneoff(in, out, 1, &count) != 0 || out[0].error != 0);
  in[0] = stream(__WASI_EVENTTYPE_FD_WRITE, ROOT, 17);
  SO(__wasi_poll_oneoff(in, out, 1, &count) != 0 || out[0].error != 0);

  struct pollfd fds[] = {{0, POLLRDNORM, 0}, {1, POLLWRNORM, 0}, {-1, POLLRDNORM, 0}};
  int ready = poll(fds, 2, 1000);
  printf("%d %d %d\n", ready, fds[0].revents == POLLRDNORM, fds[1].revents == POLLWRNORM);
  fd_set reading, writing;
  FD_ZERO(&reading);
  FD_ZERO(&writing);
  FD_SET(0, &reading);
  FD_SET(1, &writing);
  struct timeval second = {1, 0};
  CALL(select(2, &reading, &writing, NULL, &second));
  SO(FD_ISSET(0, &reading) && FD_ISSET(1, &writing));

  // At its end standard input is ready for ever.
  while (read(0, text, sizeof text) > 0) continue;
  in[0] = stream(__WASI_EVENTTYPE_FD_READ, 0, 18);
  RAW(__wasi_poll_oneoff(in, out, 1, &count));
  printf("%llu %d %d\n", out[0].userdata, out[0].type, out[0].error);
  CALL(read(0, text, sizeof text));
  return 0;
}
