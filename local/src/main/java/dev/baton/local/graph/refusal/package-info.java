/**
 * How the Graph API says no: its error codes, their usual texts and the shape of the body. Who is
 * refused and why is decided elsewhere.
 */
@NullMarked
package dev.baton.local.graph.refusal;

import org.jspecify.annotations.NullMarked;
