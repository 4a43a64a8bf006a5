/**
 * How a cluster is found: each server as it answered, its replicas at one moment, their timelines, what the inventory and the run know of them. Words of
 * all themes judge by it; it changes nothing, and uses the ports alone.
 */
package dev.lifeboat.builtins.mysql.survey;
