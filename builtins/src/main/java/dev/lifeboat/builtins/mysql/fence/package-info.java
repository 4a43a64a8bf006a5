/**
 * How a server is kept from writing, and what proves that it is: by its settings, its endpoints, its machine, its site. It uses the ports and
 * {@code survey}.
 */
package dev.lifeboat.builtins.mysql.fence;
