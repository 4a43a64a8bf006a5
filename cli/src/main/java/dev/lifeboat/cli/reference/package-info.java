/** What there is to look up: the pages of `lifeboat explain`, and the references in `docs/` that are made from the code. */
package dev.lifeboat.cli.reference;
