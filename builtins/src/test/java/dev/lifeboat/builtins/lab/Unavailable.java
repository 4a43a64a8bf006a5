package dev.lifeboat.builtins.lab;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What becomes of a test whose real server can't be had: skipped with the reason, but failed where {@code CI=true}. */
final class Unavailable {
    private Unavailable() {}

    /** Never returns. */
    static <T> T because(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            return Assertions.fail(reason);
        }
        return Assumptions.abort(reason);
    }
}
