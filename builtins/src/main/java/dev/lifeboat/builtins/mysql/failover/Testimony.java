package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** What {@code mysql.ask_witnesses} heard. */
public record Testimony(
        @Doc("Servers that answer a witness, or whose machine does.") List<MySqlServer> reached,
        @Doc("The witnesses that could tell.") List<Host> witnesses,
        @Doc("What each of them said of each server: a line each.") List<String> evidence) {}
