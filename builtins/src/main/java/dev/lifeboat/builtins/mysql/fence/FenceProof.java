package dev.lifeboat.builtins.mysql.fence;

import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** How a server was kept from writing: {@code mysql.fence}. */
public record FenceProof(
        @Doc("The strongest level that was proven.") FenceLevel level,
        @Doc("What proves it, and what could not be done: a line each.") List<String> evidence) {}
