package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Manifest.TableRows;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Restores into one server, real or of the model. */
public final class ServerRestoration implements Restoration {
    private static final Duration TO_WIPE = Duration.ofMinutes(30);
    private static final Duration TO_PUT_BACK = Duration.ofSeconds(30);
    private static final int SHOWN = 5;
    private final RestoreTarget target;
    private final Loader loader;
    private final Function<String, BackupSource> stores;
    private final LogApplication logs;
    private final Clock clock;
    private final String run;
    private final Consumer<String> progress;

    /**
     * @param stores   what a store's name leads to
     * @param logs     applies binary logs to the same server
     * @param run      whose restores these are
     * @param progress hears how far they have come
     */
    public ServerRestoration(RestoreTarget target, Loader loader, Function<String, BackupSource> stores,
            LogApplication logs, Clock clock, String run, Consumer<String> progress) {
        this.target = target;
        this.loader = loader;
        this.stores = stores;
        this.logs = logs;
        this.clock = clock;
        this.run = run;
        this.progress = progress;
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public RestoreState state() {
        return target.state();
    }

    @Override
    public void load(Backup backup) {
        BackupSource source = stores.apply(backup.store());
        Manifest manifest = source.manifest(backup.id());
        refuseUnfit(manifest);
        loader.refuseUnfit();
        refuseFull(manifest);
        Instant began = clock.now();
        source.verify(manifest);
        Duration verified = Duration.between(began, clock.now());
        clear();
        try {
            fill(backup, source, manifest, began, verified);
        } catch (RuntimeException failed) {
            throw wiped(manifest, failed);
        }
    }

    private void refuseUnfit(Manifest manifest) {
        List<String> objections = target.objections(manifest);
        if (!objections.isEmpty()) {
            throw refused(manifest, String.join(" ", objections), "Restore it into another server.");
        }
    }

    private void clear() {
        if (target.state().phase().unfinished()) {
            progress.accept(name() + ": wiping what is left of a restore that was not finished");
            target.endFormer();
            target.wipe();
        }
    }

    /** What is left of a load that was not finished may go; anything else stays. */
    private void refuseFull(Manifest manifest) {
        RestoreState found = target.state();
        List<String> schemas = target.schemas();
        if (!found.phase().unfinished() && (!schemas.isEmpty() || !found.executed().isEmpty())) {
            throw refused(manifest, "It is not empty: "
                    + (schemas.isEmpty()
                            ? "it has executed " + found.executed()
                            : "it has " + String.join(", ", schemas))
                    + ".", "If nobody needs that, `mysql.wipe` destroys it.");
        }
    }

    /** Last of all it says that it is whole: nobody puts the settings of such a server back, or proves it, for a runner that dies before that. */
    private void fill(Backup backup, BackupSource source, Manifest manifest, Instant began, Duration verified) {
        target.whole(filled(backup, source, manifest, began, verified));
    }

    private LoadTimes filled(Backup backup, BackupSource source, Manifest manifest, Instant began,
            Duration verified) {
        RestoreTarget.Filling filling = target.loading(backup, began, run);
        try {
            Instant loading = clock.now();
            load(source, manifest);
            Instant loaded = clock.now();
            target.accountsCount();
            prove(manifest);
            return new LoadTimes(verified, Duration.between(loading, loaded), Duration.between(loaded, clock.now()),
                    manifest.stored().bytes(), manifest.size().bytes());
        } finally {
            clock.shielded(TO_PUT_BACK, filling::close);
        }
    }

    private void load(BackupSource source, Manifest manifest) {
        try (InputStream sql = source.sql(manifest)) {
            loader.load(new ToldInput(sql, name() + ": loaded", manifest.size().bytes(), clock, progress));
        } catch (IOException e) {
            throw Failure.unknown("Backup `" + manifest.id() + "` could not be read to its end while it was loaded: "
                    + e.getMessage() + ".").because(e);
        }
    }

    private void prove(Manifest manifest) {
        RestoreState now = target.state();
        if (!now.executed().equals(manifest.executed())) {
            throw Failure.unknown("`" + name() + "` was loaded and has executed " + now.executed()
                    + " instead of what backup `" + manifest.id() + "` holds, " + manifest.executed() + ".")
                    .hint("Somebody else wrote there, or the backup's header is not what its manifest says.");
        }
        List<TableDifference> differences = compare(manifest);
        if (!differences.isEmpty()) {
            throw Failure.unknown("`" + name() + "` was loaded and does not have what the manifest of backup `"
                    + manifest.id() + "` says: " + told(differences) + ".")
                    .hint("Take the backup before it, and more of the binary logs.");
        }
    }

    private static String told(List<TableDifference> differences) {
        String shown = String.join(", ", differences.stream().limit(SHOWN).map(TableDifference::told).toList());
        return differences.size() <= SHOWN ? shown : shown + " and " + (differences.size() - SHOWN) + " more";
    }

    /** @return the failure, with what became of the server */
    private RuntimeException wiped(Manifest manifest, RuntimeException failed) {
        Optional<Failure> left = wipe();
        String what = failed instanceof Failure failure
                ? failure.getMessage()
                : "The restore of backup `" + manifest.id() + "` was ended.";
        String hint = failed instanceof Failure failure ? failure.hint() : "";
        List<String> evidence = failed instanceof Failure failure ? failure.evidence() : List.of();
        return left
                .map(why -> Failure.unknown(what + " It could not be wiped: " + why.getMessage() + " `" + name()
                        + "` says itself that it is half loaded, and is refused wherever a whole server is needed.")
                        .hint("Once it can be reached, restore into it again, which wipes it first, or `mysql.wipe` it."))
                .orElseGet(() -> Failure.of(what + " `" + name() + "` was wiped: it is empty, and fenced.").hint(hint))
                .evidence(evidence).because(failed);
    }

    private Optional<Failure> wipe() {
        try {
            clock.shielded(TO_WIPE, () -> {
                target.endFormer();
                target.wipe();
            });
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(failure);
        }
    }

    @Override
    public void apply(LogPlan plan) {
        RestoreState found = target.state();
        if (found.phase() == Phase.LOADING) {
            throw Failure.of("No binary logs are applied to `" + name() + "`: it is half loaded.")
                    .hint("Restore a backup into it first.");
        }
        logs.apply(plan);
    }

    @Override
    public void topUp(LogPlan plan) {
        if (target.state().phase().unfinished()) {
            throw Failure.of("No binary logs are applied to `" + name() + "`: it is half restored.")
                    .hint("Bring that to its end first, or wipe it.");
        }
        logs.topUp(plan);
    }

    @Override
    public Intake intake() {
        return target.intake();
    }

    @Override
    public void setIntake(Intake intake) {
        target.intake(intake);
    }

    @Override
    public List<TableDifference> compare(Manifest manifest) {
        progress.accept(name() + ": counting rows");
        Map<String, Long> found = target.rows();
        Map<String, Long> expected = new LinkedHashMap<>();
        for (TableRows table : manifest.tables()) {
            if (Counted.counts(table.table())) {
                expected.put(table.table(), table.rows());
            }
        }
        List<TableDifference> differences = new ArrayList<>();
        expected.forEach((table, rows) -> {
            Optional<Long> there = Optional.ofNullable(found.get(table));
            if (!there.equals(Optional.of(rows))) {
                differences.add(new TableDifference(table, Optional.of(rows), there));
            }
        });
        found.forEach((table, rows) -> {
            if (!expected.containsKey(table)) {
                differences.add(new TableDifference(table, Optional.empty(), Optional.of(rows)));
            }
        });
        return List.copyOf(differences);
    }

    private Failure refused(Manifest manifest, String why, String hint) {
        return Failure.of("Backup `" + manifest.id() + "` is not restored into `" + name() + "`. " + why).hint(hint);
    }
}
