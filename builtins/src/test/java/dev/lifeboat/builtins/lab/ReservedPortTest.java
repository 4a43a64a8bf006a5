package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReservedPortTest {

    @Test
    void isOpenToTheServerItIsForAndToNoOtherLab() throws Exception {
        try (var one = ReservedPort.take(); var other = ReservedPort.take()) {
            assertThat(one.number()).isNotEqualTo(other.number());
            new ServerSocket(one.number(), 1, InetAddress.getByName("127.0.0.1")).close();
            assertThatThrownBy(() -> new ServerSocket(one.number(), 1, InetAddress.getByName("127.0.0.2")).close())
                    .isInstanceOf(BindException.class);
        }
    }
}
