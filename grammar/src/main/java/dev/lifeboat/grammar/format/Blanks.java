package dev.lifeboat.grammar.format;

import dev.lifeboat.grammar.parser.RunbookParser;
import dev.lifeboat.grammar.parser.RunbookParser.TopLevelContext;

/** Empty lines between the parts of a file: around what has several lines, and between what is different. */
final class Blanks {

    private Blanks() {}

    /** Whether two parts may stand together without an empty line, as two `param` may. */
    static boolean areAlike(TopLevelContext before, TopLevelContext part) {
        return isShort(before) && isShort(part) && before.getStart().getType() == part.getStart().getType();
    }

    private static boolean isShort(TopLevelContext part) {
        var mayBeShort = switch (part) {
            case RunbookParser.TopProcedureContext procedure -> procedure.procedure().procedureLine().isEmpty();
            case RunbookParser.TopPhaseContext phase -> false;
            default -> true;
        };
        return mayBeShort && part.getStart().getLine() == part.getStop().getLine();
    }
}
