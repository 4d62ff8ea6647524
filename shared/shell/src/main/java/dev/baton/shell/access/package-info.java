/**
 * API keys: who owns them, what they may call, and whether they still may. Only hashes of keys are
 * kept; a key itself never enters a store.
 */
@NullMarked
package dev.baton.shell.access;

import org.jspecify.annotations.NullMarked;
