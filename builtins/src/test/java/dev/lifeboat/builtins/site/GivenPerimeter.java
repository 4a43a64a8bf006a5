package dev.lifeboat.builtins.site;

import dev.lifeboat.interpreter.world.Clock;

/** The perimeter that each test of {@link PerimeterContract} finds: of site `main`, which is open. */
public interface GivenPerimeter {

    /** The adapters' own. */
    Clock clock();

    Perimeter perimeter();

    /** Of a site of which the inventory says nothing but that servers are in it. */
    Perimeter undeclared();

    /** Whether those outside get into site `main`. */
    boolean isPassable();

    /** Lets the perimeter no longer do what it is told. */
    void breakIt();
}
