package dev.lifeboat.builtins.ssh;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/** Tells MINA SSHD of what the JDK can do that it does not know of. */
final class JdkCryptography extends AbstractSecurityProviderRegistrar {
    private static final String PROVIDER = "SunEC";

    private JdkCryptography() {
        super(PROVIDER);
    }

    /** To be called before anything else of MINA SSHD. */
    static void register() {
        SecurityUtils.registerSecurityProvider(new JdkCryptography());
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    @Override
    public Provider getSecurityProvider() {
        return Security.getProvider(PROVIDER);
    }

    /** The usual search of the JDK finds all of it. */
    @Override
    public boolean isSecurityEntitySupported(Class<?> kind, String name) {
        return false;
    }

    @Override
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.of(new JdkEd25519());
    }
}
