-- Lifeboat's account `lifeboat`
-- Every run looks at servers, and keeps a schema of its own.
GRANT SELECT ON performance_schema.* TO 'lifeboat'@'%';
GRANT SELECT, INSERT, DELETE, CREATE ON lifeboat.* TO 'lifeboat'@'%';
GRANT SELECT ON lifeboat_restore.* TO 'lifeboat'@'%';
-- The inventory has administrative ports, by which it gets in when all other connections are taken.
GRANT SERVICE_CONNECTION_ADMIN ON *.* TO 'lifeboat'@'%';
-- For mysql.readiness.
GRANT REPLICATION CLIENT, REPLICATION SLAVE, EVENT, TRIGGER, SHOW VIEW, SHOW_ROUTINE ON *.* TO 'lifeboat'@'%';
GRANT SELECT ON mysql.* TO 'lifeboat'@'%';
-- The application's account `orders`: a write by its own way proves where an endpoint leads.
CREATE SCHEMA IF NOT EXISTS lifeboat;
CREATE TABLE IF NOT EXISTS lifeboat.probe (server CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY, written TIMESTAMP(6) NOT NULL);
GRANT SELECT, INSERT, DELETE ON lifeboat.probe TO 'orders'@'%';
-- The account `repl`, by which replicas fetch
GRANT REPLICATION SLAVE ON *.* TO 'repl'@'%';
