package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.network.SSLSocketFactory;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcTrust;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * The encryption of the replication protocol, verified as that of SQL is: by the certificates that count for the login, and where it says so by the name in them. The
 * connector by itself knows the JVM's certificates alone, and asks a name server for the name.
 */
record LogTls(JdbcLogin login) implements SSLSocketFactory {

    @Override
    public SSLSocket createSocket(Socket socket) throws SocketException {
        try {
            SSLSocket secured = (SSLSocket) context().getSocketFactory().createSocket(socket,
                    login.address().host().replaceAll("^\\[|]$", ""), login.address().port(), true);
            if (login.tls() == Tls.VERIFY) {
                SSLParameters parameters = secured.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secured.setSSLParameters(parameters);
            }
            return secured;
        } catch (IOException | GeneralSecurityException e) {
            throw (SocketException) new SocketException(e.getMessage()).initCause(e);
        }
    }

    private SSLContext context() throws GeneralSecurityException {
        if (login.ca().isEmpty()) {
            return SSLContext.getDefault();
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(JdbcTrust.certificates(login.ca().get()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
