package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;

/** What {@code a} is to {@code b}: {@code mysql.relation}. */
public record Relation(
        @Doc("What the first server is to the second.") RelationState state,
        @Doc("What the second has and the first has not.") GtidSet missing,
        @Doc("What the first has and the second has not.") GtidSet errant,
        @Doc("What their timelines say: equal GTID sets of two timelines are not equal data.") String timelines) {}
