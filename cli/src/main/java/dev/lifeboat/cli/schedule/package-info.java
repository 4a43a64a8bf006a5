/** When runbooks are due, and what lets a machine run them then: timers of systemd, or a crontab. */
package dev.lifeboat.cli.schedule;
