/**
 * API keys as their owners handle them. What a key is and how it is found belongs to {@code
 * dev.baton.shell.access}.
 */
@NullMarked
package dev.baton.key;

import org.jspecify.annotations.NullMarked;
