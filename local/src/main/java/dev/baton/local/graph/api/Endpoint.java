package dev.baton.local.graph.api;

/** One edge of a page, such as {@code messages}. */
@FunctionalInterface
interface Endpoint {

  GraphResult answer(GraphCall call);
}
