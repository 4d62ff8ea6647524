/**
 * The Lambda behind the table's stream: starts a delivery for every participant item that asks for
 * one. It calls nobody else and decides nothing.
 */
@NullMarked
package dev.baton.survey.dispatch;

import org.jspecify.annotations.NullMarked;
