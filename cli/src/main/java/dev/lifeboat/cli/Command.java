package dev.lifeboat.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** A command of `lifeboat`: how it is called, and what it does; its answer is the exit status. */
interface Command extends Callable<Integer> {

    CommandSpec spec();
}
