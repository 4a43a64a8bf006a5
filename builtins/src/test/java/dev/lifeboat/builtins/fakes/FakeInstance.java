package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance;
import java.util.ArrayList;
import java.util.List;

/** A fake for decision tables: a data directory, as a test says it is. */
public final class FakeInstance implements Instance {
    private final String name;
    public final List<String> calls = new ArrayList<>();
    public List<String> schemas = List.of("shop");
    public boolean plugin = true;
    public CloneState state = CloneState.NEVER;
    /** How a clone ends that is begun. */
    public CloneState end = new CloneState(ClonePhase.COMPLETED, "db3:3306", 0, "", GtidSet.EMPTY, 7, 7, "");
    /** What else happens when one is begun. */
    public Runnable onClone = () -> {};

    public FakeInstance(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Contents contents() {
        return new Contents(schemas, GtidSet.EMPTY, plugin);
    }

    @Override
    public CloneState cloneState() {
        return state;
    }

    @Override
    public void loadClonePlugin() {
        calls.add("load");
        plugin = true;
    }

    @Override
    public void beginClone(Donor donor) {
        calls.add("clone " + donor.host() + ":" + donor.port() + " as " + donor.login());
        state = end;
        onClone.run();
    }

    @Override
    public void stopClone() {
        calls.add("stop");
    }

    @Override
    public void wipe() {
        calls.add("wipe");
        schemas = List.of();
    }
}
