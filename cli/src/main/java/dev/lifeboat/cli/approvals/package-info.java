/** Answers to approvals that people sign, from other terminals. */
package dev.lifeboat.cli.approvals;
