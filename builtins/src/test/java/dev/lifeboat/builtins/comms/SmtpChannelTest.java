package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmtpChannelTest extends ChannelContract {
    private static final String ACCOUNT = ", user: lifeboat, password: {env: SECRET}";
    private GreenMail server;

    private Channel to(int port, String tls, String rest) {
        return Described.channel("{kind: smtp, server: \"localhost:" + port + "\", tls: " + tls
                + ", from: lifeboat@example.net" + rest + "}", Described.SECRET, folder, clock);
    }

    private Channel answering(Map<String, String> answers) {
        return to(closing(Stub.of(MailAnswer.with(answers))).port(), "off", ACCOUNT);
    }

    @Override
    Channel well() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.setUser("lifeboat", Described.SECRET);
        server.start();
        closing(server::stop);
        return to(server.getSmtp().getPort(), "off", ACCOUNT);
    }

    @Override
    String arrived() {
        try {
            StringBuilder text = new StringBuilder();
            for (Message message : server.getReceivedMessages()) {
                text.append(message.getSubject()).append('\n').append(message.getContent()).append('\n');
            }
            return text.toString();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    List<Side> refusing() {
        return List.of(new Side("refuses connections", to(Stub.nobody(), "off", ACCOUNT)),
                new Side("closed at once", answering(Map.of("greeting", "554 go away " + Described.SECRET))),
                new Side("wrong password", answering(Map.of("AUTH", "535 no, not " + Described.SECRET))),
                new Side("sender refused", answering(Map.of("MAIL", "550 who are you"))),
                new Side("recipient refused", answering(Map.of("RCPT", "550 5.1.1 nobody of that name"))),
                new Side("busy", answering(Map.of("RCPT", "450 4.2.1 later"))),
                new Side("message refused", answering(Map.of(".", "554 spam"))),
                new Side("no STARTTLS", to(closing(Stub.of(MailAnswer.with(Map.of()))).port(), "starttls", ACCOUNT)),
                new Side("no TLS", to(closing(Stub.of(MailAnswer.with(Map.of()))).port(), "tls", ACCOUNT)));
    }

    @Override
    List<Side> hanging() {
        Stub silent = closing(Stub.of(WebAnswer.silence()));
        return List.of(new Side("never greets", to(silent.port(), "off", ACCOUNT)),
                new Side("never shakes hands", to(silent.port(), "tls", ACCOUNT)),
                new Side("no mail server", to(closing(Stub.of(WebAnswer.ok())).port(), "off", ACCOUNT)),
                new Side("drips a greeting", to(closing(Stub.of(WebAnswer.dripping("220 "))).port(), "off", ACCOUNT)));
    }

    @Test
    void theHeadersAreThoseOfOneMessage() throws Exception {
        well().send(NASTY);

        Message message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("[DRILL] Down Bcc: eve@example.net");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("dba@example.net");
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("lifeboat@example.net");
        assertThat(GreenMailUtil.getWholeMessage(message)).doesNotContain("\nBcc:");
    }

    @Test
    void whatTheServerSaidIsTold() {
        assertThatThrownBy(() -> answering(Map.of("RCPT", "550 5.1.1 nobody of that name")).send(NASTY))
                .hasMessageMatching(
                        "The mail server `localhost:\\d+` did not take it \\(\"550 5.1.1 nobody of that name\"\\).");
        assertThatThrownBy(() -> answering(Map.of("AUTH", "535 no, not " + Described.SECRET)).send(NASTY))
                .hasMessageContaining("535 no, not ***");
    }

    @Test
    void whoIsBusyIsAskedAgain() {
        Stub busy = closing(Stub.of(MailAnswer.with(Map.of("RCPT", "450 4.2.1 later"))));
        assertThatThrownBy(() -> to(busy.port(), "off", ACCOUNT).send(NASTY))
                .hasMessageEndingWith("450 4.2.1 later\"). It was tried 3 times.");
        assertThat(busy.received).filteredOn(line -> line.startsWith("RCPT")).hasSize(3);
    }

    @Test
    void aServerIsTrustedByItsCertificateAlone() {
        Identity known = Identity.of("localhost");
        Identity other = Identity.of("example.net");
        Stub right = closing(Stub.of(MailAnswer.with(Map.of()).startTls(known.context())));
        Stub wrong = closing(Stub.of(MailAnswer.with(Map.of()).startTls(other.context())));
        Stub direct = closing(Stub.overTls(known.context(), MailAnswer.with(Map.of())));

        assertThatThrownBy(() -> to(right.port(), "starttls", ACCOUNT).send(NASTY));
        assertThatThrownBy(() -> to(wrong.port(), "starttls", ACCOUNT + ", ca: " + other.pem()).send(NASTY));
        assertThatThrownBy(() -> to(direct.port(), "tls", ACCOUNT).send(NASTY));
        assertThat(right.received).noneMatch(line -> line.startsWith("AUTH"));
        assertThat(wrong.received).noneMatch(line -> line.startsWith("AUTH"));
        to(right.port(), "starttls", ACCOUNT + ", ca: " + known.pem()).send(NASTY);
        to(direct.port(), "tls", ACCOUNT + ", ca: " + known.pem()).send(NASTY);
        assertThat(right.received).contains("second line");
        assertThat(direct.received).contains("second line");
    }

    @Test
    void somebodyWithoutAnAddressCantBeWrittenTo() {
        assertThatThrownBy(() -> answering(Map.of()).send(new Dispatch("cto", "", "a", "b")))
                .hasMessage("The inventory has no e-mail address of `cto`.");
    }
}
