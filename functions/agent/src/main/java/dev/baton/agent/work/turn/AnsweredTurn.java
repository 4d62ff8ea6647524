package dev.baton.agent.work.turn;

import dev.baton.agent.core.turn.ModelAnswer;
import dev.baton.agent.core.turn.TurnName;

/**
 * A turn in which the model has answered.
 *
 * @param name which it is
 * @param answer what it said
 */
record AnsweredTurn(TurnName name, ModelAnswer answer) {}
