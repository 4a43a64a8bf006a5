package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** Where servers of a cluster are together, and can be lost together. */
@Doc("A site of a cluster: servers that can be lost together.")
public record Site(
        @Doc("Its name in the inventory.") String name,
        @Doc("The cluster's servers in it.") List<MySqlServer> servers) {}
