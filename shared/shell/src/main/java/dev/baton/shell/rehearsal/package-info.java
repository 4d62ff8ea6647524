/**
 * What tells that a function only rehearses, before Lambda takes a snapshot of its process. Whoever
 * makes what reaches out of a process asks here; nothing else may live here.
 */
@NullMarked
package dev.baton.shell.rehearsal;

import org.jspecify.annotations.NullMarked;
