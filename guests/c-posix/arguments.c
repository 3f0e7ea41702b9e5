#include "posix.h"

COMMAND(arguments) {
  printf("argc %d\n", argc);
  for (int i = 0; i < argc; i++) printf("%d \"%s\" %zu\n", i, argv[i], strlen(argv[i]));
  SO(argv[argc] == NULL);
  __wasi_size_t count, size;
  RAW(__wasi_args_sizes_get(&count, &size));
  printf("%zu arguments, %zu bytes\n", count, size);
  uint8_t *pointers[count];
  uint8_t bytes[size];
  RAW(__wasi_args_get(pointers, bytes));
  for (__wasi_size_t i = 0; i < count; i++) printf("%s%c", (char *)pointers[i], i + 1 < count ? '|' : '\n');
  return 0;
}
