package dev.lifeboat.interpreter.check.words;

import dev.lifeboat.interpreter.builtin.JavaTypes;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.value.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A small vocabulary to check against: some of each effect, type and kind of answer. Nothing of it is ever called. */
public final class Words {

    private Words() {}

    public static Vocabulary vocabulary() {
        var types = new JavaTypes()
                .handle("server", Server.class, (call, name) -> call.port(Server.class, name), Server::name)
                .handle("endpoint", Endpoint.class, (call, name) -> call.port(Endpoint.class, name), Endpoint::name)
                .text("ident", Ident.class, Ident::new);
        return Registry.of(types, List.of(new MySqlWords(), new OtherWords(), new FunctionWords()), implicit(types));
    }

    private static SequencedMap<String, Type> implicit(JavaTypes types) {
        var names = new LinkedHashMap<String, Type>();
        names.put("cluster", types.typeOf(Cluster.class));
        names.put("rto", Type.DURATION);
        names.put("rpo", Type.DURATION);
        names.put("incident", types.typeOf(Incident.class));
        return names;
    }

    /** The name of a table or a column. */
    public record Ident(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** What the inventory says of a cluster. */
    public record Cluster(String name, Server primary, List<Server> replicas) {}

    /** What is known of the incident. */
    public record Incident(Instant started, long level, String affected) {}

    /** What a diagnosis came to. */
    public record Verdict(State state, boolean alive, boolean dead, String reason) {}

    /** What a server can be. */
    public enum State {
        ALIVE, DEAD, HUNG
    }

    /** How strong a fence is; one of its words is that of another enumeration too. */
    public enum Fence {
        SQL, POWER, DEAD
    }

    /** Who may be promoted. */
    public record Election(Server winner, List<Server> others, Optional<Server> source,
            Duration loss) {}
}
