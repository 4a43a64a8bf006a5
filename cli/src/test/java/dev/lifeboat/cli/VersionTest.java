package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void namesTheReleaseThatTheBuildFilledIn() throws Exception {
        assertThat(new Version().getVersion()).singleElement().asString()
                .matches("lifeboat \\d+\\.\\d+\\.\\d+( \\([0-9a-f]{7,}.*\\))?");
    }

    @Test
    void saysTheCommitOnlyWhereItIsKnown() {
        assertThat(Version.line("1.2.3", "")).isEqualTo("lifeboat 1.2.3");
        assertThat(Version.line("1.2.3", "abc1234")).isEqualTo("lifeboat 1.2.3 (abc1234)");
    }
}
