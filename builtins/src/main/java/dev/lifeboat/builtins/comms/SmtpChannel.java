package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.comms.Retries.Try;
import dev.lifeboat.builtins.inventory.ChannelPlan;
import dev.lifeboat.builtins.inventory.ChannelPlan.Encryption;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** E-mail, by a server of the inventory whose certificate is verified. */
@RealWorld
public final class SmtpChannel implements Channel {
    private static final int LONGEST = 8_000;
    private final ChannelPlan.Smtp plan;
    private final KnownSecrets secrets;
    private final Supplier<SSLContext> trust;
    private final Retries retries;
    private final Clock clock;

    SmtpChannel(ChannelPlan.Smtp plan, KnownSecrets secrets, Supplier<SSLContext> trust, Clock clock) {
        this.plan = plan;
        this.secrets = secrets;
        this.trust = trust;
        this.retries = new Retries(clock);
        this.clock = clock;
    }

    @Override
    public void send(Dispatch dispatch) {
        if (dispatch.address().isEmpty()) {
            throw Failure.of("The inventory has no e-mail address of `" + dispatch.person() + "`.");
        }
        Email email = EmailBuilder.startingBlank().from(plan.from()).to(dispatch.address())
                .withSubject(dispatch.title()).withPlainText(dispatch.body()).buildEmail();
        retries.untilDone(() -> once(mailer -> mailer.sendMail(email, false)));
    }

    @Override
    public Optional<String> problem() {
        try {
            return once(Mailer::testConnection) instanceof Try.Later later
                    ? Optional.of(later.failure().getMessage())
                    : Optional.empty();
        } catch (Failure failure) {
            return Optional.of(failure.getMessage());
        }
    }

    /** An answer of 400 to 499 says that it may work a moment later. */
    private Try once(Consumer<Mailer> action) {
        List<String> secret = plan.account().map(account -> secrets.fetch(account.password())).stream().toList();
        try {
            action.accept(mailer(secret));
            return Try.DONE;
        } catch (MailException e) {
            Failure failure = Failure.of("The mail server `" + plan.server() + "` did not take it"
                    + Secrecy.of(secret).quote(reason(e)) + ".");
            if (reason(e).matches("(?s)4\\d\\d .*")) {
                return new Try.Later(failure, Optional.empty());
            }
            throw failure;
        }
    }

    /** The first cause says most; it names what the server said or what became of the connection. */
    private static String reason(Throwable problem) {
        Throwable deepest = problem;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message.strip();
    }

    private Mailer mailer(List<String> password) {
        var builder = MailerBuilder.withSMTPServerHost(plan.server().host()).withSMTPServerPort(plan.server().port())
                .withTransportStrategy(strategy(plan.tls())).verifyingServerIdentity(true).trustingAllHosts(false)
                .withSessionTimeout(Math.clamp(clock.remaining().toMillis(), 1, LONGEST));
        plan.account().ifPresent(account -> builder.withSMTPServerUsername(account.user())
                .withSMTPServerPassword(password.getFirst()));
        Mailer mailer = builder.buildMailer();
        // The library passes factories on for STARTTLS alone.
        mailer.getSession().getProperties().put(
                plan.tls() == Encryption.TLS ? "mail.smtps.ssl.socketFactory" : "mail.smtp.ssl.socketFactory",
                trust.get().getSocketFactory());
        return mailer;
    }

    private static TransportStrategy strategy(Encryption tls) {
        return switch (tls) {
            case STARTTLS -> TransportStrategy.SMTP_TLS;
            case TLS -> TransportStrategy.SMTPS;
            case OFF -> unencrypted();
        };
    }

    /** Of itself it would encrypt where the server offers to, with any certificate. */
    private static TransportStrategy unencrypted() {
        TransportStrategy.SMTP.setOpportunisticTLS(false);
        return TransportStrategy.SMTP;
    }
}
