/**
 * Agent runs: a prompt is handed to a model, and every viewer copies one durable log of what
 * happens. Decisions are in {@code core}, rows in {@code store}, one package per function beside
 * them.
 */
@NullMarked
package dev.baton.agent;

import org.jspecify.annotations.NullMarked;
