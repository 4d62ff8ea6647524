/**
 * Sessions against DynamoDB Local, with writers that race. They stand here because the shell cannot
 * depend on the test kit.
 */
@NullMarked
package dev.baton.testkit.session;

import org.jspecify.annotations.NullMarked;
