package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.interpreter.builtin.Doc;

/** How bad it is. */
public enum Severity {
    @Doc("A failover would fail, lose data, or leave two primaries.")
    SEVERE,
    @Doc("A failover would be slower, or people would have to do something by hand.")
    WARNING,
    @Doc("It is good to know.")
    NOTE
}
