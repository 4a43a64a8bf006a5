package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** Logs in to a host. Whatever goes wrong, nothing has been done there. */
record SshLogin(SshTarget target, SshFiles files, Secrets secrets, Optional<Path> agent) {
    private static final List<String> USUAL_KNOWN_HOSTS = List.of("~/.ssh/known_hosts", "/etc/ssh/ssh_known_hosts");
    /** What OpenSSH says of keys that it was shown in vain. */
    private static final Pattern TOO_MANY = Pattern.compile("(?i)too many authentication failures");

    /**
     * @throws Failure where it can't be done until then
     */
    ClientSession open(Deadline end) throws InterruptedException {
        Duration limit = end.left();
        Attempt attempt = attempt();
        List<KeyPair> keys = keys(attempt);
        ClientSession session = connected(address(end, limit), attempt, end, limit);
        try {
            keys.forEach(session::addPublicKeyIdentity);
            authenticate(session, attempt, end, limit);
            return session;
        } catch (Failure | InterruptedException e) {
            session.close(true);
            throw e;
        }
    }

    private Attempt attempt() {
        List<String> names = target.way().knownHosts().map(List::of).orElse(USUAL_KNOWN_HOSTS);
        try {
            MinaClient.get();
            return new Attempt(target, KnownHosts.read(target, names, files),
                    target.way().key().isPresent() ? Optional.empty() : agent);
        } catch (IOException e) {
            throw Failure.of("Did not log in to " + target + ": a file of known hosts can't be read, of `"
                    + String.join("`, `", names) + "`.").because(e).hint("Make it readable for you.");
        }
    }

    private List<KeyPair> keys(Attempt attempt) {
        return new OwnKeys(target, files, secrets).of(attempt);
    }

    /** In a thread of its own: no name server can be told to hurry. */
    private InetSocketAddress address(Deadline end, Duration limit) throws InterruptedException {
        var found = new CompletableFuture<InetAddress>();
        Thread.ofVirtual().start(() -> {
            try {
                found.complete(InetAddress.getByName(target.way().host()));
            } catch (UnknownHostException unknown) {
                found.completeExceptionally(unknown);
            }
        });
        try {
            return new InetSocketAddress(found.get(end.left().toNanos(), TimeUnit.NANOSECONDS), target.way().port());
        } catch (TimeoutException e) {
            throw outOfReach("no name server told the address of `" + target.way().host() + "` within "
                    + Texts.duration(limit));
        } catch (ExecutionException unknown) {
            throw outOfReach("nobody knows the name `" + target.way().host() + "`");
        }
    }

    private ClientSession connected(InetSocketAddress address, Attempt attempt, Deadline end, Duration limit)
            throws InterruptedException {
        try {
            ConnectFuture connecting = MinaClient.get().connect(target.way().user(), address, attempt.asContext(),
                    null);
            Interruptibly.await(connecting, end);
            if (!connecting.isDone()) {
                connecting.cancel();
                throw outOfReach("no answer to a connection within " + Texts.duration(limit));
            }
            if (connecting.getException() != null) {
                throw outOfReach(reason(connecting.getException()));
            }
            return connecting.getClientSession();
        } catch (IOException e) {
            throw outOfReach(reason(e));
        }
    }

    private void authenticate(ClientSession session, Attempt attempt, Deadline end, Duration limit)
            throws InterruptedException {
        try {
            AuthFuture login = session.auth();
            Interruptibly.await(login, end);
            if (login.isSuccess()) {
                return;
            }
            throw attempt.refusal().orElseGet(() -> login.isDone()
                    ? ended(session, attempt, login.getException())
                    : silent(session, limit));
        } catch (IOException e) {
            throw attempt.refusal().orElseGet(() -> ended(session, attempt, e));
        }
    }

    private Failure silent(ClientSession session, Duration limit) {
        if (session.getServerVersion() == null) {
            return outOfReach("it accepts connections and says nothing, for " + Texts.duration(limit));
        }
        return outOfReach("it did not finish the login within " + Texts.duration(limit));
    }

    private Failure ended(ClientSession session, Attempt attempt, Throwable why) {
        if (session.getServerVersion() == null) {
            return outOfReach("it closed the connection before it said anything");
        }
        if (!attempt.recognized() || !refusedKeys(why)) {
            return outOfReach("the connection ended before the login did, " + reason(why));
        }
        return Failure.of("Could not log in to " + target + ": it takes no key that it was shown.")
                .evidence(attempt.evidence()).because(why)
                .hint("Add the public key to `authorized_keys` of `" + target.way().user()
                        + "` there; or name the right `key` in the inventory, or load it into the agent.");
    }

    private static boolean refusedKeys(Throwable why) {
        return why instanceof SshException told
                && (told.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                        || TOO_MANY.matcher(String.valueOf(told.getMessage())).find());
    }

    private Failure outOfReach(String why) {
        return Failure.of("Could not reach " + target + " by SSH: " + why + ".")
                .hint("Look whether the machine is up and `sshd` runs there. Where only SSH is lost, its console or its power switch may still do.");
    }

    private static String reason(Throwable why) {
        Throwable root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
