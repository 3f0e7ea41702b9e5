#include "posix.h"

COMMAND(read_link) {
  char text[16] = "---------------";
  CALL(readlinkat(ROOT, "link", text, sizeof text));
  printf("%.9s\n", text);
  CALL(readlinkat(ROOT, "link", memset(text, '-', sizeof text), 3));
  printf("%.5s\n", text);
  CALL(readlinkat(ROOT, "link", text, 6));
  CALL(readlinkat(ROOT, "link", text, 7));
  __wasi_size_t length = 99;
  RAW(__wasi_path_readlink(ROOT, "link", (uint8_t *)text, 0, &length));
  printf("%zu\n", length);
  CALL(readlinkat(ROOT, "loop", text, sizeof text));
  CALL(readlinkat(ROOT, "dangling", text, sizeof text));
  CALL(readlinkat(ROOT, "d/in", text, sizeof text));
  CALL(readlinkat(ROOT, "f", text, sizeof text));
  CALL(readlinkat(ROOT, "d", text, sizeof text));
  CALL(readlinkat(ROOT, ".", text, sizeof text));
  CALL(readlinkat(ROOT, "missing", text, sizeof text));
  CALL(readlinkat(ROOT, "f/x", text, sizeof text));
  CALL(readlinkat(ROOT, "to-d/", text, sizeof text));
  CALL(readlink("/link", text, sizeof text));
  static char large[5000];
  CALL(readlinkat(ROOT, "link", large, sizeof large));
  CALL(readlinkat(1, "link", text, sizeof text));
  return 0;
}
