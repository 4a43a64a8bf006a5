package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * What the launcher makes its archives of classes for runs from: a command, a dry run besides where that is another, and what else real servers may bring in,
 * the driver, TLS, and our real adapters. A failover has no time to find them.
 */
@RealWorld
public final class Rehearsal {
    private static final String DRY_RUN = "dry-run";
    private static final String DRIVER = "com.mysql.cj.jdbc.Driver";
    /** Of the driver, what speaks other protocols and wants libraries that we do not have. */
    private static final List<String> OF_NO_USE = List.of("com/mysql/cj/x/", "com/mysql/cj/xdevapi/",
            "com/mysql/cj/protocol/x/", "com/mysql/cj/jdbc/integration/", "com/mysql/cj/protocol/a/authentication/");

    private Rehearsal() {}

    /** @param arguments of a command, as {@link Lifeboat} takes them, which does and says what it always does, and ends with its own status */
    public static void main(String[] arguments) {
        int status = Lifeboat.commandLine().execute(arguments);
        try {
            rehearse(arguments);
        } catch (Exception e) {
            System.err.println("lifeboat: runs will not start faster: " + e);
        }
        System.exit(status);
    }

    private static void rehearse(String[] arguments) throws Exception {
        if (!List.of(arguments).contains(DRY_RUN)) {
            var nowhere = new PrintWriter(Writer.nullWriter());
            Path launcher = Path.of(System.getProperty("lifeboat.launcher", "lifeboat"));
            Lifeboat.commandLine().setOut(nowhere).setErr(nowhere).execute(DRY_RUN,
                    launcher.resolveSibling("runbooks/primary-failure.runbook").toString());
        }
        greet();
        for (Class<?> one : List.of(Class.forName(DRIVER), Builtins.class, Run.class, Lifeboat.class)) {
            loadAllBeside(one);
        }
    }

    /** The first that a client says in TLS. */
    private static void greet() throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    }

    private static void loadAllBeside(Class<?> one) throws Exception {
        try (Stream<String> names = classesIn(
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            for (String name : names.toList()) {
                Class.forName(name, false, one.getClassLoader());
            }
        }
    }

    private static Stream<String> classesIn(Path file) throws IOException {
        JarFile jar = new JarFile(file.toFile());
        return jar.stream().map(JarEntry::getName)
                .filter(name -> name.startsWith("com/mysql/cj/") || name.startsWith("dev/lifeboat/"))
                .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                .filter(name -> OF_NO_USE.stream().noneMatch(name::startsWith))
                .map(name -> name.replace(".class", "").replace('/', '.')).onClose(() -> close(jar));
    }

    private static void close(JarFile jar) {
        try {
            jar.close();
        } catch (IOException cannotClose) {
            throw new UncheckedIOException(cannotClose);
        }
    }
}
