package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;

/** Something that is wrong with logs in a store. */
public record LogDamage(
        @Doc("Which object of the store, or which file of the server.") String object,
        @Doc("What is wrong, a sentence.") String what,
        @Doc("What to do instead, a sentence.") String hint,
        @Doc("The transactions that can't be had from there because of it, as far as that is known.") GtidSet lost) {}
