/**
 * The engine's functions together: webhook, delivery and timeout handlers over DynamoDB Local and a
 * Graph API on the loopback interface. AWS parts that have no local twin here are hand-written
 * fakes of the SDK's interfaces.
 */
@NullMarked
package dev.baton.survey.engine;

import org.jspecify.annotations.NullMarked;
