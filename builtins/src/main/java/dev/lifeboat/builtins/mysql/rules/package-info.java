/** What the checker knows of MySQL: orders of calls that lose data or the way back, and SQL that a version lacks. One order or rule a class. */
package dev.lifeboat.builtins.mysql.rules;
