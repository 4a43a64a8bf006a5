/**
 * The real servers behind the ports, by MySQL Connector/J: connections, sessions under a deadline, and the SQL that differs from version to version. It
 * uses the ports alone; no word uses it.
 */
package dev.lifeboat.builtins.mysql.jdbc;
