package dev.baton.agent.stream;

import dev.baton.agent.core.position.TailPause;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.shell.log.Log;
import dev.baton.shell.time.Pause;
import java.time.InstantSource;

/**
 * What a tail is made of.
 *
 * @param log what it reads
 * @param guard what looks after the run
 * @param pauses how long it pauses
 * @param pause how it pauses
 * @param clock the time
 * @param output where it says what went wrong
 */
record TailParts(
    DynamoEventLog log,
    RunGuard guard,
    TailPause pauses,
    Pause pause,
    InstantSource clock,
    Log output) {}
