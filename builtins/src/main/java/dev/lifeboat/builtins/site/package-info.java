/** Sites: what shuts one off from those who write. */
package dev.lifeboat.builtins.site;
