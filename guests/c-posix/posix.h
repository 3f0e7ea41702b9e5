// What the commands share: how each is known by its name, and how calls and what they returned are printed.
#pragma once
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>
#include <wasi/api.h>

// The folder that most commands are given, as "/". Preopened folders come right after the standard streams.
#define ROOT 3

struct command {
  const char *name;
  int (*run)(int argc, char **argv);
};

// A command: COMMAND(name) { …; return exit code; } Its arguments begin with its name.
#define COMMAND(NAME)                                                                                                  \
  static int NAME##_run(int argc, char **argv);                                                                        \
  static const struct command NAME##_command __attribute__((used, section("commands"))) = {#NAME, NAME##_run};         \
  static int NAME##_run(__attribute__((unused)) int argc, __attribute__((unused)) char **argv)

// Prints a call as it is written here, and what it returned or its error.
#define CALL(EXPRESSION) print_result(#EXPRESSION, (long long)(EXPRESSION))

// The same for the raw calls, which return their error.
#define RAW(EXPRESSION) print_error(#EXPRESSION, (EXPRESSION))

// Prints whether something is so.
#define SO(EXPRESSION) printf("%s: %s\n", #EXPRESSION, (EXPRESSION) ? "yes" : "no")

long long print_result(const char *call, long long result);
int print_error(const char *call, int error);

// Opens a file of the folder, or ends the command.
int must_open(const char *path, int flags);

// Makes a file with this text, or ends the command.
void make_file(const char *path, const char *text);

// Prints what is in a file, with its path.
void print_file(const char *path);

// A path for the calls of preview 1, which take its length and so may have a NUL in it.
#define PATH(TEXT) TEXT, sizeof(TEXT) - 1

// Opens a path beneath the folder by preview 1's own call, closes it again and returns the error. Follows links at its end if
// `follow`. The rights that are asked for are to read, and to write if `write`.
int open_path(const char *path, size_t length, int follow, int oflags, int write);
