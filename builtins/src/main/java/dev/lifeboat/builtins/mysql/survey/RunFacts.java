package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the words of MySQL tell each other, and the people who approve, through the run. */
public record RunFacts(Call call) {
    /** The strongest level by which the primary was proven to be fenced. */
    public static final String FENCE = "fence";
    /** The server that was elected. */
    public static final String CANDIDATE = "candidate";
    /** The server that the candidate has to catch up from; not known where it need not. */
    public static final String LEVEL_FROM = "level_from";
    /** No more than this is lost by promoting the candidate. */
    public static final String LOSS = "loss";
    /** The loss that somebody who may has accepted. */
    public static final String ACCEPTED_LOSS = "accepted_loss";
    /** The servers that have applied all that they received. */
    public static final String DRAINED = "drained";
    /** What `mysql.diagnose` said last. */
    public static final String VERDICT = "verdict";
    /** The primary's `server_uuid`. */
    public static final String PRIMARY_UUID = "primary_uuid";
    /** From this moment on the primary took no writes. */
    public static final String GONE_BY = "gone_by";
    /** The server that this run has promoted. */
    public static final String PROMOTED = "promoted";
    /** The server that this run has started fenced. */
    public static final String STARTED_FENCED = "started_fenced";
    /** The host whose MySQL this run keeps from starting by itself. */
    public static final String AUTOSTART_OFF = "autostart_off";

    /** Before a server's name: those of its transactions that nobody else has and that a ledger of this run holds. */
    public static final String QUARANTINED = "quarantined on ";
    /** Before a server's name: until when it has all that was committed, as an archive of binary logs has it. */
    public static final String TOPPED_UP = "topped up ";
    /** Before a name: who is behind it, for the run (`Identities`). */
    public static final String IDENTITY = "identity of ";
    /** When the cluster failed over before this run, for people. */
    public static final String LAST_FAILOVER = "last_failover";
    /** The servers that this run keeps from purging their binary logs. */
    public static final String PURGES_FROZEN = "purges_frozen";

    public Optional<String> text(String fact) {
        return call.fact(fact).map(value -> value instanceof Value.Text text ? text.value() : null);
    }

    public boolean is(String fact, String text) {
        return text(fact).filter(text::equals).isPresent();
    }

    public Optional<Duration> span(String fact) {
        return call.fact(fact).map(value -> value instanceof Value.Span span ? span.value() : null);
    }

    public Optional<Instant> time(String fact) {
        return call.fact(fact).map(value -> value instanceof Value.Timestamp time ? time.value() : null);
    }

    public List<String> names(String fact) {
        return call.fact(fact).map(value -> value instanceof Value.Listing list ? list.items() : List.<Value>of())
                .orElse(List.of()).stream().map(item -> item instanceof Value.Text text ? text.value() : "").toList();
    }

    public void learn(String fact, String text) {
        call.learn(fact, new Value.Text(text));
    }

    public void learn(String fact, Duration span) {
        call.learn(fact, new Value.Span(span));
    }

    public void learn(String fact, Instant time) {
        call.learn(fact, new Value.Timestamp(time));
    }

    public void learn(String fact, List<String> names) {
        call.learn(fact, new Value.Listing(names.stream().<Value>map(Value.Text::new).toList()));
    }

    public void forget(String fact) {
        if (call.fact(fact).isPresent()) {
            call.learn(fact, Value.NONE);
        }
    }
}
