// The files that travel inside the program: migrations, views, vocabularies, names, rules. What must match
// the code is compiled in; what a person edits is a path (`entente seed --from FOLDER`).
#ifndef CRESOURCES_H
#define CRESOURCES_H

#include <stddef.h>

typedef struct cresource {
  const char *name;            // path inside the project, e.g. "migrations/0001_model.sql"
  const unsigned char *bytes;
  size_t length;
} cresource;

// How many files there are.
size_t cresource_count(void);
// The file at an index below the count.
cresource cresource_at(size_t index);

#endif
