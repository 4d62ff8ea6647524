/**
 * What handlers are given when tests call them as Lambda does. No function's own events or answers
 * enter here.
 */
@NullMarked
package dev.baton.testkit.lambda;

import org.jspecify.annotations.NullMarked;
