/** What has to be right before the day of a disaster: one rule a class, R1 to R13. Rules only judge; what they judge was looked at before. */
package dev.lifeboat.builtins.mysql.readiness;
