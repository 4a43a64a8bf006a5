package dev.lifeboat.builtins.comms;

import java.util.Optional;
import java.util.function.Consumer;

/** Shows messages to whoever sits before the run. */
public final class ConsoleChannel implements Channel {
    private final Consumer<String> screen;

    public ConsoleChannel(Consumer<String> screen) {
        this.screen = screen;
    }

    @Override
    public void send(Dispatch dispatch) {
        screen.accept("To " + dispatch.person() + ": " + dispatch.text().replace("\n\n", "\n"));
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }
}
