package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The part of {@link FakeMySqlServer} that holds what it has executed, and what schema `lifeboat` knows of it. */
abstract class FakeHistory implements MySqlServer {
    public static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    public final String name;
    public final List<String> calls = new ArrayList<>();
    public String uuid;
    public Answer answer = Answer.ANSWERED;
    public GtidSet executed = GtidSet.EMPTY;
    public Timeline timeline = new Timeline(true, List.of());
    public List<Canary> canaries = new ArrayList<>();

    FakeHistory(String name, String uuid) {
        this.name = name;
        this.uuid = uuid;
    }

    final void requireAnswer() {
        if (answer != Answer.ANSWERED) {
            throw Failure.of("`" + name + "` can't be reached: " + answer + ".");
        }
    }

    @Override
    public GtidSet writeCanary(String note) {
        calls.add("writeCanary");
        GtidSet canary = GtidSet.of(uuid, executed.last(uuid) + 1);
        executed = executed.union(canary);
        return canary;
    }

    @Override
    public Timeline timeline() {
        requireAnswer();
        return timeline;
    }

    @Override
    public void beginEpoch(long number, String reason) {
        calls.add("beginEpoch " + number);
        Epoch epoch = new Epoch(number, uuid + "/" + number, uuid, START, reason, executed);
        executed = executed.union(GtidSet.of(uuid, executed.last(uuid) + 1));
        timeline = new Timeline(true, Stream.concat(timeline.epochs().stream(), Stream.of(epoch)).toList());
    }

    @Override
    public void forgetEpoch(String id) {
        calls.add("forgetEpoch " + id);
        timeline = new Timeline(true, timeline.epochs().stream().filter(epoch -> !epoch.id().equals(id)).toList());
    }

    @Override
    public List<Canary> canaries() {
        requireAnswer();
        return canaries;
    }
}
