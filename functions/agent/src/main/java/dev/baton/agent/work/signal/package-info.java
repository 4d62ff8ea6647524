/**
 * How the threads of one worker tell each other to stop. Nothing of models, tools or logs may
 * enter.
 */
@NullMarked
package dev.baton.agent.work.signal;

import org.jspecify.annotations.NullMarked;
