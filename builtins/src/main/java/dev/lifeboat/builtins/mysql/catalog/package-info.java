/**
 * What is defined on servers beside their data, from accounts to events, and whether a cluster is ready for a disaster. It uses {@code survey}, and
 * {@code readiness} to judge.
 */
package dev.lifeboat.builtins.mysql.catalog;
