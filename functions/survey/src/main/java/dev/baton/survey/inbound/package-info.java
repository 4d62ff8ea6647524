/**
 * Reads the bytes of a webhook delivery into the items of {@code survey.core.inbound}: the one
 * place that knows Messenger's wire shapes. It decides nothing and touches no store.
 */
@NullMarked
package dev.baton.survey.inbound;

import org.jspecify.annotations.NullMarked;
