package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.mysql.AccountGrants;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.run.Event;
import java.util.List;
import java.util.stream.Stream;

/** What an account with these grants alone could not have done in a run, rollbacks included. */
record PortPrivileges(AccountGrants grants) {
    private static final List<Class<?>> PORTS = List.of(MySqlServer.class, ServerCatalog.class, BinaryLogs.class,
            Instance.class, RowRepair.class, FullBackups.class, LogArchive.class, Restoration.class);

    List<String> lacking(DryRun run) {
        return run.events(Event.PortCallEnded.class).stream()
                .flatMap(call -> needed(call).filter(privilege -> !grants.cover(privilege))
                        .map(privilege -> call.method() + " needs " + privilege))
                .distinct().toList();
    }

    private static Stream<String> needed(Event.PortCallEnded call) {
        return PORTS.stream().filter(port -> port.getSimpleName().equals(call.port()))
                .flatMap(port -> Stream.of(port.getMethods())).filter(method -> method.getName().equals(call.method()))
                .filter(method -> method.isAnnotationPresent(PortEffect.class))
                .flatMap(method -> Stream.of(method.getAnnotation(PortEffect.class).privileges()));
    }
}
