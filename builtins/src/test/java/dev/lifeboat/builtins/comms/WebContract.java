package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every channel does that sends by HTTP. */
abstract class WebContract extends ChannelContract {
    private Stub well;

    /** @param url its address, or that of its other side */
    abstract Channel to(String url, Optional<Path> ca);

    private Channel to(Stub stub) {
        return to("http://localhost:" + stub.port() + "/hook/" + Described.SECRET, Optional.empty());
    }

    private Channel to(Stub.Treatment treatment) {
        return to(closing(Stub.of(treatment)));
    }

    private static Stub.Treatment status(int status) {
        return WebAnswer.status(status, "", "echo of hook/" + Described.SECRET);
    }

    @Override
    Channel well() {
        well = closing(Stub.of(WebAnswer.ok()));
        return to(well);
    }

    @Override
    String arrived() {
        return read(String.join("\n", well.received).replaceFirst("(?s)^.*?\r\n\r\n", ""));
    }

    abstract String read(String body);

    @Override
    List<Side> refusing() {
        return List.of(new Side("refuses connections", to("http://localhost:" + Stub.nobody() + "/", Optional.empty())),
                new Side("404", to(status(404))), new Side("500", to(status(500))), new Side("429", to(status(429))),
                new Side("redirect", to(WebAnswer.status(302,
                        "Location: http://localhost:" + Stub.nobody() + "/" + Described.SECRET + "\r\n", ""))),
                new Side("no HTTP", to(MailAnswer.with(java.util.Map.of()))),
                new Side("hangs up", to((connection, received) -> {})),
                new Side("no such host", to("https://no-such-host.invalid/" + Described.SECRET, Optional.empty())),
                new Side("plain to elsewhere", to("http://example.net/" + Described.SECRET, Optional.empty())),
                new Side("no address", to("ht tp://" + Described.SECRET, Optional.empty())));
    }

    @Override
    List<Side> hanging() {
        Stub silent = closing(Stub.of(WebAnswer.silence()));
        return List.of(new Side("never answers", to(silent)),
                new Side("never shakes hands", to("https://localhost:" + silent.port() + "/" + Described.SECRET,
                        Optional.empty())),
                new Side("half an answer", to(WebAnswer.halfAnError())),
                new Side("drips a header", to(WebAnswer.dripping("HTTP/1.1 200 X\r\nX-Slow: "))),
                new Side("drips an error", to(WebAnswer.dripping("HTTP/1.1 403 X\r\nContent-Length: 9999\r\n\r\n"))));
    }

    /** Of an answer the status is enough. */
    @Override
    List<Side> hangingBeforehand() {
        return hanging().subList(0, 2);
    }

    @Test
    void whoIsBusyIsAskedAgainAFewTimes() {
        Stub busy = closing(Stub.of(WebAnswer.inTurn(WebAnswer.status(429, "Retry-After: 1\r\n", ""),
                WebAnswer.status(503, "", ""), WebAnswer.ok())));

        to(busy).send(NASTY);

        assertThat(busy.received).hasSize(3);
    }

    @Test
    void whoStaysBusyIsLeftToTheNextChannel() {
        Stub busy = closing(Stub.of(WebAnswer.status(500, "", "")));
        assertThatThrownBy(() -> to(busy).send(NASTY))
                .hasMessage("`localhost` answered with status 500. It was tried 3 times.");
        assertThat(busy.received).hasSize(3);
    }

    @Test
    void whoWantsToBeLeftAloneForLongIsNotAskedAgain() {
        Stub busy = closing(Stub.of(WebAnswer.status(429, "Retry-After: 30\r\n", "slow down")));
        assertThatThrownBy(() -> to(busy).send(NASTY))
                .hasMessage("`localhost` answered with status 429 (\"slow down\").");
        assertThat(busy.received).hasSize(1);
    }

    @Test
    void whatTheOtherSideRepeatsIsCovered() {
        assertThatThrownBy(() -> to(status(404)).send(NASTY))
                .hasMessage("`localhost` answered with status 404 (\"echo of ***\").");
    }

    @Test
    void aRedirectIsNotFollowed() {
        Stub elsewhere = closing(Stub.of(WebAnswer.ok()));
        Stub redirecting = closing(Stub.of(
                WebAnswer.status(307, "Location: http://127.0.0.1:" + elsewhere.port() + "/\r\n", "")));

        assertThatThrownBy(() -> to(redirecting).send(NASTY))
                .hasMessage("`localhost` leads elsewhere (status 307), which is not followed.");
        assertThat(elsewhere.received).isEmpty();
    }

    @Test
    void aServerIsTrustedByItsCertificateAlone() {
        Identity known = Identity.of("localhost");
        Identity other = Identity.of("example.net");
        Stub right = closing(Stub.overTls(known.context(), WebAnswer.ok()));
        Stub wrong = closing(Stub.overTls(other.context(), WebAnswer.ok()));
        String path = "/hook/" + Described.SECRET;

        assertThatThrownBy(() -> to("https://localhost:" + right.port() + path, Optional.empty()).send(NASTY))
                .hasMessageStartingWith("`localhost` could not be trusted").satisfies(ChannelContract::assertNoSecret);
        assertThat(to("https://localhost:" + right.port() + path, Optional.empty()).problem()).isPresent();
        assertThatThrownBy(() -> to("https://localhost:" + wrong.port() + path, Optional.of(other.pem())).send(NASTY))
                .hasMessageContaining("could not be trusted");
        assertThat(right.received).isEmpty();
        assertThat(wrong.received).isEmpty();
        trusted("https://localhost:" + right.port() + path, known.pem(), right);
    }

    /** Of a channel whose certificates can be given. */
    void trusted(String url, Path pem, Stub right) {
        to(url, Optional.of(pem)).send(NASTY);
        assertThat(right.received).hasSize(1);
    }
}
