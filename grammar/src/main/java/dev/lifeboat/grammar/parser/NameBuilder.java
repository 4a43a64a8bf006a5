package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Expression.Role;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds names, roles and types. */
record NameBuilder(Findings findings) {

    Name name(RunbookParser.NameContext context) {
        return name(context.getStart());
    }

    Name name(Token token) {
        var text = token.getText();
        if (token.getType() == RunbookLexer.BAD_WORD) {
            var hint = Hint.of("Names begin with a lower-case letter and have lower-case letters, digits and `_`: `"
                    + lowered(text) + "`.").perhaps(text, lowered(text));
            findings.error(SyntaxCode.NAME, findings.span(token), "`" + text + "` can't be a name.", hint);
        }
        return new Name(text, findings.span(token));
    }

    /** `DB1` is `db1`, `lastGood` is `last_good`. */
    private static String lowered(String text) {
        var words = text.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return words.replaceFirst("^[^a-z]+", "");
    }

    Role role(RunbookParser.RoleContext context) {
        var token = context.getStart();
        var name = token.getText().substring(1);
        if (token.getType() == RunbookLexer.BAD_ROLE) {
            findings.error(SyntaxCode.NAME, findings.span(token), "`" + token.getText() + "` can't be a role.",
                    "A role is `@` and a name of lower-case letters, digits and `_`: `@on_call`.");
        }
        return new Role(name, findings.span(token));
    }

    List<Role> roles(RunbookParser.RolesContext context) {
        return context.role().stream().map(this::role).toList();
    }

    TypeName type(RunbookParser.TypeNameContext context) {
        return switch (context) {
            case RunbookParser.ListTypeContext list -> new TypeName(name(list.LIST().getSymbol()),
                    Optional.of(type(list.typeName())), findings.span(list));
            default -> new TypeName(name(context.getStart()), Optional.empty(), findings.span(context));
        };
    }

    Optional<TypeName> optionalType(RunbookParser.TypeNameContext context) {
        return Optional.ofNullable(context).map(this::type);
    }
}
