/**
 * Tests of the events of a log and of their grammar, and the maker of logs that tests of their
 * viewers start from.
 */
@NullMarked
package dev.baton.agent.core.event;

import org.jspecify.annotations.NullMarked;
