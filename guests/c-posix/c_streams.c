#include "posix.h"

COMMAND(c_streams) {
  SO(fopen("/missing", "r") == NULL && errno == ENOENT);
  SO(fopen("/d", "w") == NULL && errno == EISDIR);
  SO(fopen("/f", "wx") == NULL && errno == EEXIST);
  SO(fopen("/f", "?") == NULL && errno == EINVAL);
  FILE *f = fopen("/f", "r+");
  char line[32];
  SO(fgets(line, sizeof line, f) && strcmp(line, "one\n") == 0);
  SO(ftell(f) == 4);
  SO(fseek(f, 0, SEEK_CUR) == 0 && fputs("TWO", f) >= 0);
  SO(fseek(f, -6, SEEK_END) == 0 && fgets(line, sizeof line, f) && strcmp(line, "three\n") == 0);
  SO(fgetc(f) == EOF && feof(f) && !ferror(f));
  rewind(f);
  int n = 0;
  char word[16];
  while (fscanf(f, "%15s", word) == 1) printf("%d %s\n", ++n, word);
  SO(fclose(f) == 0);
  f = fopen("/f", "a+");
  SO(fprintf(f, "%d %s\n", 4, "four") == 7 && fflush(f) == 0);
  rewind(f);
  SO(fgets(line, sizeof line, f) && strcmp(line, "one\n") == 0);
  SO(ungetc('X', f) == 'X' && fgetc(f) == 'X');
  SO(fputs("five\n", f) >= 0 && fclose(f) == 0);
  f = fopen("/new", "w+");
  SO(setvbuf(f, NULL, _IONBF, 0) == 0 && fputc('n', f) == 'n');
  print_file("new");
  SO(fseek(f, 3, SEEK_SET) == 0 && fputc('w', f) == 'w' && ftello(f) == 4);
  SO(freopen("/other", "w", f) == f && fputs("other", f) >= 0 && fclose(f) == 0);
  f = fopen("/f", "r");
  SO(fputs("x", f) == EOF && ferror(f));
  clearerr(f);
  SO(fseek(f, -1, SEEK_SET) == -1 && errno == EINVAL);
  fpos_t place;
  SO(fseek(f, 2, SEEK_SET) == 0 && fgetpos(f, &place) == 0 && fgetc(f) == 'e' && fsetpos(f, &place) == 0 && fgetc(f) == 'e');
  SO(fclose(f) == 0);
  errno = ENOENT;
  perror("perror");
  char *text = NULL;
  size_t length = 0;
  f = open_memstream(&text, &length);
  SO(fprintf(f, "%05.1f|%-4d|%x", 3.14159, 7, 255) == 13 && fclose(f) == 0 && strcmp(text, "003.1|7   |ff") == 0);
  return 0;
}
