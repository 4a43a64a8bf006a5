package dev.lifeboat.builtins.preflight;

import dev.lifeboat.builtins.backup.ClientProgram;
import dev.lifeboat.builtins.comms.Channel;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.ServerLook;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.world.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to look at for a runbook: of the estate of an inventory, what the runbook could touch. */
public final class EstateLooks {
    private final Inventory inventory;
    private final Needs needs;
    private final Ports ports;
    private final Clock clock;

    public EstateLooks(Inventory inventory, Needs needs, Ports ports, Clock clock) {
        this.inventory = inventory;
        this.needs = needs;
        this.ports = ports;
        this.clock = clock;
    }

    /** Servers, hosts, endpoints and stores. */
    public List<Look> ofPorts() {
        List<Look> looks = new ArrayList<>();
        ServerLook server = new ServerLook(clock, needs.grants(), needs.versions(), addresses(), spares());
        needs.servers().forEach(name -> ports.find(MySqlServer.class, name).ifPresent(
                port -> looks.add(new Look("`" + name + "`", notes -> server(name, port, server, notes)))));
        needs.hosts().forEach(name -> ports.find(Host.class, name).ifPresent(port -> looks.add(
                new Look("host `" + name + "`", notes -> new HostLook(inventory.hosts().get(name)).at(port, notes)))));
        needs.endpoints()
                .forEach(name -> looks.add(new Look("endpoint `" + name + "`", notes -> endpoint(name, notes))));
        needs.stores().forEach(name -> ports.find(Store.class, name).ifPresent(
                port -> looks.add(new Look("store `" + name + "`", notes -> StoreLook.at(port, notes)))));
        return looks;
    }

    /** MySQL's own programs on this machine, which words of backups run. */
    public List<Look> ofPrograms() {
        return ClientProgram.of(needs.calls().stream().map(Signature::word)).stream()
                .map(program -> new Look("program `" + program + "`", notes -> notes
                        .fine("program `" + program + "` of MySQL " + ClientProgram.version(program))))
                .toList();
    }

    /** Nobody types a password for a look; the run asks for it when it needs it. */
    private void server(String name, MySqlServer port, ServerLook look, Notes notes) {
        String login = needs.server(name).map(Inventory.Server::login).orElse("");
        boolean typed = Optional.ofNullable(inventory.logins().get(login)).map(Inventory.Login::password)
                .filter(SecretSource.FromPrompt.class::isInstance).isPresent();
        if (typed) {
            notes.found(name, "`" + name + "` was not looked at: the password of login `" + login + "` is typed.",
                    "Use `env:` or `file:` for it in the inventory.");
        } else {
            look.at(port, notes);
        }
    }

    private Map<Address, String> addresses() {
        Map<Address, String> addresses = new LinkedHashMap<>();
        inventory.clusters().values().stream().flatMap(cluster -> Stream.of(cluster.servers(), cluster.spares()))
                .forEach(servers -> servers.forEach((name, server) -> addresses.put(server.address(), name)));
        return addresses;
    }

    private Set<String> spares() {
        return inventory.clusters().values().stream().flatMap(cluster -> cluster.spares().keySet().stream())
                .collect(Collectors.toSet());
    }

    private void endpoint(String name, Notes notes) {
        List<String> targets = ports.find(Endpoint.class, name).orElseThrow().targets();
        notes.fine(
                "endpoint `" + name + "` leads to " + (targets.isEmpty() ? "no server" : String.join(", ", targets)));
    }

    /** The channels by which people are told; no message is sent. */
    public static List<Look> ofChannels(Map<String, Channel> channels) {
        return channels.entrySet().stream().map(channel -> new Look("channel `" + channel.getKey() + "`",
                notes -> channel.getValue().problem().ifPresentOrElse(
                        problem -> notes.found(channel.getKey(),
                                "Nobody can be told by channel `" + channel.getKey() + "`. " + problem,
                                "People are told by the next of their channels; tell those who have no other."),
                        () -> notes.fine("channel `" + channel.getKey() + "`"))))
                .toList();
    }

    /** Where the secrets come from; those of channels are looked at with these. One that a person types is not asked for. */
    public List<Look> ofSecrets(Secrets secrets) {
        Map<String, SecretSource> sources = new LinkedHashMap<>();
        inventory.logins().forEach((name, login) -> sources.put("login `" + name + "`", login.password()));
        inventory.secrets().forEach((name, source) -> sources.put("secret `" + name + "`", source));
        return sources.entrySet().stream().filter(source -> !(source.getValue() instanceof SecretSource.FromPrompt))
                .map(source -> new Look("the secret of " + source.getKey(), notes -> {
                    secrets.fetch(source.getValue(), source.getKey());
                    notes.fine("the secret of " + source.getKey());
                })).toList();
    }
}
