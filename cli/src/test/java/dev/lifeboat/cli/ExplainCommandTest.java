package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(page.out()).startsWith("### `mysql.promote`").contains("mysql.promote(server: server)\n",
                "Effect: changes; registers its inverse; must not be done twice.", "Privileges: `",
                "`fence` (UNFENCED where nothing is known)", "```runbook\nmysql.promote(");
    }

    @Test
    void explainsTheWordsOfTheLanguageByThePageAboutIt() {
        Invocation page = Invocation.of("explain", "retry");
        assertThat(page.status()).isZero();
        assertThat(page.out()).startsWith("### `retry`").contains("further attempts", "```runbook\nstep ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait until", "approve", "duration", "server", "cluster", "incident", "mysql", "verdict"})
    void explains(String topic) {
        assertThat(Invocation.of("explain", topic).status()).isZero();
        assertThat(Invocation.of("explain", topic).out()).contains(topic);
    }

    @Test
    void takesATopicOfSeveralWordsWithoutQuotes() {
        assertThat(Invocation.of("explain", "wait", "until").out())
                .isEqualTo(Invocation.of("explain", "wait until").out()).isNotBlank();
    }

    @Test
    void listsTheWordsOfANamespace() {
        assertThat(Invocation.of("explain", "host").out()).contains("`host.start_service`", "Starts a service.");
    }

    @Test
    void listsAllTopicsInGroupsWithoutOne() {
        Invocation list = Invocation.of("explain");
        assertThat(list.status()).isZero();
        assertThat(list.out()).contains("Statements\n    statements, let, ", "Namespaces\n    mysql, endpoint, host",
                "Implicit names\n    cluster, ", "LB404");
        assertThat(list.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void writesJsonForMachines() {
        assertThat(Invocation.of("explain", "--json", "LB404").out())
                .startsWith("[{\"topic\":\"LB404\",\"group\":\"Diagnostics: Time budgets\",\"text\":\"# LB404: ");
        assertThat(Invocation.of("explain", "--json").out()).startsWith("[{\"topic\":\"")
                .contains("{\"topic\":\"mysql.promote\",\"group\":\"Namespace mysql\"}");
    }

    @Test
    void findsTheNearestName() {
        Invocation page = Invocation.of("explain", "mysql.promot");
        assertThat(page.status()).isEqualTo(64);
        assertThat(page.err()).contains("Did you mean `mysql.promote`?");
        assertThat(Invocation.of("explain", "quantum entanglement").err()).contains("`lifeboat explain` lists");
    }

    @Test
    void keepsInversesToItself() {
        assertThat(Invocation.of("explain", "mysql.demote").status()).isEqualTo(64);
    }
}
