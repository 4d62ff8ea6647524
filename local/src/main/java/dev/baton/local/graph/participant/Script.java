package dev.baton.local.graph.participant;

import java.time.Duration;
import java.util.List;

/**
 * How a person answers by themselves.
 *
 * @param insideRequest the answer reaches our webhook before the Send API answers our call
 * @param thinking time before an answer that is not inside the request
 * @param replies the first that matches counts
 * @param answersQuestions a message that no reply matches is answered with something its question
 *     accepts, if its metadata names a type of question
 */
public record Script(
    boolean insideRequest,
    Duration thinking,
    List<ScriptedReply> replies,
    boolean answersQuestions) {}
