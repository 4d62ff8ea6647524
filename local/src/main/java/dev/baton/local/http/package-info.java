/**
 * The HTTP API in front of the functions, payload format 2.0, as Amazon API Gateway behaves.
 *
 * <p>Only what API Gateway does may live here; what a command answers is the function's business.
 */
@NullMarked
package dev.baton.local.http;

import org.jspecify.annotations.NullMarked;
