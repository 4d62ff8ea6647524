/**
 * The command afd-docs: commands as Markdown. It tells what the catalogue says and nothing else.
 */
@NullMarked
package dev.baton.afd.docs;

import org.jspecify.annotations.NullMarked;
