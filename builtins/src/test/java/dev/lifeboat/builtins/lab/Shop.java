package dev.lifeboat.builtins.lab;

import java.sql.SQLException;

/** What the application keeps: the schema {@code shop} with the table {@code orders}. */
public final class Shop {
    private Shop() {}

    /** Opens the server for writes and makes the schema, by transactions that its replicas will receive. */
    public static void openOn(LabServer primary) throws SQLException {
        primary.execute("SET GLOBAL read_only = OFF", "CREATE SCHEMA shop", """
                CREATE TABLE shop.orders (
                  id      BIGINT       PRIMARY KEY,
                  note    VARCHAR(200) NOT NULL,
                  written TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6))
                """);
    }
}
