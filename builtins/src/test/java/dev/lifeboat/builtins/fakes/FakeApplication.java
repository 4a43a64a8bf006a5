package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.app.SmokeTest;
import dev.lifeboat.builtins.steering.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A fake for decision tables: an application that does what it is told, or does not. */
public final class FakeApplication implements Application {
    public Setting maintenance = Setting.OFF;
    public Setting readOnly = Setting.OFF;
    public Optional<String> database = Optional.of("db1");
    public boolean obeys = true;
    public final List<String> calls = new ArrayList<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void http(String request, Duration limit) {
        calls.add(request);
    }

    @Override
    public void command(String command, Duration limit) {
        calls.add(command);
    }

    @Override
    public Setting inMaintenance() {
        return maintenance;
    }

    @Override
    public void maintenance(boolean on) {
        calls.add("maintenance " + on);
        maintenance = obeys && maintenance != Setting.UNKNOWN ? Setting.of(on) : maintenance;
    }

    @Override
    public Setting isReadOnly() {
        return readOnly;
    }

    @Override
    public void readOnly(boolean on) {
        calls.add("read-only " + on);
        readOnly = obeys && readOnly != Setting.UNKNOWN ? Setting.of(on) : readOnly;
    }

    @Override
    public Optional<String> database() {
        return database;
    }

    @Override
    public void reconfigure(String server) {
        calls.add("reconfigure " + server);
        database = obeys ? database.map(before -> server) : database;
    }

    @Override
    public void restart() {
        calls.add("restart");
    }

    @Override
    public SmokeTest smokeTest() {
        return new SmokeTest(obeys, 1, obeys ? List.of() : List.of("It is broken."));
    }
}
