package dev.lifeboat.cli.reference;

import dev.lifeboat.builtins.mysql.rules.MySqlCode;
import dev.lifeboat.builtins.yaml.YamlCode;
import dev.lifeboat.cli.files.FileCode;
import dev.lifeboat.grammar.Code;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.interpreter.check.CheckCode;
import java.util.List;
import java.util.stream.Stream;

/** The codes of all diagnostics. The one list of the enumerations that hold them. */
public final class Codes {
    private static final List<Class<? extends Code>> ENUMERATIONS = List.of(FileCode.class,
            SyntaxCode.class, CheckCode.class, MySqlCode.class, YamlCode.class);

    private Codes() {}

    /** In the order of their numbers. */
    public static Stream<Code> all() {
        return ENUMERATIONS.stream().<Code>flatMap(codes -> Stream.of(codes.getEnumConstants()))
                .sorted(java.util.Comparator.comparing(Code::id));
    }
}
