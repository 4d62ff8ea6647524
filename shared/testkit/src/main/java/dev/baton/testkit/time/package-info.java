/**
 * Time for tests: it stands still until a test moves it. A clock that also rings is the local
 * stack's own.
 */
@NullMarked
package dev.baton.testkit.time;

import org.jspecify.annotations.NullMarked;
