package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.Role;
import dev.lifeboat.grammar.tree.Expression.Text;
import java.util.List;
import java.util.Optional;

/** What stands between the header and the phases, or in a library. */
public sealed interface Declaration extends Node {

    /** {@code use "PATH"}, relative to the runbooks' root. */
    record Use(PlainText path, Span span) implements Declaration {}

    /** {@code param NAME: type = initial}. */
    record Param(Name name, TypeName type, Optional<Expression> initial, Span span) implements Declaration {}

    /** {@code escalation { … }} in a runbook, {@code escalation NAME { … }} in a library. */
    record Escalation(Optional<Name> name, List<Rung> rungs, Span span) implements Declaration {
        public Escalation {
            rungs = List.copyOf(rungs);
        }
    }

    /** {@code after D notify @a, @b}. */
    record Rung(DurationLiteral after, List<Role> roles, Span span) implements Node {
        public Rung {
            roles = List.copyOf(roles);
        }
    }

    /** {@code escalation NAME} without braces: a library's. */
    record EscalationUse(Name name, Span span) implements Declaration {}

    /** {@code updates every D to @a, @b using template}. */
    record Updates(DurationLiteral every, List<Role> roles, TemplateUse template, Span span) implements Declaration {
        public Updates {
            roles = List.copyOf(roles);
        }
    }

    /** {@code template NAME(param: type, …) "subject" """body"""}. */
    record Template(Name name, List<Parameter> parameters, Optional<Text> subject, List<TemplatePart> body,
            Span span) implements Declaration {
        public Template {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /** {@code procedure NAME(param: type, …) returns type "title" { … return EXPR }}. */
    record Procedure(Name name, List<Parameter> parameters, Optional<TypeName> returns, Text title, List<Item> items,
            Optional<Expression> result, Span span) implements Declaration {
        public Procedure {
            parameters = List.copyOf(parameters);
            items = List.copyOf(items);
        }
    }

    /** A parameter of a template or a procedure. */
    record Parameter(Name name, TypeName type, Span span) implements Node {}
}
