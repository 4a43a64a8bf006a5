/** The keys by which people sign what they answer for. */
package dev.lifeboat.builtins.keys;
