package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Message;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.TemplateUse;
import dev.lifeboat.grammar.tree.TypeName;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.Optional;

/** What is looked up by name in declarations: templates, objectives, types. */
final class Messages {

    private final Context context;
    private final Expressions expressions;
    private final Arguments arguments;

    Messages(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
        this.arguments = new Arguments(context, expressions);
    }

    void check(Message message, Flow flow) {
        switch (message) {
            case Message.Literal literal -> expressions.type(literal.text(), flow);
            case TemplateUse use -> template(use, flow);
        }
    }

    void template(TemplateUse use, Flow flow) {
        var name = use.template();
        var found = context.declarations().template(name.text());
        if (found.isEmpty()) {
            context.error(CheckCode.UNKNOWN_TEMPLATE, name.span(), "There is no template `" + name.text() + "`.",
                    Nearest.hint(name.text(), context.declarations().templates()));
            arguments.lookAt(use.arguments(), flow);
            return;
        }
        var wanted = found.get().parameters().stream()
                .map(parameter -> new Arguments.Wanted(parameter.name().text(), typeNamed(parameter.type()), false))
                .toList();
        arguments.match("template `" + name.text() + "`", wanted, use.arguments(), name.span(), flow)
                .ifPresent(inOrder -> context.tables().templates.put(use,
                        new ResolvedTemplate(found.get(), inOrder.stream().map(Optional::orElseThrow).toList())));
    }

    void objective(Name name) {
        var known = new ArrayList<>(context.declarations().objectives());
        known.add(Declarations.SERVICE_RESTORED);
        if (!known.contains(name.text())) {
            context.error(CheckCode.NO_SUCH_OBJECTIVE, name.span(), "There is no objective `" + name.text() + "`.",
                    Nearest.hint(name.text(), known)
                            .or(() -> Optional.of(
                                    Hint.of("Add it to the header: `objective " + name.text() + " within 1h`."))));
        }
    }

    Type typeNamed(TypeName written) {
        var known = context.tables().typeNames.get(written);
        if (known != null) {
            return known;
        }
        var type = written.element().<Type>map(element -> new Type.ListOf(typeNamed(element)))
                .orElseGet(() -> plain(written));
        context.tables().typeNames.put(written, type);
        return type;
    }

    private Type plain(TypeName written) {
        var name = written.name().text();
        return context.types().find(name)
                .orElseGet(() -> context.error(CheckCode.UNKNOWN_TYPE, written.name().span(),
                        "There is no type `" + name + "`.",
                        Nearest.hint(name, context.types().names())));
    }

}
