/**
 * AWS Secrets Manager: reads of the secrets that the local stack was started with.
 *
 * <p>Secrets are never written to disk here.
 */
@NullMarked
package dev.baton.local.secrets;

import org.jspecify.annotations.NullMarked;
