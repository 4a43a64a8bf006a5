package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.interpreter.check.Rule;
import java.util.List;

/** The rules that hold whatever the builtins are. */
public final class LanguageRules {

    public static final List<Rule> ALL = List.of();

    private LanguageRules() {}
}
