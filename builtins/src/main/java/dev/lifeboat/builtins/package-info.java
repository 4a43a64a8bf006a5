/** What a runbook can call, one package per noun: the port, the words of the namespace, the real adapter. Of MySQL there is so much that its adapters and words have packages of their own. */
package dev.lifeboat.builtins;
