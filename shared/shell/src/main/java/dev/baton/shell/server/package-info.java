/**
 * Functions that are HTTP servers of their own, because they stream what a handler's answer would
 * hold back. Only what starts and stops such a server may live here; what it answers is a domain's.
 */
@NullMarked
package dev.baton.shell.server;

import org.jspecify.annotations.NullMarked;
