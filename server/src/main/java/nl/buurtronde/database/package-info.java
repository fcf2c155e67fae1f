/**
 * The database (SQLite in WAL): one writer whose transactions share commits, several readers that
 * see one snapshot each. Never knows a noun.
 */
package nl.buurtronde.database;
