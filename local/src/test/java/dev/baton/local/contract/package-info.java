/**
 * What Baton relies on of AWS, asked of every implementation that can be had: the local stack,
 * MiniStack, LocalStack. Each port has one contract, which is the same for all.
 *
 * <p>MiniStack and LocalStack are other people's work, so that an error of ours in reading AWS's
 * documentation shows. What they do not offer is left out by name, never bent.
 */
@NullMarked
package dev.baton.local.contract;

import org.jspecify.annotations.NullMarked;
