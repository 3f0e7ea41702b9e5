#include "posix.h"

static uint8_t one[1 << 18], two[1 << 18];

static int different(size_t length) {
  size_t same = 0;
  for (size_t i = 0; i < length; i++) same += one[i] == two[i];
  return same < length / 16;
}

COMMAND(random_bytes) {
  RAW(__wasi_random_get(one, 0));
  SO(one[0] == 0);
  RAW(__wasi_random_get(one, 1));
  SO(one[1] == 0);
  RAW(__wasi_random_get(one, sizeof one));
  RAW(__wasi_random_get(two, sizeof two));
  SO(different(sizeof one));
  int seen[256] = {0}, kinds = 0;
  for (size_t i = 0; i < sizeof one; i++) kinds += seen[one[i]]++ == 0;
  printf("%d values\n", kinds);
  CALL(getentropy(one, 256));
  CALL(getentropy(two, 256));
  SO(different(256));
  CALL(getentropy(one, 257));
  CALL(getentropy(one, 0));
  arc4random_buf(one, 1000);
  arc4random_buf(two, 1000);
  SO(different(1000));
  SO(arc4random_uniform(1) == 0);
  SO(arc4random_uniform(7) < 7);
  return 0;
}
