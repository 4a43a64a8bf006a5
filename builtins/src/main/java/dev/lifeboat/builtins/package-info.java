/** What a runbook can call, one package per noun: the port, the words of the namespace, the real adapter. */
package dev.lifeboat.builtins;
