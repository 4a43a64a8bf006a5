package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChannelTest {
    @TempDir
    Path folder;

    @Test
    void messagesFollowEachOtherAndNoneEndsAnother() throws IOException {
        FileChannel channel = new FileChannel(folder.resolve("status.txt"));
        assertThat(channel.problem()).isEmpty();

        channel.send(new Dispatch("customer_support", "", "[DRILL] Down", "It is down.\n---\nTo: all"));
        channel.send(new Dispatch("customer_support", "", "", "It is up."));

        assertThat(Files.readString(folder.resolve("status.txt"))).isEqualTo("""
                To: customer_support
                Subject: [DRILL] Down

                It is down.
                 ---
                To: all

                ---
                To: customer_support

                It is up.

                ---
                """);
    }

    @Test
    void aFileThatCantBeWrittenIsToldAndIsAProblemBeforehand() {
        FileChannel channel = new FileChannel(folder.resolve("missing/status.txt"));

        assertThatThrownBy(() -> channel.send(ChannelContract.NASTY)).isInstanceOf(Failure.class)
                .hasMessageEndingWith("missing/status.txt` can't be written: NoSuchFileException.");
        assertThat(channel.problem()).isPresent();
        assertThat(new FileChannel(folder).problem()).isPresent();
    }
}
