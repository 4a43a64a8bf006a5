package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import java.util.ArrayList;
import java.util.List;

/** A fake for decision tables: binary logs that hold what a test says. */
public final class FakeBinaryLogs implements BinaryLogs {
    private final String name;
    public final List<LoggedTransaction> transactions = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    public GtidSet executed = GtidSet.EMPTY;
    /** What else happens when it takes something. */
    public Runnable onTake = () -> {};

    public FakeBinaryLogs(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<LogFile> files() {
        return List.of(new LogFile("binlog.000001", 100, GtidSet.EMPTY));
    }

    @Override
    public Page read(Place from, Wanted wanted) {
        return new Page(transactions.stream().filter(one -> wanted.among().contains(one.gtid())).toList(), from, true,
                100);
    }

    @Override
    public GtidSet executed() {
        return executed;
    }

    @Override
    public void take(String from, GtidSet wanted) {
        calls.add("take from " + from + " " + wanted);
        onTake.run();
    }
}
