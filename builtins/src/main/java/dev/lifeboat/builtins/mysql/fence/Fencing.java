package dev.lifeboat.builtins.mysql.fence;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Keeps a server from taking writes, by whatever can be done to it, and says what of that was proven. */
public final class Fencing {
    private final Call call;
    private final Landscape landscape;
    private final MySqlServer server;
    private final List<String> evidence = new ArrayList<>();
    private final Set<FenceLevel> proven = EnumSet.noneOf(FenceLevel.class);

    public Fencing(Call call, Landscape landscape, MySqlServer server) {
        this.call = call;
        this.landscape = landscape;
        this.server = server;
    }

    public FenceProof prove() {
        refuseCandidate();
        if (answers()) {
            new LiveFence(call, landscape, server, evidence).raise();
            proven.add(FenceLevel.SQL);
        } else {
            fenceFromOutside();
        }
        return proof();
    }

    private void refuseCandidate() {
        if (new RunFacts(call).is(RunFacts.CANDIDATE, server.name())) {
            throw Failure.of("`" + server.name() + "` is the server that shall be promoted: it is not fenced.")
                    .hint("Fence the old primary.");
        }
    }

    private boolean answers() {
        Reach reach = server.reach(Observed.TO_ANSWER);
        evidence.add("`" + server.name() + "` from here: " + reach.detail());
        return Observed.letsIn(server, reach);
    }

    private void fenceFromOutside() {
        if (new RouteFence(call, landscape, server.name(), evidence).raise()) {
            proven.add(FenceLevel.ROUTE);
        }
        MachineFence machine = new MachineFence(call, landscape, server, evidence);
        if (machine.stopProcess()) {
            proven.add(FenceLevel.PROCESS);
        } else if (machine.cutPower()) {
            proven.add(FenceLevel.POWER);
        }
    }

    private FenceProof proof() {
        FenceLevel level = proven.stream().reduce((a, b) -> b)
                .orElseThrow(() -> Failure
                        .of("`" + server.name() + "` can't be fenced: nothing proves that it takes no writes.")
                        .evidence(evidence)
                        .hint("Power it off or cut it off by hand, or promote as UNFENCED with an approval."));
        if (landscape.isPrimary(server.name())) {
            learn(level);
        }
        call.did(server.name(), "is fenced: " + level.word());
        return new FenceProof(level, List.copyOf(evidence));
    }

    private void learn(FenceLevel level) {
        RunFacts facts = new RunFacts(call);
        facts.learn(RunFacts.FENCE, level.word());
        boolean unknown = level != FenceLevel.ROUTE && facts.time(RunFacts.GONE_BY).isEmpty();
        if (unknown || level == FenceLevel.SQL) {
            facts.learn(RunFacts.GONE_BY, call.now());
        }
    }
}
