package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Code;
import dev.lifeboat.grammar.Explanations;

/** What the checker finds. The page about each is the resource {@code explanations/LB….md} beside this class. */
public enum CheckCode implements Code {

    UNKNOWN_NAME("LB201", "A name that nothing has"),
    NAME_TAKEN("LB202", "A name that hides another"),
    DECLARED_TWICE("LB203", "Two things of one name"),
    USED_TOO_EARLY("LB204", "A step's value is used before the step can have run"),
    MAY_BE_MISSING("LB205", "A value that may not be there"),
    UNKNOWN_BUILTIN("LB206", "A call of something that does not exist"),
    ARGUMENTS("LB207", "Arguments that are missing, too many, or unknown"),
    WRONG_TYPE("LB208", "A value of another type than expected"),
    UNKNOWN_FIELD("LB209", "A field that a value does not have"),
    OPERATOR("LB210", "An operator that does not go with its operands"),
    UNKNOWN_TYPE("LB211", "A type that does not exist"),
    UNKNOWN_WORD("LB212", "A word that its enumeration does not have"),
    MATCH("LB213", "A `match` that is not over all words of an enumeration"),
    ANSWER_DROPPED("LB214", "An answer that is dropped"),
    NO_ANSWER("LB215", "The answer of something that answers nothing"),
    SECRET("LB216", "A secret where it would be seen"),
    INTERPOLATION("LB217", "A value that can't be interpolated here"),
    HEADER("LB218", "A header that does not say what it must"),
    NO_SUCH_ROLE("LB219", "A role that nobody holds"),
    NO_SUCH_OBJECTIVE("LB220", "An objective that the header does not name"),
    UNKNOWN_TEMPLATE("LB221", "A template that does not exist"),
    UNKNOWN_PROCEDURE("LB222", "A procedure that does not exist"),
    NO_SUCH_LIBRARY("LB223", "A library that is not there"),
    NOT_IN_INVENTORY("LB224", "Something that the inventory does not have"),
    OUT_OF_RANGE("LB225", "A number that makes no sense here"),
    NO_SUCH_LADDER("LB226", "An escalation that no library has"),
    RECURSION("LB227", "A procedure that performs itself"),
    NO_WAY_BACK("LB301", "A change that could not be taken back"),
    NOT_ALLOWED_HERE("LB302", "A call whose effect is not allowed here"),
    DESTROYS("LB303", "A step that destroys without saying so"),
    NO_POLICY("LB304", "A failure that is not decided on every path"),
    POLICY_MISPLACED("LB305", "A policy outside `on failure`"),
    STATEMENT_MISPLACED("LB306", "A statement that makes no sense in this handler"),
    HANDLERS_DISAGREE("LB307", "Handlers that contradict each other"),
    UNSAFE_RETRY("LB308", "A retry that could do something twice"),
    NOT_KNOWN_BEFOREHAND("LB309", "An approval of something that is not known yet"),
    SKIP_AFTER_CHANGE("LB310", "A step that is skipped after it changed something"),
    NO_WAY_BACK_TO("LB311", "A rollback to a step that has not begun"),
    NOBODY_CAN_APPROVE("LB312", "An approval that nobody can give"),
    EMPTY_STEP("LB313", "A step that does nothing"),
    SAME_SERVER("LB314", "Two branches that change the same thing"),
    TAKES_TOO_LONG("LB401", "A step that normally takes longer than its timeout"),
    WAITS_TOO_LONG("LB402", "A wait that outlives the step's timeout"),
    PHASE_BUDGET("LB404", "A phase that normally takes longer than its budget"),
    RTO_BUDGET("LB405", "A run that normally takes longer than its RTO"),
    OBJECTIVE_BUDGET("LB406", "An objective that is normally met too late"),
    UNREACHABLE("LB601", "Something that is never reached"),
    LADDER_ORDER("LB602", "An escalation ladder out of order"),
    NO_TIMEOUT("LB603", "A change without a timeout"),
    NO_TAKES("LB604", "A change that does not say how long it takes"),
    WORST_CASE("LB605", "A worst case that exceeds its budget"),
    NEEDLESS("LB606", "Something that has no effect"),
    NO_CHANNEL("LB607", "A role that no message can reach"),
    NEVER_REACHED("LB608", "An objective that no step reaches");

    private final String id;
    private final String title;

    CheckCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return Explanations.read(CheckCode.class, id);
    }
}
