package dev.lifeboat.builtins.app;

import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** What came out when the application was tried: {@code app.smoke_test}. */
public record SmokeTest(
        @Doc("Whether all of it works.") boolean passed,
        @Doc("How many things were tried.") int tried,
        @Doc("What does not work, a sentence each.") List<String> findings) {}
