package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.failover.PrimaryLook.Contact;
import dev.lifeboat.builtins.mysql.failover.Signs.Judgement;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.builtins.mysql.survey.Survey;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what is the matter with a primary: several looks from here, what its replicas hear, whom the witnesses reach, what its host says. */
final class Diagnosis {
    private static final int LOOKS = 3;
    /** Between two looks; over all of them a heartbeat, written every second, is sure to have come. */
    private static final Duration APART = Duration.ofMillis(1500);
    /** Where its machine refuses the connection, its host says that it is stopped, and no replica receives: nothing that time would tell is left. */
    private static final Duration SHORTLY = Duration.ofMillis(100);
    private static final Duration TO_ASK_HOST = Duration.ofSeconds(3);

    private final Call call;
    private final Landscape landscape;
    private final Cluster cluster;
    private final RunFacts facts;
    private final List<String> evidence = new ArrayList<>();

    Diagnosis(Call call, Landscape landscape, Cluster cluster) {
        this.call = call;
        this.landscape = landscape;
        this.cluster = cluster;
        this.facts = new RunFacts(call);
    }

    Verdict verdict() {
        PrimaryLook first = look(1);
        Instant seen = call.now();
        Survey survey = Survey.of(call, cluster);
        refuseStrangers(survey, first);
        Judgement judgement = lives(first.contact())
                ? new LivingPrimary(cluster.primary(), evidence).judge(first.contact())
                : unanswered(first, seen, survey);
        facts.learn(RunFacts.VERDICT, judgement.state().name());
        return Verdict.of(judgement.state(), judgement.reason(), evidence);
    }

    private static boolean lives(Contact contact) {
        return contact != Contact.SILENT && contact != Contact.CLOSED;
    }

    private PrimaryLook look(int number) {
        PrimaryLook look = PrimaryLook.at(cluster.primary(), landscape.hasAdminPort(name()));
        evidence.add("`" + name() + "` from here, look " + number + ": " + look.told());
        return look;
    }

    /** The inventory is wrong, or two servers take writes: whatever would be done next is done to the wrong server. */
    private void refuseStrangers(Survey survey, PrimaryLook look) {
        survey.answering().forEach(replica -> refuseUnsupported(replica));
        survey.writable().stream().findFirst().ifPresent(other -> {
            throw Failure
                    .of("The inventory says that `" + name() + "` is the primary of `" + cluster.name() + "`, but `"
                            + other.name() + "` takes writes.")
                    .hint("If `" + other.name() + "` was promoted, write `primary: " + other.name()
                            + "` into the inventory; if not, fence it.");
        });
        look.own().identity().map(MySqlServer.Identity::uuid).ifPresent(uuid -> pin(survey, uuid));
        if (look.own().identity().isEmpty()) {
            survey.primaryUuid().ifPresent(uuid -> facts.learn(RunFacts.PRIMARY_UUID, uuid));
        }
    }

    /** Of a replica that can't be handled it is better to know now; it can't win, and that it is there stops nothing. */
    private void refuseUnsupported(Observed replica) {
        Unsupported.reason(replica).ifPresent(reason -> evidence.add("`" + replica.name() + "`: " + reason));
    }

    private void pin(Survey survey, String uuid) {
        survey.primaryUuid().filter(known -> !known.equals(uuid)).ifPresent(known -> {
            throw Failure.of("The server at `" + name() + "` has the server_uuid " + uuid + ", but the replicas of `"
                    + cluster.name() + "` follow " + known + ".")
                    .hint("Another server answers at that address, or the inventory names the wrong primary.");
        });
        facts.learn(RunFacts.PRIMARY_UUID, uuid);
    }

    private Judgement unanswered(PrimaryLook first, Instant seen, Survey survey) {
        List<PrimaryLook> looks = new ArrayList<>(List.of(first));
        Duration apart = isPlainlyGone(first, survey) ? SHORTLY : APART;
        while (looks.size() < LOOKS) {
            call.pause(apart);
            looks.add(look(looks.size() + 1));
        }
        List<Contact> contacts = looks.stream().map(PrimaryLook::contact).toList();
        if (lives(contacts.getLast())) {
            return new Signs(name(), contacts, List.of(), List.of(), ServiceState.UNKNOWN).judge();
        }
        ServiceState process = process();
        List<Greeting> witnesses = new Witnesses(call, landscape, cluster, evidence).of(cluster.primary());
        Judgement judgement = new Signs(name(), contacts, listen(survey), witnesses, process).judge();
        boolean refused = looks.stream().allMatch(PrimaryLook::refused);
        boolean gone = judgement.state() == VerdictState.DEAD && (refused || process == ServiceState.STOPPED);
        learnGone(gone ? Optional.of(refused ? seen : call.now()) : Optional.empty());
        return judgement;
    }

    /** What is seen later decides all the same: whether it is dead is judged of three looks, of what its host says then, and of what its replicas hear. */
    private boolean isPlainlyGone(PrimaryLook first, Survey survey) {
        List<Observed> followers = survey.followers();
        boolean receiving = followers.stream().flatMap(replica -> replica.channel().stream())
                .anyMatch(ReplicaChannel::receiving);
        return first.refused() && !followers.isEmpty() && !receiving && process() == ServiceState.STOPPED;
    }

    /** Where only silence was met it may still write for others; then nothing is known, and nothing that was known before holds. */
    private void learnGone(Optional<Instant> gone) {
        if (gone.isPresent()) {
            facts.learn(RunFacts.GONE_BY, gone.get());
        } else if (facts.text(RunFacts.FENCE).isEmpty()) {
            facts.forget(RunFacts.GONE_BY);
        }
    }

    private List<Hearing> listen(Survey survey) {
        List<Hearing> heard = new ArrayList<>();
        for (Observed replica : survey.replicas()) {
            ReplicaEar ear = new ReplicaEar(call, replica, replica.answers() && survey.followsPrimary(replica));
            call.progress("asking " + replica.name() + " whether it hears the primary");
            heard.add(ear.listen());
            evidence.add(ear.told());
        }
        return heard;
    }

    private ServiceState process() {
        try {
            return landscape.host(call, name()).map(this::process).orElseGet(() -> {
                evidence.add("its host: not asked, " + landscape.noHost(name()));
                return ServiceState.UNKNOWN;
            });
        } catch (Failure failure) {
            evidence.add("its host: " + failure.getMessage());
            return ServiceState.UNKNOWN;
        }
    }

    private ServiceState process(Host host) {
        boolean reachable = host.reachable(TO_ASK_HOST);
        ServiceState state = reachable ? host.service(Landscape.SERVICE) : ServiceState.UNKNOWN;
        evidence.add("host `" + host.name() + "`: "
                + (reachable ? "MySQL is " + state : "it can't be reached within " + Texts.duration(TO_ASK_HOST)));
        return state;
    }

    private String name() {
        return cluster.primary().name();
    }
}
