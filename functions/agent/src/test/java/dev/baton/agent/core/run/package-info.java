/** Tests of the machine of runs: a table, rules, and random walks beside a simple model. */
@NullMarked
package dev.baton.agent.core.run;

import org.jspecify.annotations.NullMarked;
