// SQL functions through the API table. sqlite3ext.h turns each sqlite3_ name of this file into a call
// through `sqlite3_api`; that is why these few lines stand apart from csqlite.c.
#include "CSQLite.h"

#include <sqlite3ext.h>
#include <stddef.h>

SQLITE_EXTENSION_INIT1

#define CONTEXT(c) ((sqlite3_context *)(c))
#define VALUE(v) ((sqlite3_value *)(v))

int csqlite_use_api(const void *api) {
  SQLITE_EXTENSION_INIT2(api);
  return SQLITE_OK;
}

static int entry(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
  (void)db;
  (void)message;
  return csqlite_use_api(api);
}

// Called before any connection is open, so through the library and not through the table.
#undef sqlite3_auto_extension

int csqlite_take_api(void) {
  // Nobody asks how much memory SQLite holds, and counting it takes a lock at every allocation. Does nothing once
  // the library is in use.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  return sqlite3_auto_extension((void (*)(void))entry);
}

static const int kind = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

int csqlite_create_function(
    sqlite3 *db, const char *name, int arguments, void *user, csqlite_function call,
    csqlite_release release) {
  return sqlite3_create_function_v2(
      db, name, arguments, kind, user, (void (*)(sqlite3_context *, int, sqlite3_value **))call, NULL, NULL,
      release);
}

int csqlite_create_aggregate(
    sqlite3 *db, const char *name, int arguments, void *user, csqlite_function step, csqlite_result final,
    csqlite_release release) {
  return sqlite3_create_function_v2(
      db, name, arguments, kind, user, NULL, (void (*)(sqlite3_context *, int, sqlite3_value **))step,
      (void (*)(sqlite3_context *))final, release);
}

int csqlite_create_window(
    sqlite3 *db, const char *name, int arguments, void *user, csqlite_function step, csqlite_result final,
    csqlite_result value, csqlite_function inverse, csqlite_release release) {
  return sqlite3_create_window_function(
      db, name, arguments, kind, user, (void (*)(sqlite3_context *, int, sqlite3_value **))step,
      (void (*)(sqlite3_context *))final, (void (*)(sqlite3_context *))value,
      (void (*)(sqlite3_context *, int, sqlite3_value **))inverse, release);
}

void **csqlite_group(csqlite_context *context, int make) {
  return sqlite3_aggregate_context(CONTEXT(context), make ? sizeof(void *) : 0);
}

void *csqlite_user(csqlite_context *context) { return sqlite3_user_data(CONTEXT(context)); }
int csqlite_value_type(csqlite_value *value) { return sqlite3_value_type(VALUE(value)); }
sqlite3_int64 csqlite_value_integer(csqlite_value *value) { return sqlite3_value_int64(VALUE(value)); }
double csqlite_value_real(csqlite_value *value) { return sqlite3_value_double(VALUE(value)); }

const void *csqlite_value_bytes(csqlite_value *value, int *length) {
  const void *bytes = sqlite3_value_type(VALUE(value)) == SQLITE_BLOB
                          ? sqlite3_value_blob(VALUE(value))
                          : (const void *)sqlite3_value_text(VALUE(value));
  *length = sqlite3_value_bytes(VALUE(value));
  return bytes;
}

void csqlite_result_null(csqlite_context *context) { sqlite3_result_null(CONTEXT(context)); }

void csqlite_result_integer(csqlite_context *context, sqlite3_int64 value) {
  sqlite3_result_int64(CONTEXT(context), value);
}

void csqlite_result_real(csqlite_context *context, double value) {
  sqlite3_result_double(CONTEXT(context), value);
}

void csqlite_result_text(csqlite_context *context, const char *bytes, sqlite3_uint64 length) {
  sqlite3_result_text64(CONTEXT(context), bytes, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void csqlite_result_blob(csqlite_context *context, const void *bytes, sqlite3_uint64 length) {
  if (length == 0) {
    sqlite3_result_zeroblob(CONTEXT(context), 0);
  } else {
    sqlite3_result_blob64(CONTEXT(context), bytes, length, SQLITE_TRANSIENT);
  }
}

void csqlite_result_error(csqlite_context *context, const char *message, int length) {
  sqlite3_result_error(CONTEXT(context), message, length);
}
