/**
 * What a webhook delivery says, as data: one item per thing that happened, already freed of its
 * wire shape. Nothing that reads bytes, knows a clock or decides anything may enter; the reader
 * lives in {@code dev.baton.survey.inbound}.
 */
@NullMarked
package dev.baton.survey.core.inbound;

import org.jspecify.annotations.NullMarked;
