/** YAML files beside runbooks (inventories, scenarios, answers), read strictly: what is not understood is an error that points at its place. */
package dev.lifeboat.builtins.yaml;
