/**
 * What a server of MySQL is and can be asked: the ports {@link MySqlServer}, {@link ServerCatalog}, {@link BinaryLogs}, {@link Instance} and their like,
 * with the records and terms of MySQL that they speak in. It uses none of the packages below it; those use it.
 */
package dev.lifeboat.builtins.mysql;
