/**
 * What AWS Lambda puts around the code of a function that runs in a process of its own: the
 * unpacked zip, the runtime, and the API between both. Only what Lambda itself does may live here;
 * when a process is started and ended is for others to say.
 */
@NullMarked
package dev.baton.local.runtime;

import org.jspecify.annotations.NullMarked;
