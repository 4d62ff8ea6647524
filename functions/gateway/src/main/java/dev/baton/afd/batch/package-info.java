/**
 * The command afd-batch and the surface of batches: many commands at once. It calls as its caller
 * would, over HTTPS.
 */
@NullMarked
package dev.baton.afd.batch;

import org.jspecify.annotations.NullMarked;
