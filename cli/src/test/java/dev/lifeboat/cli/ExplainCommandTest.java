package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** `lifeboat explain`. */
class ExplainCommandTest {

    @Test
    void explainsACodeInEitherCase() {
        assertThat(Invocation.of("explain", "lb404").out()).startsWith("# LB404: ").contains("within");
    }

    @Test
    void explainsWhatTheRulesThatKnowMySqlFind() {
        assertThat(Invocation.of("explain", "LB501").out()).startsWith("# LB501: ").contains("mysql.promote");
    }

    @Test
    void explainsABuiltinWithItsParametersAndAnExample() {
        Invocation page = Invocation.of("explain", "mysql.promote");
        assertThat(page.status()).isZero();
        assertThat(page.out()).startsWith("mysql.promote(server)").contains("Effect: changes")
                .contains("server: server.")
                .contains("Privileges: ").contains("    mysql.promote(");
    }

    @Test
    void findsTheNearestName() {
        Invocation page = Invocation.of("explain", "mysql.promot");
        assertThat(page.status()).isEqualTo(64);
        assertThat(page.err()).contains("Did you mean `mysql.promote`?");
    }

    @Test
    void keepsInversesToItself() {
        assertThat(Invocation.of("explain", "mysql.demote").status()).isEqualTo(64);
    }
}
