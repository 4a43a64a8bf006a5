/** What a runbook's owner has signed: which runbook, for which servers, and which stories it has passed. */
package dev.lifeboat.cli.seal;
