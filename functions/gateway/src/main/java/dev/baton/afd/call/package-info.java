/**
 * The command afd-call: one command, called by its name. It calls as its caller would, over HTTPS.
 */
@NullMarked
package dev.baton.afd.call;

import org.jspecify.annotations.NullMarked;
