package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** What a repair does, or has done: {@code mysql.repair_plan}, {@code mysql.repair}. */
public record RepairPlan(
        @Doc("How many rows are put back that the transactions deleted.") long inserts,
        @Doc("How many rows are set back that they changed.") long updates,
        @Doc("How many rows are taken out that they inserted.") long deletes,
        @Doc("How many rows are as they should be already.") long well,
        @Doc("The tables.") List<String> tables) {}
