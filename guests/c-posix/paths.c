#include "posix.h"

COMMAND(paths) {
  RAW(open_path(PATH("d/e/f"), 1, 0, 0));
  RAW(open_path(PATH("./d/./e/./f"), 1, 0, 0));
  RAW(open_path(PATH("d//e///f"), 1, 0, 0));
  RAW(open_path(PATH("d/e/../e/f"), 1, 0, 0));
  RAW(open_path(PATH("d/../d/e/../../d/e/f"), 1, 0, 0));
  RAW(open_path(PATH("d/.//e/../../d/e/../e///./f"), 1, 0, 0));
  RAW(open_path(PATH("d/e/"), 1, 0, 0));
  RAW(open_path(PATH("d/e////"), 1, __WASI_OFLAGS_DIRECTORY, 0));
  RAW(open_path(PATH("d/e/.."), 1, 0, 0));
  RAW(open_path(PATH("d/.."), 1, 0, 0));
  RAW(open_path(PATH("d/e/../.."), 1, __WASI_OFLAGS_DIRECTORY, 0));
  RAW(open_path(PATH("."), 1, 0, 0));
  RAW(open_path(PATH("./"), 0, 0, 0));
  RAW(open_path(PATH(""), 1, 0, 0));
  RAW(open_path(PATH("/"), 1, 0, 0));
  RAW(open_path(PATH("/d/e/f"), 1, 0, 0));
  RAW(open_path(PATH("//d"), 1, 0, 0));
  RAW(open_path(PATH(".."), 1, 0, 0));
  RAW(open_path(PATH("../"), 1, 0, 0));
  RAW(open_path(PATH("../in"), 1, 0, 0));
  RAW(open_path(PATH("d/../.."), 1, 0, 0));
  RAW(open_path(PATH("d/e/../../../in/d/e/f"), 1, 0, 0));
  RAW(open_path(PATH("d/e/f/"), 1, 0, 0));
  RAW(open_path(PATH("d/e/f/."), 1, 0, 0));
  RAW(open_path(PATH("d/e/f/../f"), 1, 0, 0));
  RAW(open_path(PATH("d/none/../e/f"), 1, 0, 0));
  RAW(open_path(PATH("d/e/f\0"), 1, 0, 0));
  RAW(open_path(PATH("d/e/f\0g"), 1, 0, 0));
  RAW(open_path(PATH("\0"), 1, 0, 0));
  RAW(open_path(PATH("new\0x"), 1, __WASI_OFLAGS_CREAT, 1));
  RAW(open_path(PATH("gr\u00f6\u00dfe \U0001f600"), 1, 0, 0));
  RAW(open_path(PATH("back\\slash"), 1, 0, 0));
  RAW(open_path(PATH("back/slash"), 1, 0, 0));
  RAW(open_path(PATH(" "), 1, 0, 0));
  RAW(open_path(PATH("..."), 1, 0, 0));
  RAW(open_path(PATH("..d"), 1, 0, 0));
  return 0;
}
