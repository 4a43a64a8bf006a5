package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A server into which a backup was restored, and which notes what is applied to it. */
final class FakeRestoration implements Restoration {
    final List<GtidSet> applied = new ArrayList<>();
    private final String server;
    Phase phase = Phase.WHOLE;
    Optional<Backup> backup = Optional.of(new Backup("san", "ecommerce-20261127T020000Z-old"));
    GtidSet executed;
    Intake intake = new Intake(1_000, false);
    /** Of what is applied, this vanishes. */
    GtidSet loses = GtidSet.EMPTY;
    /** What becomes of a replica that gets these. */
    Consumer<GtidSet> toppedUp = transactions -> {};

    FakeRestoration(String server, GtidSet executed) {
        this.server = server;
        this.executed = executed;
    }

    @Override
    public String name() {
        return server;
    }

    @Override
    public RestoreState state() {
        return new RestoreState(phase, backup, Optional.empty(), Optional.empty(), executed);
    }

    @Override
    public void load(Backup wanted) {
        throw new UnsupportedOperationException("Nothing is restored here.");
    }

    @Override
    public void apply(LogPlan plan) {
        applied.add(plan.transactions());
        executed = executed.union(plan.transactions()).subtract(loses);
        phase = Phase.WHOLE;
    }

    @Override
    public void topUp(LogPlan plan) {
        toppedUp.accept(plan.transactions());
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public void setIntake(Intake wanted) {
        intake = wanted;
    }

    @Override
    public List<TableDifference> compare(Manifest manifest) {
        return List.of();
    }
}
