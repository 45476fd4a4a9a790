// Table-valued functions: eponymous virtual tables whose hidden columns are the arguments. As in functions.c,
// every call goes through the API table.
#include "CSQLite.h"

#include <sqlite3ext.h>
#include <stddef.h>

SQLITE_EXTENSION_INIT3

typedef struct call {
  sqlite3_module module;
  const csqlite_table *table;
  void *user;
  csqlite_release release;
} call;

typedef struct table {
  sqlite3_vtab base;
  const call *call;
} table;

typedef struct cursor {
  sqlite3_vtab_cursor base;
  void *rows;
  sqlite3_int64 row, count;
} cursor;

char *csqlite_message(const char *text) { return sqlite3_mprintf("%s", text); }

static int connect(
    sqlite3 *db, void *user, int count, const char *const *words, sqlite3_vtab **made, char **message) {
  (void)count;
  (void)words;
  (void)message;
  const call *call = user;
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  int result = sqlite3_declare_vtab(db, call->table->declaration);
  if (result != SQLITE_OK) return result;
  table *one = sqlite3_malloc(sizeof *one);
  if (one == NULL) return SQLITE_NOMEM;
  *one = (table){.call = call};
  *made = &one->base;
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *base) {
  sqlite3_free(base);
  return SQLITE_OK;
}

// Every argument must be known before the first row: a plan in which one comes later is no plan.
static int plan(sqlite3_vtab *base, sqlite3_index_info *info) {
  const csqlite_table *shape = ((table *)base)->call->table;
  int given = 0, later = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    int argument = info->aConstraint[i].iColumn - shape->columns;
    if (argument < 0 || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ || (given & 1 << argument)) continue;
    if (!info->aConstraint[i].usable) {
      later |= 1 << argument;
      continue;
    }
    given |= 1 << argument;
    info->aConstraintUsage[i].argvIndex = argument + 1;
    info->aConstraintUsage[i].omit = 1;
  }
  int wanted = (1 << shape->arguments) - 1;
  info->estimatedCost = 100;
  info->estimatedRows = 100;
  if (given == wanted) return SQLITE_OK;
  if ((given | later) == wanted) return SQLITE_CONSTRAINT;
  base->zErrMsg = sqlite3_mprintf("all %d arguments must be given", shape->arguments);
  return SQLITE_ERROR;
}

static int open(sqlite3_vtab *base, sqlite3_vtab_cursor **made) {
  (void)base;
  cursor *one = sqlite3_malloc(sizeof *one);
  if (one == NULL) return SQLITE_NOMEM;
  *one = (cursor){0};
  *made = &one->base;
  return SQLITE_OK;
}

static void drop(cursor *cursor) {
  if (cursor->rows != NULL) ((table *)cursor->base.pVtab)->call->table->close(cursor->rows);
  cursor->rows = NULL;
}

static int close(sqlite3_vtab_cursor *base) {
  drop((cursor *)base);
  sqlite3_free(base);
  return SQLITE_OK;
}

static int filter(
    sqlite3_vtab_cursor *base, int number, const char *text, int count, sqlite3_value **arguments) {
  (void)number;
  (void)text;
  cursor *cursor = (struct cursor *)base;
  const call *call = ((table *)base->pVtab)->call;
  drop(cursor);
  char *message = NULL;
  cursor->rows = call->table->open(call->user, count, (csqlite_value **)arguments, &message);
  if (cursor->rows == NULL) {
    sqlite3_free(base->pVtab->zErrMsg);
    base->pVtab->zErrMsg = message;
    return SQLITE_ERROR;
  }
  cursor->row = 0;
  cursor->count = call->table->count(cursor->rows);
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
  ((cursor *)base)->row++;
  return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *base) { return ((cursor *)base)->row >= ((cursor *)base)->count; }

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
  cursor *cursor = (struct cursor *)base;
  ((table *)base->pVtab)->call->table->column(cursor->rows, cursor->row, column, (csqlite_context *)context);
  return SQLITE_OK;
}

static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *id) {
  *id = ((cursor *)base)->row + 1;
  return SQLITE_OK;
}

static void release(void *user) {
  call *call = user;
  call->release(call->user);
  sqlite3_free(call);
}

int csqlite_create_table(
    sqlite3 *db, const char *name, const csqlite_table *table, void *user, csqlite_release release_user) {
  call *made = sqlite3_malloc(sizeof *made);
  if (made == NULL) {
    release_user(user);
    return SQLITE_NOMEM;
  }
  // No xCreate: the table is there by its name alone and no other can be made.
  *made = (call){
      .module = {.xConnect = connect, .xBestIndex = plan, .xDisconnect = disconnect, .xOpen = open, .xClose = close,
                 .xFilter = filter, .xNext = next, .xEof = at_end, .xColumn = column, .xRowid = row_id},
      .table = table, .user = user, .release = release_user};
  return sqlite3_create_module_v2(db, name, &made->module, made, release);
}
