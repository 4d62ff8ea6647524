/**
 * Logs, members and pushes against DynamoDB Local. They stand here because the shell cannot depend
 * on the test kit.
 */
@NullMarked
package dev.baton.testkit.room;

import org.jspecify.annotations.NullMarked;
