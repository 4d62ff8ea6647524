/**
 * The one AWS endpoint of the local stack: requests of the real SDK, routed by the service they are
 * signed for.
 *
 * <p>Services plug in as {@link dev.baton.local.edge.AwsService}; no service's own rules may enter.
 */
@NullMarked
package dev.baton.local.edge;

import org.jspecify.annotations.NullMarked;
