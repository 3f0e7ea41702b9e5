// Many commands in one component, each in a file of its own: the first argument says which, and without it their names are
// printed. One component, because the preview-1 adapter alone takes 30 kB, and to load it time.
#include "posix.h"

extern const struct command __start_commands[], __stop_commands[];

int main(int argc, char **argv) {
  for (const struct command *each = __start_commands; each < __stop_commands; each++) {
    if (argc < 2) {
      puts(each->name);
    } else if (strcmp(each->name, argv[1]) == 0) {
      return each->run(argc - 1, argv + 1);
    }
  }
  if (argc < 2) return 0;
  fprintf(stderr, "no command %s\n", argv[1]);
  return 99;
}

static const char *name(int error) {
  static const char *const names[] = {
      "ok",           "E2BIG",        "EACCES",      "EADDRINUSE",   "EADDRNOTAVAIL", "EAFNOSUPPORT",    "EAGAIN",
      "EALREADY",     "EBADF",        "EBADMSG",     "EBUSY",        "ECANCELED",     "ECHILD",          "ECONNABORTED",
      "ECONNREFUSED", "ECONNRESET",   "EDEADLK",     "EDESTADDRREQ", "EDOM",          "EDQUOT",          "EEXIST",
      "EFAULT",       "EFBIG",        "EHOSTUNREACH", "EIDRM",       "EILSEQ",        "EINPROGRESS",     "EINTR",
      "EINVAL",       "EIO",          "EISCONN",     "EISDIR",       "ELOOP",         "EMFILE",          "EMLINK",
      "EMSGSIZE",     "EMULTIHOP",    "ENAMETOOLONG", "ENETDOWN",    "ENETRESET",     "ENETUNREACH",     "ENFILE",
      "ENOBUFS",      "ENODEV",       "ENOENT",      "ENOEXEC",      "ENOLCK",        "ENOLINK",         "ENOMEM",
      "ENOMSG",       "ENOPROTOOPT",  "ENOSPC",      "ENOSYS",       "ENOTCONN",      "ENOTDIR",         "ENOTEMPTY",
      "ENOTRECOVERABLE", "ENOTSOCK",  "ENOTSUP",     "ENOTTY",       "ENXIO",         "EOVERFLOW",       "EOWNERDEAD",
      "EPERM",        "EPIPE",        "EPROTO",      "EPROTONOSUPPORT", "EPROTOTYPE", "ERANGE",          "EROFS",
      "ESPIPE",       "ESRCH",        "ESTALE",      "ETIMEDOUT",    "ETXTBSY",       "EXDEV",           "ENOTCAPABLE"};
  return error >= 0 && error < (int)(sizeof names / sizeof *names) ? names[error] : "an unknown error";
}

long long print_result(const char *call, long long result) {
  if (result == -1) {
    printf("%s: %s\n", call, name(errno));
  } else {
    printf("%s = %lld\n", call, result);
  }
  return result;
}

int print_error(const char *call, int error) {
  printf("%s: %s\n", call, name(error));
  return error;
}

int must_open(const char *path, int flags) {
  int fd = openat(ROOT, path, flags, 0666);
  if (fd < 0) {
    printf("open %s: %s\n", path, name(errno));
    exit(98);
  }
  return fd;
}

void make_file(const char *path, const char *text) {
  int fd = must_open(path, O_WRONLY | O_CREAT | O_TRUNC);
  size_t length = strlen(text);
  if (write(fd, text, length) != (ssize_t)length || close(fd) != 0) {
    printf("write %s: %s\n", path, name(errno));
    exit(98);
  }
}

void print_file(const char *path) {
  char text[256];
  int fd = must_open(path, O_RDONLY);
  ssize_t length = read(fd, text, sizeof text - 1);
  if (length < 0) {
    printf("%s: %s\n", path, name(errno));
  } else {
    printf("%s: \"%.*s\"\n", path, (int)length, text);
  }
  close(fd);
}

__attribute__((import_module("wasi_snapshot_preview1"), import_name("path_open"))) int32_t imported_path_open(
    int32_t fd, int32_t lookup, const char *path, size_t length, int32_t oflags, int64_t rights, int64_t inheriting,
    int32_t flags, __wasi_fd_t *opened);

int open_path(const char *path, size_t length, int follow, int oflags, int write) {
  __wasi_fd_t opened;
  int64_t rights = __WASI_RIGHTS_FD_READ | (write ? __WASI_RIGHTS_FD_WRITE : 0);
  int error = imported_path_open(ROOT, follow, path, length, oflags, rights, 0, 0, &opened);
  return error ? error : __wasi_fd_close(opened);
}
