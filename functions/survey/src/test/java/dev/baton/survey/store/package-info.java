/** Tests of the stores against DynamoDB Local. */
@NullMarked
package dev.baton.survey.store;

import org.jspecify.annotations.NullMarked;
