/** What the inventory says is done from outside, to the application, to a site: HTTP requests and commands, carried out. */
package dev.lifeboat.builtins.steering;
