package dev.baton.shell.command;

import dev.baton.core.access.Caller;
import dev.baton.shell.lambda.HttpRequest;

/**
 * A request to a surface that is no command itself.
 *
 * @param request the request
 * @param caller who sent it, known but not yet allowed anything
 * @param traceId the id that joins answer, log lines and the calls made on its behalf
 * @param begun when it came, in milliseconds since 1970
 */
public record Visit(HttpRequest request, Caller caller, String traceId, long begun) {}
