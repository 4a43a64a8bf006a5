package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Host;
import dev.lifeboat.builtins.inventory.Inventory.Power;
import dev.lifeboat.builtins.inventory.Inventory.Service;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.Optional;

/** Reads the hosts of an inventory: how they are reached, their services and their power. */
final class HostReader {
    private HostReader() {}

    static Host host(String name, YamlMap map) {
        return new Host(SshReader.ssh(map), map.eachValue("services", "service", (service, value) -> service(value)),
                map.find("power").map(HostReader::power));
    }

    /** A systemd unit by its name, or the commands one by one. */
    private static Service service(YamlValue value) {
        if (!value.isMap()) {
            return new Service(Optional.of(value.text()), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        YamlMap map = value.map();
        Service service = new Service(map.text("unit"), map.text("start"), map.text("start_fenced"), map.text("stop"),
                map.text("kill"), map.text("status"),
                map.text("enable"), map.text("disable"), map.text("is_enabled"), map.text("log"));
        map.reportUnknownKeys();
        return service;
    }

    private static Power power(YamlValue value) {
        YamlMap map = value.map();
        Power power = new Power(command(map, "off"), command(map, "on"));
        map.reportUnknownKeys();
        return power;
    }

    private static String command(YamlMap map, String key) {
        return map.need(key, "write the command that switches the power " + key).map(YamlValue::text).orElse("");
    }
}
