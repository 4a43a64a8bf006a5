package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.replication.HeldBack;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says how long a recovery out of a backup takes, by what the drills of that store took, and whether a delayed replica is sooner there. */
final class Forecast {
    /** Older ones were of another size, on other machines. */
    private static final int DRILLS = 10;
    private final Call call;
    private final Inventory inventory;
    private final Manifest manifest;
    private final List<Drill> drills;

    Forecast(Call call, Inventory inventory, Manifest manifest) {
        this.call = call;
        this.inventory = inventory;
        this.manifest = manifest;
        List<Drill> all = call.port(FullBackups.class, manifest.store()).drills(manifest.cluster()).stream()
                .filter(Drill::passed).toList();
        this.drills = all.subList(Math.max(0, all.size() - DRILLS), all.size());
    }

    /** @param wanted all that shall be executed at the end */
    Prediction predict(GtidSet wanted) {
        long transactions = wanted.subtract(manifest.executed()).count();
        Pace verify = pace(Pace.Kind.VERIFY);
        Pace load = pace(Pace.Kind.LOAD);
        Pace apply = pace(Pace.Kind.APPLY);
        Pace.Span first = verify.of(manifest.stored().bytes());
        Pace.Span second = load.of(manifest.size().bytes());
        Pace.Span third = apply.of(transactions);
        Pace.Span all = first.plus(second).plus(third);
        Optional<Duration> left = left();
        Optional<HeldBack> held = HeldBack.find(delayed(), wanted).stream()
                .min(Comparator.comparing(one -> one.lacks().count()));
        Optional<Duration> soonerIn = held.map(one -> apply.of(one.lacks().count()).usual())
                .filter(took -> took.compareTo(all.usual()) < 0);
        Prediction prediction = new Prediction(first.usual(), second.usual(), transactions, third.usual(), all.usual(),
                all.least(), all.most(), verify.measured() && load.measured() && apply.measured(),
                basis(List.of(verify, load, apply)), left,
                left.filter(rest -> rest.compareTo(all.most()) < 0).isPresent() || left.isEmpty(),
                soonerIn.flatMap(took -> held.map(HeldBack::server)), soonerIn);
        call.did(manifest.id(), told(prediction));
        return prediction;
    }

    private List<MySqlServer> delayed() {
        return Optional.ofNullable(inventory.clusters().get(manifest.cluster())).map(Inventory.Cluster::delayed)
                .orElse(List.of()).stream().map(name -> call.port(MySqlServer.class, name)).toList();
    }

    private Pace pace(Pace.Kind kind) {
        return Pace.of(kind, drills);
    }

    private String basis(List<Pace> paces) {
        List<String> parts = new ArrayList<>();
        if (!drills.isEmpty()) {
            Instant newest = drills.getLast().at();
            parts.add(Texts.count(drills.size(), "drill") + " of this store, the newest "
                    + Texts.duration(Duration.between(newest, call.now())) + " ago");
        }
        paces.stream().filter(pace -> !pace.measured()).map(Pace::assumption).forEach(parts::add);
        return String.join("; ", parts);
    }

    private Optional<Duration> left() {
        Optional<Duration> rto = span(call.named("rto"));
        Duration elapsed = call.named("incident").flatMap(
                incident -> incident instanceof Value.Fields fields
                        ? span(fields.fields().get("elapsed"))
                        : Optional.empty())
                .orElse(Duration.ZERO);
        return rto.map(limit -> limit.minus(elapsed));
    }

    private static Optional<Duration> span(Optional<Value> value) {
        return value.flatMap(one -> span(one));
    }

    private static Optional<Duration> span(Value value) {
        return value instanceof Value.Span span ? Optional.of(span.value()) : Optional.empty();
    }

    private static String told(Prediction it) {
        String takes = "takes about " + Texts.duration(it.total()) + " (" + Texts.duration(it.least()) + " to "
                + Texts.duration(it.most()) + "): " + Texts.duration(it.verify()) + " to verify, "
                + Texts.duration(it.load()) + " to load, " + Texts.duration(it.apply()) + " to apply "
                + Texts.count(it.transactions(), "transaction") + ", by " + it.basis();
        String rto = it.left().filter(left -> !it.fits())
                .map(left -> "; that does NOT fit into the " + Texts.duration(left) + " that are left of the RTO")
                .orElse("");
        String sooner = it.sooner().map(replica -> "; the delayed replica " + replica.name() + " can be there in about "
                + Texts.duration(it.soonerIn().orElseThrow())).orElse("");
        return takes + rto + sooner;
    }
}
