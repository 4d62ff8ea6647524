/**
 * Faults on order: which Graph call goes wrong and how. Rules are data; what they do to a call is
 * done by the Graph endpoint that asks for them.
 */
@NullMarked
package dev.baton.local.graph.fault;

import org.jspecify.annotations.NullMarked;
