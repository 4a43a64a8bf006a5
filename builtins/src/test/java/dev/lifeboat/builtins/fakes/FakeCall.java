package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fake for decision tables: a call without a run. Its time passes when it pauses; what it is told it keeps. */
public final class FakeCall implements Call {
    private final Map<String, Object> ports = new LinkedHashMap<>();
    public final Map<String, Value> facts = new LinkedHashMap<>();
    public final Map<String, Value> names = new LinkedHashMap<>();
    public final List<String> inverses = new ArrayList<>();
    public final List<String> done = new ArrayList<>();
    public boolean approved;
    private Optional<Clock> clock = Optional.empty();
    public Instant time = FakeMySqlServer.START;

    public FakeCall with(Object... more) {
        for (Object port : more) {
            switch (port) {
                case MySqlServer server -> ports.put("MySqlServer " + server.name(), server);
                case ServerCatalog catalog -> ports.put("ServerCatalog " + catalog.name(), catalog);
                case BinaryLogs logs -> ports.put("BinaryLogs " + logs.name(), logs);
                case Instance instance -> ports.put("Instance " + instance.name(), instance);
                case Host host -> ports.put("Host " + host.name(), host);
                case ServerMetrics metrics -> ports.put("ServerMetrics " + metrics.name(), metrics);
                case Perimeter perimeter -> ports.put("Perimeter " + perimeter.name(), perimeter);
                case Application application -> ports.put("Application " + application.name(), application);
                case LogArchive logs -> ports.put("LogArchive " + logs.name(), logs);
                case FullBackups backups -> ports.put("FullBackups " + backups.name(), backups);
                case Restoration restoration -> ports.put("Restoration " + restoration.name(), restoration);
                case RowRepair rows -> ports.put("RowRepair " + rows.name(), rows);
                case Store store -> ports.put("Store " + store.name(), store);
                case Endpoint endpoint -> ports.put("Endpoint " + endpoint.name(), endpoint);
                default -> throw new IllegalArgumentException("No port: " + port);
            }
        }
        return this;
    }

    /** Its pauses take this clock's time. */
    public FakeCall lasting(Clock real) {
        clock = Optional.of(real);
        return this;
    }

    public FakeCall knows(String fact, String text) {
        facts.put(fact, new Value.Text(text));
        return this;
    }

    public String text(String fact) {
        return facts.get(fact) instanceof Value.Text text ? text.value() : "";
    }

    @Override
    public <P> P port(Class<P> kind, String name) {
        return Optional.ofNullable(ports.get(kind.getSimpleName() + " " + name)).map(kind::cast)
                .orElseThrow(() -> Failure.of("The inventory has no " + kind.getSimpleName() + " `" + name + "`."));
    }

    @Override
    public void inverse(String description, String builtin, Object... arguments) {
        inverses.add(builtin + Arrays.stream(arguments).skip(1).toList());
    }

    @Override
    public Optional<Value> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    @Override
    public void learn(String name, Value value) {
        facts.put(name, value);
    }

    @Override
    public boolean approved() {
        return approved;
    }

    @Override
    public Optional<Value> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    @Override
    public Instant now() {
        return time;
    }

    @Override
    public void pause(Duration duration) {
        time = time.plus(duration);
        clock.ifPresent(real -> real.sleep(duration));
    }

    @Override
    public void putBack(Duration limit, Runnable body) {
        body.run();
    }

    @Override
    public void progress(String what) {}

    @Override
    public void did(String target, String what) {
        done.add(target + ": " + what);
    }
}
