package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A fake for decision tables: an endpoint that leads where it is told. */
public final class FakeEndpoint implements Endpoint {
    private final String name;
    public List<String> targets;
    public boolean works = true;
    public boolean obeys = true;
    /** The `server_uuid` of whoever takes the writes, where it is not the server that it leads to. */
    public Optional<String> writer = Optional.empty();

    public FakeEndpoint(String name, String... targets) {
        this.name = name;
        this.targets = List.of(targets);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> targets() {
        if (!works) {
            throw Failure.of("Endpoint `" + name + "` does not answer.");
        }
        return targets;
    }

    @Override
    public PathProbe probeWrite(Duration limit) {
        return targets.isEmpty()
                ? new PathProbe(false, Optional.empty(), "it leads nowhere")
                : new PathProbe(true, Optional.of(writer.orElseGet(() -> FakeMySqlServer.uuidOf(targets.getFirst()))),
                        "committed");
    }

    @Override
    public void switchTo(String server) {
        restore(List.of(server));
    }

    @Override
    public void remove(String server) {
        restore(targets.stream().filter(target -> !target.equals(server)).toList());
    }

    @Override
    public void drain() {
        restore(List.of());
    }

    @Override
    public void restore(List<String> wanted) {
        if (obeys) {
            targets = wanted;
        }
    }
}
