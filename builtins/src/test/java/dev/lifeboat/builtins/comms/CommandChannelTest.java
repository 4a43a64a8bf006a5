package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandChannelTest extends ChannelContract {

    private Channel running(String command) {
        return new CommandChannel(command, clock);
    }

    @Override
    Channel well() {
        return running("cat > " + folder + "/got");
    }

    @Override
    String arrived() {
        try {
            return Files.exists(folder.resolve("got")) ? Files.readString(folder.resolve("got")) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    List<Side> refusing() {
        return List.of(new Side("missing", running("no-such-pager ${address}")),
                new Side("exit 1", running("echo it is broken >&2; exit 1")),
                new Side("killed", running("kill -9 $$")), new Side("no line", running("if")));
    }

    @Override
    List<Side> hanging() {
        return List.of(new Side("hangs", running("sleep 600.75")),
                new Side("forks", running("sleep 600.75 & (sleep 600.75; sleep 600.75) & wait")),
                new Side("reads for ever", running("tail -f /dev/null")));
    }

    @Override
    List<Side> hangingBeforehand() {
        return List.of();
    }

    @Test
    void placeholdersAreOneQuotedArgumentEach() {
        running("printf '<%s>' ${person} ${address} ${subject} ${body} > " + folder + "/got").send(NASTY);

        assertThat(arrived()).isEqualTo("<senior_dba><dba@example.net><[DRILL] Down Bcc: eve@example.net>"
                + "<" + NASTY.body() + ">");
    }

    @Test
    void whatFailedIsToldByTheLineOfTheInventory() {
        assertThatThrownBy(() -> running("echo no line to ${address} >&2; exit 3").send(NASTY)).hasMessage(
                "`echo no line to ${address} >&2; exit 3` ended with status 3 (\"no line to dba@example.net\").");
        assertThatThrownBy(() -> clock.within(Duration.ofMillis(300), () -> {
            running("sleep 600.75; echo ${body}").send(NASTY);
            return null;
        })).hasMessage("`sleep 600.75; echo ${body}` on host `this machine` did not end in time.");
    }

    @Test
    void whatHangsIsEndedWithAllThatItStarted() {
        assertThatThrownBy(() -> clock.within(Duration.ofMillis(300), () -> {
            running("sleep 600.76 & sleep 600.76").send(NASTY);
            return null;
        }));
        assertThat(ProcessHandle.current().descendants().map(one -> one.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains("600.76"));
    }

    @Test
    void aMissingCommandIsAProblemBeforehand() {
        assertThat(running("no-such-pager ${address}").problem()).contains("The command `no-such-pager` is not there.");
    }
}
