-- Lifeboat's account `lifeboat`
-- The inventory has administrative ports, by which it gets in when all other connections are taken.
GRANT SERVICE_CONNECTION_ADMIN ON *.* TO 'lifeboat'@'%';
-- For backup.rehearse.
-- Before MySQL 8.2 SET_USER_ID stands for each that is about definers.
GRANT PROCESS, CONNECTION_ADMIN, SYSTEM_VARIABLES_ADMIN, PERSIST_RO_VARIABLES_ADMIN, REPLICATION_SLAVE_ADMIN, RELOAD, REPLICATION CLIENT, REPLICATION SLAVE, EVENT, TRIGGER, SET_ANY_DEFINER, ALLOW_NONEXISTENT_DEFINER, CREATE USER, SHOW DATABASES, SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, LOCK TABLES, SYSTEM_USER ON *.* TO 'lifeboat'@'%';
-- The application's account `orders`: a write by its own way proves where an endpoint leads.
CREATE SCHEMA IF NOT EXISTS lifeboat;
CREATE TABLE IF NOT EXISTS lifeboat.probe (server CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY, written TIMESTAMP(6) NOT NULL);
GRANT SELECT, INSERT, DELETE ON lifeboat.probe TO 'orders'@'%';
-- The account `repl`, by which replicas fetch
GRANT REPLICATION SLAVE ON *.* TO 'repl'@'%';
