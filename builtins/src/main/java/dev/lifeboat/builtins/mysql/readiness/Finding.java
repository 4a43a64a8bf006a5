package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Doc;
import java.util.Optional;

/** What a rule has found: what {@code mysql.readiness} answers. */
public record Finding(
        @Doc("The number of the check: `R1` to `R13`.") String rule,
        @Doc("On which server; none where it is about the cluster.") Optional<MySqlServer> server,
        @Doc("How bad it is.") Severity severity,
        @Doc("What was found, a sentence.") String sentence,
        @Doc("What to do about it, a sentence.") String todo) {

    static Finding severe(Rule rule, Examined on, String sentence, String todo) {
        return of(rule, on, Severity.SEVERE, sentence, todo);
    }

    static Finding warning(Rule rule, Examined on, String sentence, String todo) {
        return of(rule, on, Severity.WARNING, sentence, todo);
    }

    static Finding of(Rule rule, Examined on, Severity severity, String sentence, String todo) {
        return new Finding(rule.number(), Optional.of(on.server()), severity, sentence, todo);
    }

    static Finding ofCluster(Rule rule, Severity severity, String sentence, String todo) {
        return new Finding(rule.number(), Optional.empty(), severity, sentence, todo);
    }
}
