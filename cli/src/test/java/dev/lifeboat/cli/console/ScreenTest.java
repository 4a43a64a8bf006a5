package dev.lifeboat.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A value from outside can't act on the terminal. */
class ScreenTest {

    @ParameterizedTest
    @EnumSource(Style.class)
    void controlCharactersAreShown(Style style) {
        assertThat(printed(style, "a\u001b[2J\u001b]0;title\u0007\u009b1m\rb\u202ec\u007f\td\0"))
                .isEqualTo("a\\u001b[2J\\u001b]0;title\\u0007\\u009b1m\\u000db\\u202ec\\u007f\td\\u0000\n");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void aQuestionIsShownSoToo(Style style) {
        StringWriter out = new StringWriter();
        new Screen(new PrintWriter(out), style, false).ask("Delete\r\u001b[8mnothing? ");
        assertThat(out).hasToString("Delete\\u000d\\u001b[8mnothing? ");
    }

    @Test
    void ourOwnColoursAreColours() {
        assertThat(printed(Style.COLOURED, Style.COLOURED.bad("failed"))).isEqualTo("\u001b[31;1mfailed\u001b[0m\n");
        assertThat(printed(Style.PLAIN, "\u001b[31;1mfailed")).isEqualTo("\\u001b[31;1mfailed\n");
    }

    private static String printed(Style style, String text) {
        StringWriter out = new StringWriter();
        new Screen(new PrintWriter(out), style, false).print(text);
        return out.toString();
    }
}
