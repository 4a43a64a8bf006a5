-- Lifeboat's account `lifeboat`
-- Every run looks at servers, and keeps a schema of its own.
GRANT INSERT, DELETE, CREATE ON lifeboat.* TO 'lifeboat'@'%';
-- The inventory has administrative ports, by which it gets in when all other connections are taken.
GRANT SERVICE_CONNECTION_ADMIN ON *.* TO 'lifeboat'@'%';
-- For mysql.diagnose, mysql.drain_relay_logs, mysql.freeze_receivers, mysql.promote, mysql.rebuild, mysql.rejoin, mysql.repoint, mysql.resume_semi_sync, mysql.same_data.
GRANT REPLICATION_SLAVE_ADMIN ON *.* TO 'lifeboat'@'%';
-- For endpoint.switch, mysql.fence.
GRANT PROCESS ON *.* TO 'lifeboat'@'%';
-- For endpoint.switch, mysql.fence, mysql.quarantine, mysql.rebuild, mysql.rejoin, mysql.start_fenced.
GRANT CONNECTION_ADMIN ON *.* TO 'lifeboat'@'%';
-- For mysql.events, mysql.fence, mysql.freeze_purges, mysql.promote, mysql.quarantine, mysql.rebuild, mysql.rejoin, mysql.release_purges, mysql.resume_semi_sync, mysql.start_fenced.
GRANT SYSTEM_VARIABLES_ADMIN ON *.* TO 'lifeboat'@'%';
-- For mysql.fence, mysql.promote, mysql.quarantine, mysql.rebuild, mysql.rejoin, mysql.start_fenced.
GRANT PERSIST_RO_VARIABLES_ADMIN ON *.* TO 'lifeboat'@'%';
-- For mysql.elect, mysql.promote, mysql.quarantine, mysql.rebuild, mysql.rejoin, mysql.repoint.
GRANT REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO 'lifeboat'@'%';
-- For mysql.promote, mysql.rebuild, mysql.rejoin, mysql.repoint.
GRANT RELOAD ON *.* TO 'lifeboat'@'%';
-- For mysql.events.
-- Before MySQL 8.2 SET_USER_ID stands for each that is about definers.
GRANT EVENT, SET_ANY_DEFINER ON *.* TO 'lifeboat'@'%';
-- For mysql.quarantine, mysql.same_data.
GRANT SELECT ON *.* TO 'lifeboat'@'%';
-- For mysql.rebuild.
GRANT SHOW DATABASES, CLONE_ADMIN, BACKUP_ADMIN ON *.* TO 'lifeboat'@'%';
GRANT INSERT ON mysql.plugin TO 'lifeboat'@'%';
-- The application's account `orders`: a write by its own way proves where an endpoint leads.
CREATE SCHEMA IF NOT EXISTS lifeboat;
CREATE TABLE IF NOT EXISTS lifeboat.probe (server CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY, written TIMESTAMP(6) NOT NULL);
GRANT SELECT, INSERT, DELETE ON lifeboat.probe TO 'orders'@'%';
-- The account `repl`, by which replicas fetch
GRANT REPLICATION SLAVE ON *.* TO 'repl'@'%';
