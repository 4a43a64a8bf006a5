/**
 * Backups that are proven, and recovery out of them. Three ports (full backups and the archive of binary logs of a store, the restoration of a server), each written once upon small parts that differ
 * between the real world and the model: where objects lie ({@code ObjectStore}), what seals them ({@code Seal}), and how data leave a server ({@code Dumper}, {@code LogFeed}) and enter one
 * ({@code Loader}, {@code LogApplier}). So a dry run moves, seals, damages and verifies bytes by the very code that does so in earnest.
 */
package dev.lifeboat.builtins.backup;
