// The only door to libsqlite3. Two kinds of thing stand here: sqlite3.h itself, with the parts that
// Debian compiles in but declares only on request, and `csqlite_` functions for what Swift cannot
// import (variadic calls, cast macros).
#ifndef CSQLITE_H
#define CSQLITE_H

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

// sqlite3_db_config() for the settings that are on or off. `on` is 1, 0, or -1 to ask only; what
// holds afterwards is written to `now`.
int csqlite_switch(sqlite3 *db, int setting, int on, int *now);

// Binding copies the bytes (SQLITE_TRANSIENT is a cast macro).
int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 length);
// A text that stays where it is for as long as the program runs.
int csqlite_bind_constant(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 length);
int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length);

// --- SQL functions, called through the API table --------------------------------------------------
// A loadable extension may not link to libsqlite3: it is handed a table of the host's functions. Our
// own program takes the same road (sqlite3_auto_extension passes the same table), so that one
// implementation of each SQL function serves both.

typedef struct csqlite_context csqlite_context;  // sqlite3_context
typedef struct csqlite_value csqlite_value;      // sqlite3_value
typedef void (*csqlite_function)(csqlite_context *context, int count, csqlite_value **arguments);
typedef void (*csqlite_result)(csqlite_context *context);
typedef void (*csqlite_release)(void *user);

// What an entry point returns to stay loaded (a macro that Swift does not see).
static const int CSQLITE_LOADED = SQLITE_OK_LOAD_PERMANENTLY;

// Lets every connection opened from now on hand over the API table. Idempotent.
int csqlite_take_api(void);
// The entry point's part: remembers the table that the host passed (`api` is sqlite3_api_routines).
int csqlite_use_api(const void *api);

// Each registers a deterministic, innocuous function; `release` is called with `user` in the end, also
// where registering fails. A window function can also take rows back (`inverse`) and be asked in between
// (`value`).
int csqlite_create_function(
    sqlite3 *db, const char *name, int arguments, void *user, csqlite_function call,
    csqlite_release release);
int csqlite_create_aggregate(
    sqlite3 *db, const char *name, int arguments, void *user, csqlite_function step, csqlite_result final,
    csqlite_release release);
int csqlite_create_window(
    sqlite3 *db, const char *name, int arguments, void *user, csqlite_function step, csqlite_result final,
    csqlite_result value, csqlite_function inverse, csqlite_release release);
// Where an aggregate keeps what it is working on: one pointer a group, NULL at first. NULL itself if there
// is none and `make` is 0.
void **csqlite_group(csqlite_context *context, int make);
void *csqlite_user(csqlite_context *context);
int csqlite_value_type(csqlite_value *value);
sqlite3_int64 csqlite_value_integer(csqlite_value *value);
double csqlite_value_real(csqlite_value *value);
const void *csqlite_value_bytes(csqlite_value *value, int *length);  // text and blob
void csqlite_result_null(csqlite_context *context);
void csqlite_result_integer(csqlite_context *context, sqlite3_int64 value);
void csqlite_result_real(csqlite_context *context, double value);
void csqlite_result_text(csqlite_context *context, const char *bytes, sqlite3_uint64 length);
void csqlite_result_blob(csqlite_context *context, const void *bytes, sqlite3_uint64 length);
void csqlite_result_error(csqlite_context *context, const char *message, int length);

// --- Table-valued functions -----------------------------------------------------------------------

// The rows of one call, or NULL with `message` set to a text made by csqlite_message().
typedef void *(*csqlite_open)(void *user, int count, csqlite_value **arguments, char **message);

typedef struct csqlite_table {
  const char *declaration;  // CREATE TABLE, the arguments as hidden columns after all others
  int columns;              // that are not hidden
  int arguments;            // all of which must be given
  csqlite_open open;
  sqlite3_int64 (*count)(void *rows);
  void (*column)(void *rows, sqlite3_int64 row, int column, csqlite_context *context);
  csqlite_release close;
} csqlite_table;

// Registers an innocuous table-valued function. `table` and what it points to must live as long as `user`.
int csqlite_create_table(
    sqlite3 *db, const char *name, const csqlite_table *table, void *user, csqlite_release release);
// A copy that SQLite frees.
char *csqlite_message(const char *text);

#endif
