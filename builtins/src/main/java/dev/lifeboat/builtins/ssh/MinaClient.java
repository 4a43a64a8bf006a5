package dev.lifeboat.builtins.ssh;

import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.PublicKeyAuthenticationReporter;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * The one client of this process, with its threads; it is there from the first connection on. It knows nothing of {@code ~/.ssh/config}, sends no password, and
 * shows no key but those that an {@link Attempt} brings.
 */
final class MinaClient {
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);
    private static final int UNANSWERED = 3;
    private static final String CERTIFICATE = "-cert-";

    private MinaClient() {}

    /** Made when it is first needed. */
    private static final class Holder {
        static final SshClient CLIENT = start();
    }

    static SshClient get() {
        return Holder.CLIENT;
    }

    private static SshClient start() {
        JdkCryptography.register();
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setServerKeyVerifier((session, address, key) -> Attempt.of(session).accepts(key));
        client.setPublicKeyAuthenticationReporter(new Reporter());
        client.setAgentFactory(new Agents());
        client.addSessionListener(new AskForKnownKeys());
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, BETWEEN_SIGNS_OF_LIFE);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, UNANSWERED);
        client.start();
        return client;
    }

    private static final class Reporter implements PublicKeyAuthenticationReporter {
        @Override
        public void signalAuthenticationAttempt(ClientSession session, String service, KeyPair pair,
                String signature) {
            PublicKey key = pair.getPublic();
            Attempt.of(session).showed(key);
        }
    }

    private static final class Agents implements SshAgentFactory {
        @Override
        public SshAgent createClient(Session session, FactoryManager manager) {
            var agent = new AgentSocket(Attempt.of(session));
            session.addCloseFutureListener(closed -> {
                try {
                    agent.close();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            return agent;
        }

        /** No host is lent the user's keys. */
        @Override
        public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
            return List.of();
        }

        @Override
        public SshAgentServer createServer(ConnectionService service) {
            throw new UnsupportedOperationException("No host is lent the user's keys.");
        }
    }

    /** A host has keys of several kinds: it is asked for one of those that it is known by. */
    private static final class AskForKnownKeys implements SessionListener {
        @Override
        public void sessionCreated(Session session) {
            KnownHosts known = Attempt.of(session).known();
            List<NamedFactory<Signature>> usual = session.getSignatureFactories();
            session.setSignatureFactories(usual.stream().filter(kind -> !kind.getName().contains(CERTIFICATE))
                    .sorted(Comparator.comparing(
                            kind -> !known.hasType(KeyUtils.getCanonicalKeyType(kind.getName()))))
                    .toList());
        }
    }
}
